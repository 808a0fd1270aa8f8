"""Promises: their day, how they stood each quarter, how long they are past it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talks.models import Event, Obligation
from talks.models.base import Localized
from talks.queries import commitments
from talks.queries.commitments import Promise, State, Status
from tests import factories as make
from tests.claims import name

SIGNED = date(2020, 10, 23)
DEADLINE = date(2021, 1, 23)
DAY = date(2021, 4, 1)
LEVELS = ("not_yet_due", "breached", "not_started", "ongoing", "partial", "fulfilled")


def status(day: date, level: str) -> Status:
    return Status(day, level, Localized("", "en"), "", 1, name("herald"), None)


def promise(*statuses: Status, **fields) -> Promise:
    given = {
        "id": 1,
        "slug": "foreign-departure",
        "provision": Localized("Foreign fighters leave.", "en"),
        "agreement": name("ceasefire"),
        "signed_on": SIGNED,
        "lapsed_on": None,
        "due_on": DEADLINE,
        "due_rule": "",
        "computed_on": None,
        "bound": (),
        "statuses": statuses,
        "day": DAY,
    }
    return Promise(**(given | fields))


@pytest.mark.parametrize(
    ("made", "state", "past"),
    [
        pytest.param(promise(day=date(2021, 1, 1)), State.UPCOMING, 0, id="to-come"),
        pytest.param(promise(), State.UNHEARD, 68, id="no-judgement-since"),
        pytest.param(
            promise(status(date(2020, 12, 1), "not_started")),
            State.UNHEARD,
            68,
            id="judged-only-before-its-day",
        ),
        pytest.param(
            promise(status(date(2021, 3, 1), "partial")),
            State.OVERDUE,
            68,
            id="overdue",
        ),
        pytest.param(
            promise(status(date(2021, 3, 1), "breached")), State.BROKEN, 68, id="broken"
        ),
        pytest.param(
            promise(status(date(2021, 3, 31), "fulfilled")),
            State.KEPT,
            0,
            id="kept-by-the-first-judgement",
        ),
        pytest.param(
            promise(
                status(date(2021, 2, 1), "partial"),
                status(date(2021, 3, 1), "fulfilled"),
            ),
            State.LATE,
            37,
            id="kept-late",
        ),
        pytest.param(
            promise(status(DAY, "breached"), lapsed_on=date(2021, 2, 2)),
            State.LAPSED,
            10,
            id="ended-with-its-truce",
        ),
        pytest.param(promise(due_on=None), State.OPEN, 0, id="no-day"),
        pytest.param(
            promise(due_on=None, computed_on=DEADLINE),
            State.UNHEARD,
            68,
            id="day-from-its-clock-rule",
        ),
    ],
)
def test_a_promise_stands_against_its_day(made, state, past):
    assert (made.state, made.days_past) == (state, past)


statuses = st.lists(
    st.builds(status, st.dates(SIGNED, DAY), st.sampled_from(LEVELS)), max_size=5
).map(lambda found: tuple(sorted(found, key=lambda one: one.as_of)))


@given(statuses, st.dates(SIGNED, DAY))
def test_only_what_was_judged_after_its_day_is_overdue_or_late(judged, day):
    made = promise(*judged, due_on=day)

    if made.state in {State.OVERDUE, State.LATE}:
        assert any(one.as_of >= day and one.level != "fulfilled" for one in judged)
    assert made.days_past >= 0
    assert made.days_past <= (DAY - day).days


@given(statuses, st.dates(SIGNED, DAY + timedelta(400)))
def test_the_judgement_of_a_quarter_is_the_last_one_made_by_its_end(judged, last):
    stood = promise(*judged).at(last)

    if stood is None:
        assert all(one.as_of > last for one in judged)
    else:
        assert stood.as_of == max(one.as_of for one in judged if one.as_of <= last)


def test_quarters_run_from_the_agreement_to_the_last_judgement():
    made = promise(status(date(2021, 4, 2), "partial"))

    assert commitments.quarters([made]) == [
        date(2020, 12, 31),
        date(2021, 3, 31),
        date(2021, 6, 30),
    ]
    assert commitments.quarters([promise()]) == []


@pytest.fixture
def foreign_departure(db):
    """The promise that foreign fighters leave within three months."""
    agreement = make.event(
        SIGNED, slug="ceasefire", kind=Event.Kind.AGREEMENT, cited_by=[reported(SIGNED)]
    )
    made = make.commitment(
        agreement, slug="foreign-departure", due_rule="three months after signature"
    )
    Obligation.objects.create(commitment=made, actor=make.lna())
    return made


def reported(day: date):
    return make.article(published_at=datetime(day.year, day.month, day.day, tzinfo=UTC))


def test_a_clock_rule_gives_the_day(foreign_departure):
    made = commitments.one("foreign-departure", day=DAY, language="en")

    assert (made.due, [one.slug for one in made.bound]) == (DEADLINE, ["lna"])


def test_judgements_that_were_not_yet_published_are_left_out(foreign_departure):
    late = reported(date(2021, 3, 20))
    make.commitment_status(
        foreign_departure, as_of=date(2021, 2, 1), level="partial", **make.quoted(late)
    )

    before, after = (
        commitments.one("foreign-departure", day=day, language="en").statuses
        for day in (date(2021, 3, 1), date(2021, 4, 1))
    )

    assert (before, [one.level for one in after]) == ((), ["partial"])


def test_what_came_after_the_day_is_of_those_bound(foreign_departure):
    flight = make.embargo_violation(date(2021, 2, 2), recipient=make.lna())
    make.embargo_violation(date(2021, 1, 2), recipient=make.lna())
    make.embargo_violation(date(2021, 2, 3), recipient=make.gna())
    shelling = make.event(
        date(2021, 2, 4), kind=Event.Kind.ATTACK, who=[(make.lna(), "accused")]
    )
    made = commitments.one("foreign-departure", day=DAY, language="en")

    found = commitments.aftermath(made, language="en")

    assert [card.slug for card in found] == [flight.event.slug, shelling.slug]


def test_all_agreements_cost_one_query(foreign_departure, django_assert_num_queries):
    make.commitment(foreign_departure.agreement)
    make.commitment(make.event(kind=Event.Kind.RESOLUTION))

    with django_assert_num_queries(1):
        found = commitments.agreements(day=DAY, language="ar")

    assert [len(one.promises) for one in found] == [2, 1]
