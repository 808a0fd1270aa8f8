"""Facts find their rows, and their rows the ids of what they name."""

from __future__ import annotations

import pytest

from talks.ingest.facts.fact import Fact
from talks.ingest.facts.files import FILES, read_files
from talks.ingest.facts.rows import Ids, Parts, held_rows, write_parts, write_rows
from talks.models import (
    Actor,
    Citation,
    Event,
    Participation,
    Place,
    Truce,
    TruceViolation,
)
from tests.factories import actor, event, place, truce
from tests.ingest.facts.shipped import ship

PLACES = next(file for file in FILES if file.name == "places")


def a_place(slug: str, **fields) -> Fact:
    named = {"name": slug, "kind": "town", "within__slug": None}
    return Fact(slug, named | fields, {"aliases": []})


def test_slugs_become_ids(db):
    mission = actor(slug="mission")

    columns = Ids({}).resolve(Participation, {"actor__slug": "mission", "role": "host"})

    assert columns == {"actor_id": mission.pk, "role": "host"}


def test_no_slug_becomes_no_id(db):
    assert Ids({}).resolve(Place, {"within__slug": None}) == {"within_id": None}


def test_a_row_that_is_not_there_makes_the_whole_unwritable(db):
    assert Ids({}).resolve(Place, {"within__slug": "nowhere"}) is None


def test_reports_are_known_by_what_was_handed_in():
    columns = Ids({"f00": 7}).resolve(Citation, {"article__identity": "f00"})

    assert columns == {"article_id": 7}


def test_rows_are_looked_up_again_once_forgotten(db):
    ids = Ids({})
    ids.resolve(Place, {"within__slug": "coast"})
    coast = place(slug="coast")

    ids.forget(Place)

    assert ids.resolve(Place, {"within__slug": "coast"}) == {"within_id": coast.pk}


def test_a_place_is_written_after_the_one_it_lies_in(db):
    inner, outer = a_place("inner", within__slug="outer"), a_place("outer")

    written = write_rows(PLACES, [inner, outer], {}, Ids({}))

    assert Place.objects.get(pk=written["inner"]).within_id == written["outer"]


def test_places_that_lie_in_each_other_are_not_written(db):
    one, other = (
        a_place("one", within__slug="other"),
        a_place("other", within__slug="one"),
    )

    assert write_rows(PLACES, [one, other], {}, Ids({})) == {}


def test_a_written_row_is_held_as_the_fact_says(db):
    fact = a_place("town")

    written = write_rows(PLACES, [fact], {}, Ids({}))

    held = held_rows(PLACES, [fact], {})["town"]
    assert (held.pk, held.picture) == (written["town"], fact.picture)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_rows_are_read_in_a_query_and_one_for_each_part(
    db, tmp_path, django_assert_max_num_queries, file
):
    facts = read_files(ship(tmp_path))[file.name]
    parts = len(facts[0].parts) if facts else 0

    with django_assert_max_num_queries(1 + parts):
        held_rows(file, facts, {})


def test_a_part_may_move_from_one_row_to_another(db):
    first, second = truce(event()), truce(event())
    shots = event(slug="shots", kind=Event.Kind.TRUCE_VIOLATION)
    TruceViolation.objects.create(event=shots, truce=first)
    part = {"event__slug": "shots"}

    moves = [Parts(second.pk, [], [part]), Parts(first.pk, [part], [])]
    write_parts(Truce, "violations", moves, Ids({}))

    assert TruceViolation.objects.get().truce == second


def test_parts_that_stay_are_not_touched(db):
    mission = actor(slug="mission")
    meeting = event()
    stays = Participation.objects.create(event=meeting, actor=mission, role="host")
    part = {"actor__slug": "mission", "role": "host"}

    write_parts(Event, "participations", [Parts(meeting.pk, [part], [part])], Ids({}))

    assert Participation.objects.get() == stays
    assert Actor.objects.get().participations.get().history.count() == 1
