import pytest
from hypothesis import given
from hypothesis import strategies as st

from talks.values import Count, Qualifier

NUMBERS = st.integers(0, 10**9)
QUALIFIED = st.builds(Count.of, NUMBERS, st.sampled_from(Qualifier))


@st.composite
def bounded(draw):
    low, best, high = sorted(draw(st.tuples(NUMBERS, NUMBERS, NUMBERS)))
    keep = draw(st.lists(st.booleans(), min_size=3, max_size=3).filter(any))
    stated = [
        n if kept else None for n, kept in zip((low, best, high), keep, strict=True)
    ]
    return Count(*stated, draw(st.sampled_from(Qualifier)))


COUNTS = QUALIFIED | bounded()


@given(COUNTS)
def test_what_is_printed_is_read_back_as_the_same_count(count):
    assert Count.parse(str(count)) == count


@given(COUNTS, COUNTS, NUMBERS)
def test_widening_leaves_room_for_all_that_either_does(one, other, number):
    wide = one.widen(other)

    if one.contains(number) or other.contains(number):
        assert wide.contains(number)


@given(COUNTS, COUNTS)
def test_widening_does_not_care_which_comes_first(one, other):
    assert one.widen(other) == other.widen(one)


@given(COUNTS)
def test_widening_by_itself_changes_nothing(count):
    assert count.widen(count) == count


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("12", Count(12, 12, 12)),
        ("2,000", Count(2000, 2000, 2000)),
        ("more than 2,000", Count(2000, None, None, Qualifier.MORE_THAN)),
        ("over 2000", Count(2000, None, None, Qualifier.MORE_THAN)),
        ("at least 28", Count(28, None, None, Qualifier.AT_LEAST)),
        ("28 or more", Count(28, None, None, Qualifier.AT_LEAST)),
        ("28+", Count(28, None, None, Qualifier.AT_LEAST)),
        ("about 150,000", Count(150_000, 150_000, 150_000, Qualifier.ABOUT)),
        ("20 or so", Count(20, 20, 20, Qualifier.ABOUT)),
        ("nearly 300", Count(None, 300, 300, Qualifier.NEARLY)),
        ("up to 40", Count(None, None, 40, Qualifier.UP_TO)),
        ("fewer than 10", Count(None, None, 10, Qualifier.FEWER_THAN)),
        ("between 10 and 12", Count(10, None, 12, Qualifier.BETWEEN)),
        ("10–12", Count(10, None, 12, Qualifier.BETWEEN)),
        ("Dozens", Count(24, None, 99, Qualifier.VAGUE)),
        ("10–20, best 12 (exact)", Count(10, 12, 20)),
    ],
)
def test_a_typed_number_is_read(words, expected):
    assert Count.parse(words) == expected


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("", "as a number"),
        ("many", "as a number"),
        ("twelve", "as a number"),
        ("perhaps 12", "'perhaps' is not a known qualifier"),
        ("12-10", "low <= best <= high"),
        ("?-?", "at least one of"),
        ("10-12 (sure)", "sure"),
        ("-5", "as a number"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(words, reason):
    with pytest.raises(ValueError, match="as a number") as refused:
        Count.parse(words)

    assert reason in str(refused.value)


@given(st.text(max_size=25))
def test_any_text_is_read_or_refused(words):
    try:
        count = Count.parse(words)
    except ValueError:
        return
    assert Count.parse(str(count)) == count


@pytest.mark.parametrize(
    ("words", "inside", "outside"),
    [
        ("12", [12], [11, 13]),
        ("more than 10", [11, 10**9], [10]),
        ("at least 10", [10, 11], [9]),
        ("nearly 10", [9, 0], [10]),
        ("fewer than 10", [9], [10]),
        ("up to 10", [10, 0], [11]),
        ("10-12", [10, 11, 12], [9, 13]),
    ],
)
def test_a_count_contains_what_its_words_leave_room_for(words, inside, outside):
    count = Count.parse(words)

    assert all(count.contains(number) for number in inside)
    assert not any(count.contains(number) for number in outside)


@pytest.mark.parametrize("bounds", [(None, None, None), (-1, None, None), (3, 2, None)])
def test_bounds_that_contradict_are_refused(bounds):
    with pytest.raises(ValueError, match="count needs"):
        Count(*bounds)
