"""Two periods are counted alike, and their deaths are never mixed or averaged."""

from __future__ import annotations

from datetime import date

import pytest
from django.http import QueryDict

from talks.filters.comparison import ComparisonFilter, Period
from talks.queries.comparison import Comparison, Pair, Toll, compare
from tests import factories

pytestmark = pytest.mark.django_db
JANUARY = Period(date(2020, 1, 1), date(2020, 1, 31))
FEBRUARY = Period(date(2020, 2, 1), date(2020, 2, 29))


def compared(query: str = "") -> Comparison:
    asked = ComparisonFilter.parse(QueryDict(query))
    return compare(asked, JANUARY, FEBRUARY, day=date(2021, 1, 1), language="en")


@pytest.fixture
def two_months():
    """An attack in January; two attacks and a round of talks in February."""
    who = [(factories.lna(), "accused"), (factories.lna(), "participant")]
    factories.event(date(2020, 1, 5), kind="attack", who=who)
    factories.event(date(2020, 2, 5), kind="attack", who=who)
    factories.event(date(2020, 2, 6), kind="attack")
    factories.event(date(2020, 2, 7), kind="talks")
    factories.event(date(2020, 3, 1), kind="talks")


def test_events_are_counted_by_kind(two_months):
    found = compared()

    assert found.events == Pair(1, 3)
    assert found.kinds == {"talks": Pair(0, 1), "attack": Pair(1, 2)}
    assert found.kinds["attack"].change == 1


def test_an_actor_counts_once_an_event(two_months):
    assert [(actor.slug, pair) for actor, pair in compared().actors] == [
        ("lna", Pair(1, 1))
    ]


def test_the_filter_of_the_timeline_narrows_both(two_months):
    assert compared("kind=talks").events == Pair(0, 1)


def test_an_event_of_an_inexact_day_counts_wherever_it_may_lie():
    factories.event(date(2020, 1, 30), latest=date(2020, 2, 2), date_precision="range")

    assert compared().events == Pair(1, 1)


def test_deaths_are_added_by_who_was_counted():
    for day, low, high in ((5, 2, 3), (6, 4, 4)):
        attack = factories.event(date(2020, 1, day), kind="attack")
        factories.figure(
            event=attack,
            population="civilians",
            low=low,
            high=high,
            qualifier="between",
            as_stated=f"between {low} and {high}",
        )

    assert compared().deaths == {"civilians": (Toll(6, 7, False, 2), None)}


def test_deaths_of_a_flood_are_not_those_of_the_war():
    flood = factories.event(date(2020, 1, 5), kind="humanitarian")
    factories.figure(event=flood)

    assert compared().deaths == {}


def test_a_comparison_costs_three_queries(two_months, django_assert_num_queries):
    with django_assert_num_queries(3):
        compared()
