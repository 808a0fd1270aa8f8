"""The names the reader looks for, from the rows."""

from __future__ import annotations

from datetime import date

import pytest

from talks.ingest.gazetteer import current_gazetteer
from talks.models import ActorAlias, PlaceAlias
from tests import factories

pytestmark = pytest.mark.django_db


def test_actors_and_places_come_with_all_their_spellings():
    ActorAlias.objects.create(actor=factories.haftar(), text="Hifter")
    PlaceAlias.objects.create(place=factories.tripoli(), text="Tarabulus")

    known = current_gazetteer()

    assert set(known.actors["haftar"].names) == {
        "Khalifa Haftar",
        "خليفة حفتر",
        "Hifter",
    }
    assert "Tarabulus" in known.places["tripoli"].names
    assert known.places["tripoli"].within == "libya"


def test_a_shared_name_is_an_actors_only_in_its_time():
    factories.actor(slug="first", active_to=date(2021, 3, 16))

    entry = current_gazetteer().actors["first"]

    assert (entry.valid_from, entry.valid_to) == (None, date(2021, 3, 16))


def test_it_is_built_once_while_nothing_changes(django_assert_num_queries):
    factories.gna()
    first = current_gazetteer()

    with django_assert_num_queries(1):
        again = current_gazetteer()

    assert again is first


def test_a_changed_name_is_found_at_once():
    actor = factories.gna()
    current_gazetteer()

    actor.name = "Government of Unity"
    actor.save()

    assert "Government of Unity" in current_gazetteer().actors["gna"].names


def test_a_name_taken_away_is_gone_at_once():
    alias = ActorAlias.objects.create(actor=factories.gna(), text="the Accord")
    current_gazetteer()

    alias.delete()

    assert "the Accord" not in current_gazetteer().actors["gna"].names
