"""A table is tried row by row, written whole or not at all, and changes nothing twice."""

from __future__ import annotations

import pytest

from talks.ingest import imports
from talks.ingest.imports import FaultyImportError, Verb
from talks.ingest.sheets import read_sheet
from talks.models import Actor, Event, Figure, Import
from tests import factories
from tests.factories import NOW

pytestmark = pytest.mark.django_db
ACTORS = """slug,name,name_ar,kind,side,aliases
libya-dawn,Libya Dawn,فجر ليبيا,armed_group,neutral,Fajr Libya|Dawn
sirte-council,Sirte Council,,body,neutral,
"""
EVENT = (
    "slug,date,kind,track,modality,title,summary,places,actors,sources\n"
    "quiet-day,2020-01-12,truce,military,announced,A truce,Guns fall silent,"
    "{place},{actor}:signatory,herald=https://herald.test/2020/01/12/truce\n"
)


def brought(noun: str, table: str, by) -> Import:
    sheet = read_sheet(table.encode())
    return imports.hold(noun, "table.csv", sheet, by=by, now=NOW)


def tried(it: Import) -> list[tuple[str, str]]:
    return [(result.slug, result.verb.value) for result in imports.try_out(it, now=NOW)]


def test_a_trial_tells_what_would_become_of_each_row_and_keeps_nothing(editor):
    factories.actor(slug="libya-dawn", name="Libya Dawn", kind="armed_group")

    results = imports.try_out(brought("actors", ACTORS, editor), now=NOW)

    assert [result.verb for result in results] == [Verb.CHANGED, Verb.NEW]
    assert "name_ar" in [each.field for each in results[0].differences]
    assert Actor.objects.get().name_ar == ""


def test_written_and_written_again(editor):
    counts = imports.write_import(brought("actors", ACTORS, editor), by=editor, now=NOW)

    assert counts == {Verb.NEW: 2}
    dawn = Actor.objects.get(slug="libya-dawn")
    assert dawn.name_ar == "فجر ليبيا"
    assert set(dawn.aliases.values_list("text", flat=True)) == {"Fajr Libya", "Dawn"}

    again = imports.write_import(brought("actors", ACTORS, editor), by=editor, now=NOW)
    assert again == {Verb.UNCHANGED: 2}


def test_one_bad_row_keeps_all_out_and_is_named(editor):
    table = ACTORS.replace("sirte-council,Sirte Council,,body", "sirte-council,,,club")
    it = brought("actors", table, editor)

    results = imports.try_out(it, now=NOW)
    with pytest.raises(FaultyImportError, match="1 rows cannot be used"):
        imports.write_import(it, by=editor, now=NOW)

    assert [(each.row, each.verb) for each in results] == [
        (2, Verb.NEW),
        (3, Verb.FAULTY),
    ]
    assert "it is empty" in results[1].words
    assert not Actor.objects.exists()


def test_a_rule_of_the_database_names_its_row(editor):
    table = (
        "slug,measure,population,scope,low,best,high,qualifier,as_stated,assertion,"
        "as_of,role,source\n"
        "one,deaths,all,cumulative,,12,,exact,12 dead,asserted,2020-01-12,supporting,"
        "herald=https://herald.test/1\n"
        "two,deaths,all,cumulative,20,,10,between,10 to 20,asserted,2020-01-12,"
        "supporting,herald=https://herald.test/1\n"
    )
    factories.herald()

    results = imports.try_out(brought("figures", table, editor), now=NOW)

    assert [result.verb for result in results][1] == Verb.FAULTY
    assert results[1].words
    assert not Figure.objects.exists()


def test_new_events_are_drafts_with_their_people_places_and_reports(editor):
    factories.herald()
    place, actor = factories.tripoli(), factories.gna()
    table = EVENT.format(place=place.slug, actor=actor.slug)

    imports.write_import(brought("events", table, editor), by=editor, now=NOW)

    event = Event.objects.get()
    assert (event.status, event.participations.get().actor) == ("draft", actor)
    assert event.citations.get().article.address.startswith("https://herald.test")
    assert event.history.earliest("pgh_id").pgh_context.metadata["user"] == editor.pk


def test_what_is_approved_is_left_to_the_sign_off(editor):
    factories.herald()
    factories.event(slug="quiet-day", title="Another title")
    table = EVENT.format(place=factories.tripoli().slug, actor=factories.gna().slug)

    results = imports.try_out(brought("events", table, editor), now=NOW)

    assert "a second person signs" in results[0].words


def test_rows_may_name_each_other_but_nothing_unknown(editor):
    table = (
        "slug,name,kind,within_slug\n"
        "old-town,Old Town,district,harbour-city\n"
        "harbour-city,Harbour City,city,\n"
        "far-town,Far Town,city,nowhere\n"
    )

    results = imports.try_out(brought("places", table, editor), now=NOW)

    assert [result.verb for result in results] == [Verb.NEW, Verb.NEW, Verb.FAULTY]
    assert "'nowhere' is not among the places" in results[2].words


def test_a_slug_twice_is_told_on_both_rows(editor):
    table = "slug,name,kind,side\na,One,body,neutral\na,Two,body,neutral\n"

    assert tried(brought("actors", table, editor)) == [("a", "faulty"), ("a", "faulty")]


def test_a_column_left_out_empties_nothing(editor):
    factories.actor(
        slug="libya-dawn", name="Libya Dawn", name_fr="Aube", kind="armed_group"
    )
    table = "slug,name,kind,side\nlibya-dawn,Libya Dawn,armed_group,neutral\n"

    [result] = imports.try_out(brought("actors", table, editor), now=NOW)

    assert "it would empty" in result.words
    assert "name_fr" in result.words


def test_columns_are_matched_by_name_whatever_their_case():
    header = ["Slug", "NAME", "Name ar", "Remarks"]

    assert imports.match_columns("actors", header) == {
        "slug": "Slug",
        "name": "NAME",
        "name_ar": "Name ar",
    }
