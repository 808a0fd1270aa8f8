"""Series of talks: rounds in order, what is missing, what was promised and held."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talks.models import Article, Event, RoundStep
from talks.models.base import Localized
from talks.queries import rounds
from talks.queries.rounds import Fate, Series
from tests import factories as make

DAY = date(2021, 1, 1)


@pytest.fixture
def geneva(db):
    made = make.geneva_round()
    reports = Article.objects.filter(citations__event=made.event)
    reports.update(published_at=datetime(2020, 2, 3, tzinfo=UTC))
    return made


def read(day: date = DAY):
    return rounds.series(day=day, language="en")


def promises(day: date = DAY):
    return rounds.promises(read(day), day=day, language="en")


def announced(round_, day: date):
    """Announce, in the course of a round, that the next one will be held."""
    step = make.event(day, kind=Event.Kind.TALKS, modality=Event.Modality.ANNOUNCED)
    RoundStep.objects.create(round=round_, event=step)
    return step


def following(day: date, number: int):
    opened = make.event(day, kind=Event.Kind.TALKS)
    return make.round_of_talks(opened, number=number)


def test_a_round_says_who_came_and_who_mediated(geneva):
    ((held,),) = (series.rounds for series in read())

    assert [(each.party.slug, each.size) for each in held.delegations] == [
        ("gna", 5),
        ("lna", 5),
    ]
    assert (held.venue.slug, held.mediator.slug) == ("geneva", "unsmil")


def test_on_a_day_within_it_a_round_has_only_opened(geneva):
    geneva.ended_on = date(2020, 2, 8)
    geneva.outcome_words = "Invented words."
    geneva.save()

    (during,), (after,) = (read(day)[0].rounds for day in (date(2020, 2, 5), DAY))

    assert (during.outcome, during.words.text) == ("opened", "")
    assert (after.outcome, after.words.text) == ("concluded", "Invented words.")


def test_numbers_that_no_round_bears_are_missing(geneva):
    following(date(2020, 6, 3), 4)

    (series,) = read()

    assert series.missing == [2, 3]


def test_a_promised_meeting_is_kept_by_the_next_round(geneva):
    step = announced(geneva, date(2020, 2, 8))
    following(date(2020, 2, 18), 2)

    (promise,) = promises()

    assert promise.event.slug == step.slug
    assert promise.kept_by.number == 2
    assert promise.fate == Fate.HELD


def test_an_announced_meeting_is_awaited_and_then_never_was(geneva):
    announced(geneva, date(2020, 2, 8))

    soon, late = (
        promises(date(2020, 2, 8) + rounds.PATIENCE + more)
        for more in (timedelta(0), timedelta(1))
    )

    assert [promise.fate for promise in (*soon, *late)] == [Fate.AWAITED, Fate.NEVER]


def told(planned: date | None, kept_by=None):
    return make.promised_meeting(
        make.event(date(2020, 1, 20), kind=Event.Kind.STATEMENT),
        planned_from=planned,
        planned_until=planned,
        kept_by=kept_by,
    )


@pytest.mark.parametrize(
    ("planned", "is_kept", "day", "fate"),
    [
        pytest.param(date(2020, 2, 3), True, DAY, Fate.HELD, id="on its day"),
        pytest.param(date(2020, 2, 10), True, DAY, Fate.HELD, id="before its day"),
        pytest.param(date(2020, 2, 1), True, DAY, Fate.LATE, id="late"),
        pytest.param(None, True, DAY, Fate.HELD, id="no day was named"),
        pytest.param(date(2020, 2, 1), False, DAY, Fate.NEVER, id="never"),
        pytest.param(date(2021, 2, 1), False, DAY, Fate.AWAITED, id="to come"),
    ],
)
def test_what_became_of_a_promise_is_told_from_its_day_and_its_round(
    geneva, planned, is_kept, day, fate
):
    told(planned, geneva if is_kept else None)

    (promise,) = promises(day)

    assert promise.fate == fate


def test_a_round_that_is_known_and_has_not_begun_keeps_no_promise_yet(geneva):
    told(date(2021, 6, 1), following(date(2021, 6, 1), 2))

    (promise,) = promises()

    assert (promise.fate, promise.kept_by) == (Fate.AWAITED, None)


def test_a_meeting_is_promised_once_though_its_announcement_is_a_step(geneva):
    step = announced(geneva, date(2020, 2, 8))
    make.promised_meeting(step, round=geneva)

    (promise,) = promises()

    assert promise.made_at == "geneva-round"


def test_before_it_was_announced_nothing_was_promised(geneva):
    told(date(2020, 3, 1))

    assert promises(date(1990, 1, 1)) == []


@given(st.lists(st.none() | st.integers(1, 30)))
def test_missing_numbers_and_held_ones_make_a_whole(numbers):
    held = tuple(_Numbered(number) for number in numbers)

    missing = Series("talks", Localized("Talks", "en"), "military", held).missing

    known = {number for number in numbers if number}
    assert known.isdisjoint(missing)
    assert known | set(missing) == set(range(1, max(known, default=0) + 1))


class _Numbered:
    def __init__(self, number: int | None) -> None:
        self.number = number


def test_all_series_cost_one_query(geneva, django_assert_num_queries):
    following(date(2020, 6, 3), 2)

    with django_assert_num_queries(1):
        (series,) = rounds.series(day=DAY, language="ar")

    assert len(series.rounds) == 2
