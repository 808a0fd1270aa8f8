"""Choices are counted with what else is asked; of very many events at least so many."""

from __future__ import annotations

from datetime import date

import pytest
from django.http import QueryDict

from talks.filters import EventFilter
from talks.queries import tallies
from tests import factories

pytestmark = pytest.mark.django_db


def ask(query: str = "") -> EventFilter:
    return EventFilter.parse(QueryDict(query))


@pytest.fixture
def many(monkeypatch):
    """As if there were more events than are counted for each visitor."""
    monkeypatch.setattr(tallies, "_are_many", lambda: True)


def test_a_choice_is_counted_as_if_its_part_were_not_narrowed():
    factories.event(kind="talks", track="military")
    factories.event(kind="truce", track="military")
    factories.event(kind="truce", track="ground", modality="announced")

    tally = tallies.tally(ask("kind=talks&track=military"))

    assert dict(tally.kinds) == {"talks": 1, "truce": 1}
    assert dict(tally.tracks) == {"military": 1}
    assert dict(tally.modalities) == {"observed": 1}
    assert tally.possibly == 1


def test_what_may_lie_outside_is_not_surely_inside():
    factories.event(date(2020, 1, 5))
    factories.event(date(2020, 1, 1), latest=date(2020, 1, 31), date_precision="month")

    tally = tallies.tally(ask("from=2020-01-03&to=2020-01-10"))

    assert (tally.possibly, tally.surely) == (2, 1)


def test_months_are_counted_whole_whatever_days_are_asked_for():
    factories.event(date(2020, 1, 5))
    factories.event(date(2020, 2, 5))

    tally = tallies.tally(ask("from=2020-02"))

    assert set(tally.months) == {date(2020, 1, 1), date(2020, 2, 1)}


def test_options_are_counted_with_what_else_is_asked():
    factories.geneva_round()
    factories.january_truce()

    options = tallies.options(ask("kind=talks"), "en")["actor"]

    assert {option.name.slug: option.count for option in options} == {
        "gna": 1,
        "lna": 1,
        "unsmil": 1,
    }


@pytest.mark.parametrize("query", ["", "kind=talks", "track=ground&modality=announced"])
def test_what_is_kept_is_what_would_be_counted(query):
    factories.event(date(2020, 1, 5), kind="talks", track="military")
    factories.event(date(2020, 2, 5), kind="truce", track="ground")
    factories.event(kind="truce", track="ground", modality="announced")
    factories.event(status="draft")

    kept, live = tallies.tally(ask(query)), tallies._live(ask(query))

    assert kept == live


def test_of_many_only_the_newest_are_counted(many, monkeypatch):
    monkeypatch.setattr(tallies, "MOST_COUNTED", 2)
    for day in (1, 2, 3):
        factories.event(date(2020, 1, day), kind="talks")
    factories.event(date(2020, 2, 1), kind="truce")

    tally = tallies.tally(ask("to=2020-01-31"))

    assert (tally.possibly, tally.is_whole) == (3, False)
    assert dict(tally.kinds) == {"talks": 3}
    assert set(tally.months) == {date(2020, 1, 1), date(2020, 2, 1)}


def test_of_many_the_few_that_match_are_counted_whole(many):
    factories.event(date(2020, 1, 1))
    factories.event(date(2020, 2, 1))

    tally = tallies.tally(ask("to=2020-01-31"))

    assert (tally.possibly, tally.surely, tally.is_whole) == (1, 1, True)


def test_choices_of_many_events_are_named_alone(many):
    factories.geneva_round()

    named = tallies.options(ask(), "en")["place"]

    assert [(option.name.slug, option.count) for option in named] == [("geneva", None)]


def test_choices_of_few_among_many_are_counted(many, monkeypatch):
    monkeypatch.setattr(tallies, "MOST_LISTED", 1)
    factories.geneva_round()
    factories.january_truce()

    actors = tallies.options(ask("kind=talks"), "en")["actor"]

    assert {option.count for option in actors} == {1}


def test_the_page_does_not_change_the_counts():
    newest = factories.event(date(2020, 1, 2), kind="talks")
    factories.event(date(2020, 1, 1), kind="talks")

    below = ask(f"kind=talks&before=2020-01-02.{newest.pk}")

    assert tallies.tally(below).possibly == 2
