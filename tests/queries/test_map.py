"""Places are counted as the timeline would show them, and what has none is told."""

from __future__ import annotations

from datetime import date

import pytest

from talks.filters import EventFilter
from talks.queries.map import Located, located
from tests import factories

pytestmark = pytest.mark.django_db
ANYTHING = EventFilter()


def counts(found: Located) -> dict[str, int]:
    return {spot.name.slug: spot.events for spot in found.spots}


@pytest.fixture
def somewhere():
    """Two events in Tripoli, one of them in Geneva too, and one that is nowhere."""
    tripoli, geneva = factories.tripoli(), factories.geneva()
    factories.event(at=[tripoli], kind="attack")
    factories.event(
        at=[geneva, tripoli], cited_by=[factories.article(), factories.article()]
    )
    factories.event()


@pytest.mark.parametrize(
    ("proof", "wanted"),
    [
        ("", {"tripoli": 2, "geneva": 1}),
        ("two", {"tripoli": 1, "geneva": 1}),
        ("confirmed", {}),
    ],
)
def test_each_event_counts_at_each_of_its_places(somewhere, proof, wanted):
    assert counts(located(EventFilter(proof=proof), "en")) == wanted


def test_what_has_no_place_on_the_map_is_counted(somewhere):
    found = located(ANYTHING, "en")

    assert (found.events, found.unlocated) == (3, 1)


def test_the_filter_of_the_timeline_narrows_the_map(somewhere):
    assert counts(located(EventFilter(kinds=("attack",)), "en")) == {"tripoli": 1}
    assert counts(located(EventFilter(first=date(2021, 1, 1)), "en")) == {}


def test_drafts_are_not_on_the_map():
    factories.event(at=[factories.tripoli()], status="draft")

    assert located(ANYTHING, "en").spots == []


def test_the_map_costs_two_queries(somewhere, django_assert_num_queries):
    with django_assert_num_queries(2):
        located(EventFilter(proof="two"), "ar")
