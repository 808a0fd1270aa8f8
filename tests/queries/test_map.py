"""Places are counted as the timeline would show them, and what has none is told."""

from __future__ import annotations

from datetime import date

import pytest

from talks.filters import EventFilter
from talks.queries import map as maps
from talks.queries.map import Located, located
from talks.queries.proof import Standard
from tests import factories

pytestmark = pytest.mark.django_db
NOWHERE = EventFilter()


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
    ("standard", "wanted"),
    [
        (Standard.ALL, {"tripoli": 2, "geneva": 1}),
        (Standard.TWO, {"tripoli": 1, "geneva": 1}),
        (Standard.CONFIRMED, {}),
    ],
)
def test_each_event_counts_at_each_of_its_places(somewhere, standard, wanted):
    assert counts(located(NOWHERE, standard, "en")) == wanted


def test_what_has_no_place_on_the_map_is_counted(somewhere):
    found = located(NOWHERE, Standard.ALL, "en")

    assert (found.events, found.unlocated) == (3, 1)


def test_what_lacks_the_proof_asked_for_is_left_out(somewhere):
    found = located(NOWHERE, Standard.TWO, "en")

    assert (found.events, found.unlocated, found.is_weighed) == (1, 0, True)


def test_too_many_to_weigh_are_all_counted_and_it_is_said(somewhere, monkeypatch):
    monkeypatch.setattr(maps, "MOST_WEIGHED", 1)

    found = located(NOWHERE, Standard.TWO, "en")

    assert (found.events, found.is_weighed) == (3, False)


def test_the_filter_of_the_timeline_narrows_the_map(somewhere):
    assert counts(located(EventFilter(kinds=("attack",)), Standard.ALL, "en")) == {
        "tripoli": 1
    }
    assert (
        counts(located(EventFilter(first=date(2021, 1, 1)), Standard.ALL, "en")) == {}
    )


def test_drafts_are_not_on_the_map():
    factories.event(at=[factories.tripoli()], status="draft")

    assert located(NOWHERE, Standard.ALL, "en").spots == []


@pytest.mark.parametrize("standard", list(Standard))
def test_the_map_costs_two_queries(somewhere, standard, django_assert_max_num_queries):
    with django_assert_max_num_queries(2):
        located(NOWHERE, standard, "ar")
