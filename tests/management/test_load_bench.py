"""Synthetic rows are loaded whole, as if they had been written one by one."""

from __future__ import annotations

from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from talks.models import Citation, Event, EventTally, Figure, Participation, Sought
from tests import factories

pytestmark = pytest.mark.django_db

FILES = {
    "places": "id,name,lat,lon\n1,Somewhere,30.1,20.2\n",
    "actors": "id,name,kind\n1,A Brigade,armed\n2,A Council,state\n",
    "sources": "id,name,url\n1,A News,https://source1.example/feed.xml\n",
    "events": (
        "id,date,kind,track,place_id,title,summary\n"
        "1,2020-01-12,ceasefire,military,1,A truce,It began.\n"
        "2,2020-01-19,talks,political,1,A round,They met.\n"
    ),
    "event_actors": "id,event_id,actor_id,role\n1,1,1,party\n2,1,2,accused\n",
    "event_sources": (
        "id,event_id,source_id,url,published\n"
        "1,1,1,https://source1.example/1,2020-01-12\n"
        "2,2,1,https://source1.example/2,2020-01-19\n"
    ),
    "claims": (
        "id,event_id,metric,value_min,value_max,as_of,place_id,source_id\n"
        "1,1,killed,2,5,2020-01-12,1,1\n"
    ),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / f"{name}.csv").write_text(text)
    return tmp_path


def load(folder: Path) -> str:
    out = StringIO()
    call_command("load_bench", str(folder), stdout=out)
    return out.getvalue()


def test_events_keep_their_numbers_and_all_that_hangs_on_them(folder):
    said = load(folder)

    event = Event.objects.get(pk=1)
    part = Participation.objects.get(event=event, role="accused")
    assert (event.slug, event.kind, event.status) == ("1", "truce", "approved")
    assert [place.name for place in event.places.all()] == ["Somewhere"]
    assert (part.event_earliest, part.event_kind) == (date(2020, 1, 12), "truce")
    assert Citation.objects.get(event=event).article.source.name == "A News"
    assert Figure.objects.get(event=event).article_id == 1
    assert "2 events" in said


def test_they_are_counted_and_found_by_their_words(folder):
    load(folder)

    assert Event.objects.get(index__vector=Sought("round")).pk == 2

    assert EventTally.objects.get(kind="truce").count == 1


def test_the_next_row_gets_a_number_of_its_own(folder):
    load(folder)

    assert factories.article().pk == 3


def test_triggers_are_awake_again_afterwards(folder):
    load(folder)

    Event.objects.filter(pk=1).update(kind="talks")
    connection.check_constraints()

    assert Participation.objects.filter(event=1, event_kind="talks").count() == 2


def test_a_database_in_use_is_left_alone(folder):
    factories.event()

    with pytest.raises(CommandError, match="load into an empty one"):
        load(folder)


def test_a_missing_file_is_named(folder):
    (folder / "claims.csv").unlink()

    with pytest.raises(CommandError, match=r"no claims\.csv"):
        load(folder)
