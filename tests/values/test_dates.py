from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talks.values import PartialDate, Precision

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))
YEARS = st.integers(1900, 2099)
MONTHS = st.integers(1, 12)
NAMED = st.one_of(
    st.builds(PartialDate.of_day, DAYS),
    st.builds(PartialDate.of_week, DAYS),
    st.builds(
        PartialDate.of_part, YEARS, MONTHS, st.sampled_from(("early", "mid", "late"))
    ),
    st.builds(PartialDate.of_month, YEARS, MONTHS),
    st.builds(PartialDate.of_quarter, YEARS, st.integers(1, 4)),
    st.builds(PartialDate.of_year, YEARS),
)
ANY = NAMED | st.builds(
    lambda first, days, precision: PartialDate(
        first, first + timedelta(days), precision
    ),
    DAYS,
    st.integers(0, 900),
    st.sampled_from(Precision),
)


@given(ANY)
def test_what_is_printed_is_read_back_to_the_same_span_and_precision(when):
    again = PartialDate.parse(str(when))

    assert (again.earliest, again.latest) == (when.earliest, when.latest)
    assert again.precision == when.precision
    assert again.words == str(when)


@given(NAMED)
def test_a_span_tells_its_own_precision(when):
    assert PartialDate.spanning(when.earliest, when.latest) == when


@given(ANY, ANY)
def test_order_is_total_and_by_earliest_then_latest(one, other):
    assert (one < other) + (one == other) + (one > other) == 1
    if one.earliest != other.earliest:
        assert (one < other) == (one.earliest < other.earliest)
    elif one.latest != other.latest:
        assert (one < other) == (one.latest < other.latest)


@given(ANY, ANY)
def test_widening_contains_both_and_nothing_more(one, other):
    wide = one.widen(other)

    assert wide.contains(one)
    assert wide.contains(other)
    assert wide.earliest == min(one.earliest, other.earliest)
    assert wide.latest == max(one.latest, other.latest)


@given(ANY, ANY)
def test_widening_does_not_care_which_comes_first(one, other):
    ahead, back = one.widen(other), other.widen(one)

    assert (ahead.earliest, ahead.latest) == (back.earliest, back.latest)


@given(ANY, ANY)
def test_what_contains_another_overlaps_it_and_overlap_is_mutual(one, other):
    assert one.overlaps(other) == other.overlaps(one)
    if one.contains(other):
        assert one.overlaps(other)


@given(ANY, DAYS)
def test_a_day_is_contained_where_it_lies_between_the_bounds(when, day):
    assert when.contains(day) == (when.earliest <= day <= when.latest)
    assert when.overlaps(day) == when.contains(day)


def test_widening_to_what_it_contains_changes_nothing():
    january = PartialDate.of_month(2020, 1, "in January")

    assert january.widen(date(2020, 1, 12)) is january


def test_a_date_cannot_end_before_it_begins():
    with pytest.raises(ValueError, match="cannot end"):
        PartialDate(date(2020, 1, 2), date(2020, 1, 1), Precision.RANGE)


def test_a_date_is_not_compared_with_a_day():
    with pytest.raises(TypeError):
        assert PartialDate.of_year(2020) < date(2020, 1, 1)


@pytest.mark.parametrize(
    ("when", "printed"),
    [
        (PartialDate.of_day(date(2020, 1, 12)), "12 January 2020"),
        (PartialDate.of_week(date(2020, 1, 12)), "week of 6 January 2020"),
        (PartialDate.of_part(2020, 1, "early"), "early January 2020"),
        (PartialDate.of_part(2020, 1, "mid"), "mid-January 2020"),
        (PartialDate.of_part(2020, 2, "late"), "late February 2020"),
        (PartialDate.of_month(2020, 1), "January 2020"),
        (PartialDate.of_quarter(2020, 2), "Q2 2020"),
        (PartialDate.of_year(2020), "2020"),
        (PartialDate.spanning(date(2020, 1, 12), date(2020, 1, 13)), "12–13 January 2020"),
        (PartialDate.spanning(date(2020, 1, 30), date(2020, 2, 2)), "30 January – 2 February 2020"),
        (PartialDate.spanning(date(2019, 12, 30), date(2020, 1, 2)), "30 December 2019 – 2 January 2020"),
        (PartialDate(date(2020, 1, 3), date(2020, 2, 9), Precision.MONTH), "3 January – 9 February 2020 (month)"),
        (PartialDate(date(2020, 1, 3), date(2020, 1, 3), Precision.UNKNOWN), "3 January 2020 (unknown)"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_a_date_prints_as_an_editor_would_write_it(when, printed):
    assert str(when) == printed


def test_how_many_days_a_span_holds():
    assert PartialDate.of_month(2020, 2).days == 29
