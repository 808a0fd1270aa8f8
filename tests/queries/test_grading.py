"""Grading: who counts as one voice, what confirms, what contests; and the standards."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talks.models import Event
from talks.queries import cards
from talks.queries.grading import Accused, Grade, Voice, Why, independent, judge
from tests import factories as make
from tests.claims import name

_numbers = count(1)
HAFTAR, SERRAJ, PANEL = 1, 2, 3
LNA = Accused(frozenset((HAFTAR,)), frozenset(("lna",)))
BOTH = Accused(frozenset((HAFTAR, SERRAJ)), frozenset(("lna", "gna")))
NOBODY = Accused()


def voice(source: str = "herald", **fields) -> Voice:
    """Make an independent report in the outlet's own voice."""
    n = next(_numbers)
    given = {
        "source": name(source),
        "lean": "independent",
        "article": n,
        "original": n,
        "agency": "",
        "stance": "reports",
        "speaker": None,
        "speaker_side": "",
    }
    return Voice(**(given | fields))


def says(speaker: int, side: str, stance: str = "alleges", **fields) -> Voice:
    return voice(
        f"paper-{next(_numbers)}",
        speaker=speaker,
        speaker_side=side,
        stance=stance,
        **fields,
    )


voices = st.builds(
    voice,
    source=st.sampled_from(("herald", "wire", "un-panel-of-experts")),
    lean=st.sampled_from(("independent", "unknown", "west", "east", "un")),
    original=st.integers(1, 4),
    agency=st.sampled_from(("", "AFP", "afp")),
    stance=st.sampled_from(("reports", "alleges", "confirms", "denies")),
    speaker=st.sampled_from((None, HAFTAR, SERRAJ, PANEL)),
    speaker_side=st.sampled_from(("gna", "lna", "un", "neutral")),
)


@pytest.mark.parametrize(
    ("told", "accused", "grade", "why"),
    [
        pytest.param([], LNA, Grade.UNSOURCED, Why.NOTE, id="no-report"),
        pytest.param([voice()], LNA, Grade.WEAK, Why.ONE, id="one-report"),
        pytest.param(
            [voice(original=7), voice("wire", original=7)],
            LNA,
            Grade.WEAK,
            Why.COPIES,
            id="copies-of-one-report",
        ),
        pytest.param(
            [voice("herald", agency="AFP"), voice("wire", agency="afp")],
            LNA,
            Grade.WEAK,
            Why.COPIES,
            id="one-agency-in-two-papers",
        ),
        pytest.param(
            [says(SERRAJ, "gna"), says(9, "gna"), voice(lean="west")],
            LNA,
            Grade.WEAK,
            Why.COPIES,
            id="one-camp-and-its-paper",
        ),
        pytest.param(
            [voice(), voice("wire")], LNA, Grade.FAIR, Why.SEVERAL, id="two-sources"
        ),
        pytest.param(
            [says(SERRAJ, "gna"), says(HAFTAR, "lna", "denies")],
            LNA,
            Grade.CONTESTED,
            Why.DENIED,
            id="denied",
        ),
        pytest.param(
            [says(9, "lna", "confirms")],
            LNA,
            Grade.CONFIRMED,
            Why.ADMITTED,
            id="admitted-by-the-accused-side",
        ),
        pytest.param(
            [says(SERRAJ, "gna"), says(HAFTAR, "lna")],
            BOTH,
            Grade.WEAK,
            Why.COPIES,
            id="camps-that-accuse-each-other",
        ),
        pytest.param(
            [says(SERRAJ, "gna"), says(HAFTAR, "lna"), voice()],
            BOTH,
            Grade.FAIR,
            Why.SEVERAL,
            id="camps-that-accuse-each-other-and-a-paper",
        ),
        pytest.param(
            [says(9, "lna", "confirms")], NOBODY, Grade.WEAK, Why.ONE, id="not-accused"
        ),
        pytest.param(
            [says(PANEL, "un", "confirms"), says(HAFTAR, "lna", "denies")],
            LNA,
            Grade.CONFIRMED,
            Why.FOUND,
            id="found-and-denied",
        ),
        pytest.param(
            [voice("un-panel-of-experts")],
            LNA,
            Grade.CONFIRMED,
            Why.FOUND,
            id="the-panels-own-report",
        ),
        pytest.param(
            [voice("un-panel-of-experts", speaker=SERRAJ, speaker_side="gna")],
            LNA,
            Grade.WEAK,
            Why.ONE,
            id="somebody-else-in-the-panels-report",
        ),
    ],
)
def test_a_grade_follows_from_who_speaks(told, accused, grade, why):
    made = judge(told, accused=accused, is_discounted=False)

    assert (made.grade, made.why) == (grade, why)


def test_what_staff_discounted_stays_so_whoever_confirms():
    made = judge([says(9, "lna", "confirms")], accused=LNA, is_discounted=True)

    assert made.grade == Grade.DISCOUNTED


@given(st.lists(voices), st.randoms())
def test_the_order_of_citations_changes_nothing(told, random):
    shuffled = random.sample(told, len(told))

    one, other = (
        judge(each, accused=LNA, is_discounted=False) for each in (told, shuffled)
    )

    assert (one.grade, one.telling, one.denying) == (
        other.grade,
        other.telling,
        other.denying,
    )


@given(st.lists(voices, min_size=1), st.data())
def test_a_copy_adds_no_voice(told, data):
    copied = data.draw(st.sampled_from(told))
    copy = replace(copied, article=10_000, source=name("reprint"))

    assert len(independent([*told, copy])) == len(independent(told))


@given(st.lists(voices), voices)
def test_a_further_report_never_takes_a_voice_away(told, further):
    further = replace(further, article=20_000, original=20_000)

    assert independent(told) <= independent([*told, further])


@pytest.mark.django_db
def test_reports_published_later_do_not_count_on_an_earlier_day():
    first = make.article(published_at=datetime(2020, 1, 6, tzinfo=UTC))
    later = make.article(published_at=datetime(2020, 3, 1, tzinfo=UTC))
    make.event(cited_by=[first, later])
    events = Event.objects.published()

    (then,) = cards.fetch(events, "en", day=date(2020, 2, 1))
    (now,) = cards.fetch(events, "en")

    assert (then.grade, now.grade) == (Grade.WEAK, Grade.FAIR)


@pytest.mark.django_db
def test_many_events_are_graded_in_one_query(django_assert_num_queries):
    for _ in range(12):
        make.event(who=[(make.lna(), "accused")])

    with django_assert_num_queries(1):
        graded = cards.fetch(Event.objects.published(), "ar")

    assert {card.grade for card in graded} == {Grade.WEAK}
