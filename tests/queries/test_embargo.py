"""Embargo cases: who supplied whom with what, accused and confirmed."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from talks.models import Event
from talks.queries import embargo
from talks.queries.grading import Grade
from talks.queries.proof import Standard
from tests import factories as make

pytestmark = pytest.mark.django_db
DAY = date(2024, 3, 1)


def read(standard: Standard = Standard.ALL, day: date = DAY):
    return embargo.cases(day=day, standard=standard, language="en")


def test_a_case_names_both_ends_and_its_carrier():
    make.embargo_violation(
        supplier=make.unsmil(), recipient=make.lna(), carrier="Bana", flag="LB"
    )

    (case,) = read()

    assert (case.supplier.slug, case.recipient.slug) == ("unsmil", "lna")
    assert (case.carrier, case.flag, case.item) == ("Bana", "LB", "arms")


def test_confirmed_cases_stand_beside_all_that_are_alleged():
    known = make.embargo_violation(supplier=make.gna())
    make.embargo_violation(supplier=make.gna(), item="ships")
    make.embargo_violation()
    found = make.article(source=make.source(slug="un-panel-of-experts"))
    make.citation(event=known.event, article=found)

    named, nobody = embargo.tally(read(), lambda case: case.supplier)

    assert (named.name.slug, named.cases, named.confirmed) == ("gna", 2, 1)
    assert (nobody.name, nobody.cases) == (None, 1)
    assert [case.card.grade for case in read(Standard.CONFIRMED)] == [Grade.CONFIRMED]


def test_months_count_each_case_once():
    make.embargo_violation(date(2020, 5, 1))
    make.embargo_violation(date(2020, 5, 31))
    make.embargo_violation(date(2020, 6, 1))

    months = embargo.by_month(read())

    assert {month: sum(grades.values()) for month, grades in months.items()} == {
        date(2020, 5, 1): 2,
        date(2020, 6, 1): 1,
    }


def test_flights_of_a_month_are_no_share_of_those_since_the_launch():
    told = make.article(published_at=datetime(2024, 1, 15, tzinfo=UTC))
    for number, since in ((1336, date(2020, 5, 4)), (26, date(2023, 12, 1))):
        make.figure(
            told,
            measure="aircraft",
            population="not_applicable",
            scope="cumulative",
            low=number,
            best=number,
            high=number,
            since_earliest=since,
            since_latest=since,
            as_of_earliest=date(2023, 12, 31),
            as_of_latest=date(2023, 12, 31),
        )

    found = embargo.inspections(day=DAY, language="en")

    assert [claim.most for claim in found.totals] == [1336]
    assert [claim.most for claim in found.periods] == [26]


def test_cases_are_narrowed_by_whatever_is_known_of_them():
    make.embargo_violation(date(2020, 5, 1), supplier=make.gna(), item="ships")
    make.embargo_violation(
        date(2020, 6, 1), recipient=make.lna(), standard_of_proof="shown"
    )

    first, second = sorted(read(), key=lambda case: case.month)

    for wanted, held in (
        ({"supplier": "gna"}, first),
        ({"item": "ships", "month": "2020-05"}, first),
        ({"recipient": "lna"}, second),
        ({"standard_of_proof": "shown"}, second),
    ):
        chosen = embargo.Wanted(**wanted)
        assert [case for case in (first, second) if chosen.holds(case)] == [held]


def test_resolutions_of_the_embargo_track_stand_beside():
    made = make.event(kind=Event.Kind.RESOLUTION, track=Event.Track.EMBARGO)
    make.event(kind=Event.Kind.RESOLUTION, track=Event.Track.SECURITY_COUNCIL)

    found = embargo.resolutions(day=DAY, language="en")

    assert [card.slug for card in found] == [made.slug]


def test_what_was_not_yet_reported_is_left_out():
    make.embargo_violation()

    assert read(day=date(2020, 2, 3)) == []


def test_cases_cost_two_queries(django_assert_num_queries):
    for _ in range(5):
        make.embargo_violation(supplier=make.gna())

    with django_assert_num_queries(2):
        assert len(read()) == 5
