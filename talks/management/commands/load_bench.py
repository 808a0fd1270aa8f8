"""Load synthetic rows by the hundred thousand, to measure the site with."""

from __future__ import annotations

import csv
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection, models, transaction
from django.db.backends.utils import CursorWrapper
from django.db.models.functions import Now

from talks.models import (
    Actor,
    Article,
    Citation,
    DataVersion,
    Event,
    EventPlace,
    Figure,
    Participation,
    Place,
    Source,
)
from talks.models.search import reindex
from talks.models.tallies import recount

# The files, parents first. A column not named here is text.
FILES = (
    *("places", "actors", "sources"),
    *("events", "event_actors", "event_sources", "claims"),
)
TYPES = {
    **dict.fromkeys(("id", "event_id", "actor_id"), "bigint"),
    **dict.fromkeys(("place_id", "source_id"), "bigint"),
    **dict.fromkeys(("value_min", "value_max"), "bigint"),
    **dict.fromkeys(("date", "published", "as_of"), "date"),
    **dict.fromkeys(("lat", "lon"), "float"),
}
# What the files call otherwise: for each word of theirs one of ours, so that narrowing
# gives the same events on every side that loads these rows. No meaning is meant.
KINDS = {
    "ceasefire": "truce",
    "violation": "truce_violation",
    "clash": "offensive",
    "airstrike": "attack",
    "withdrawal": "control_change",
    "exchange": "mediation",
    "displacement": "embargo_violation",
    "election": "appointment",
    "sanction": "resolution",
    "blockade": "economic",
}
ROLES = {"party": "participant", "affected": "target", "source": "issuer"}
MEASURES = {
    "killed": "deaths",
    "detained": "migrants_detained",
    "exchanged": "missing",
}
BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Load:
    """The rows of a model: from which files, and what stands in which column."""

    model: type[models.Model]
    rows: str
    columns: Mapping[str, str]


def _ours(column: str, words: Mapping[str, str]) -> str:
    """Return SQL for a word of theirs as one of ours; others stay as they are."""
    cases = " ".join(f"WHEN '{word}' THEN '{ours}'" for word, ours in words.items())
    return f"CASE {column} {cases} ELSE {column} END"


NAMED = {"id": "id", "slug": "id::text", "name": "name"}
MIDNIGHT = "published::timestamp AT TIME ZONE 'UTC'"
NOW = {"created_at": "now()", "changed_at": "now()"}
LOADS = (
    Load(
        Place,
        "bench_places",
        NAMED | {"kind": "'city'", "latitude": "lat", "longitude": "lon"},
    ),
    Load(Actor, "bench_actors", NAMED | {"kind": "'body'", "side": "'neutral'"}),
    Load(
        Source,
        "bench_sources",
        NAMED | {"kind": "'newspaper'", "homepage": "url", "reliability": "'F'"},
    ),
    Load(
        Event,
        "bench_events",
        {"id": "id", "slug": "id::text", "kind": _ours("kind", KINDS)}
        | {"track": "track", "title": "left(title, 200)", "summary": "summary"}
        | {"earliest": "date", "latest": "date", "status": "'approved'"}
        | {"known_on": "date", **NOW},
    ),
    Load(
        EventPlace,
        "bench_events",
        {"id": "id", "event_id": "id", "place_id": "place_id"},
    ),
    Load(
        Participation,
        "bench_event_actors AS link JOIN bench_events AS event ON event.id = event_id",
        {"id": "link.id", "event_id": "event_id", "actor_id": "actor_id"}
        | {"role": _ours("role", ROLES), "event_earliest": "event.date"}
        | {"event_kind": _ours("kind", KINDS)},
    ),
    Load(
        Article,
        "bench_event_sources AS link JOIN bench_events AS event ON event.id = event_id",
        {"id": "link.id", "source_id": "source_id", "address": "url"}
        | {"identity": "encode(sha256(url::bytea), 'hex')", "canonical_address": "url"}
        | {"title": "event.title", "published_at": MIDNIGHT, "found_at": MIDNIGHT}
        | {"state": "'cited'"},
    ),
    Load(
        Citation,
        "bench_event_sources",
        {"id": "id", "event_id": "event_id", "article_id": "id"},
    ),
    Load(
        Figure,
        "bench_claims AS claim JOIN bench_event_sources AS link USING (event_id, source_id)",
        {"id": "claim.id", "slug": "claim.id::text", "event_id": "claim.event_id"}
        | {"measure": _ours("metric", MEASURES), "population": "'all'"}
        | {"scope": "'incident'", "low": "value_min", "high": "value_max"}
        | {"qualifier": "'between'", "as_stated": "value_min || ' to ' || value_max"}
        | {"as_of_earliest": "as_of", "as_of_latest": "as_of", "place_id": "place_id"}
        | {"attributed_source_id": "source_id", "article_id": "link.id"}
        | {"status": "'approved'", "role": "'triangulation'", **NOW},
    ),
)


class Command(BaseCommand):
    """Seven CSV files in; the rows go in by COPY, past every form and trigger."""

    help = "Load a folder of synthetic rows into an empty database, to measure on."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add the folder with the seven files, and whether to leave out the words."""
        parser.add_argument("folder", type=Path)
        parser.add_argument(
            "--without-words",
            action="store_true",
            help="do not make them searchable: it takes a second a thousand events",
        )

    @transaction.atomic
    def handle(self, **options: Any) -> None:
        """Load all or nothing, and say how many rows there are."""
        folder: Path = options["folder"]
        if missing := [name for name in FILES if not _file(folder, name).is_file()]:
            raise CommandError(f"{folder} has no {missing[0]}.csv.")
        if Event.objects.exists():
            raise CommandError("This database holds events: load into an empty one.")
        with connection.cursor() as cursor:
            for name in FILES:
                _take_in(cursor, _file(folder, name))
            with _silent(cursor):
                for load in LOADS:
                    rows = _insert(cursor, load)
                    noun = load.model._meta.verbose_name_plural
                    self.stdout.write(f"{rows:10,d} {noun}")
        recount()
        if not options["without_words"]:
            reindex()
        DataVersion.objects.update_or_create(defaults={"changed_at": Now()}, pk=1)
        _analyze()


def _file(folder: Path, name: str) -> Path:
    return folder / f"{name}.csv"


def _take_in(cursor: CursorWrapper, path: Path) -> None:
    """Copy a file into a table of its own that goes with the transaction."""
    with path.open(newline="", encoding="utf-8") as file:
        names = next(csv.reader(file))
    columns = ", ".join(f"{name} {TYPES.get(name, 'text')}" for name in names)
    table = f"bench_{path.stem}"
    cursor.execute(f"CREATE TEMP TABLE {table} ({columns}) ON COMMIT DROP")
    with (
        path.open("rb") as file,
        cursor.copy(f"COPY {table} FROM STDIN (FORMAT csv, HEADER)") as copy,
    ):
        while block := file.read(BLOCK):
            copy.write(block)


def _insert(cursor: CursorWrapper, load: Load) -> int:
    """Write the rows; a column that the load does not name takes its model's default."""
    others = {
        str(field.column): field.get_db_prep_save(field.get_default(), connection)
        for field in load.model._meta.concrete_fields
        if not (field.null or field.generated or field.column in load.columns)
    }
    names = ", ".join((*load.columns, *others))
    values = ", ".join((*load.columns.values(), *("%s" for _name in others)))
    cursor.execute(
        f"INSERT INTO {load.model._meta.db_table} ({names})"  # noqa: S608
        f" SELECT {values} FROM {load.rows}",
        list(others.values()),
    )
    rows: int = cursor.rowcount
    _go_on_after_the_last_id(cursor, load.model._meta.db_table)
    return rows


def _go_on_after_the_last_id(cursor: CursorWrapper, table: str) -> None:
    cursor.execute(
        f"SELECT setval(pg_get_serial_sequence('{table}', 'id'),"  # noqa: S608
        f" coalesce(max(id), 1)) FROM {table}"
    )


@contextmanager
def _silent(cursor: CursorWrapper) -> Iterator[None]:
    """Keep the triggers still: the rows bring what these would have written.

    History is left out; it would double every row that is loaded.
    """
    tables = [load.model._meta.db_table for load in LOADS]
    for table in tables:
        cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    yield
    # keys are checked at commit, but a table with checks to come cannot be altered
    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    for table in tables:
        cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def _analyze() -> None:
    """Let the planner know the new rows once they are there for good."""
    transaction.on_commit(lambda: connection.cursor().execute("VACUUM ANALYZE"))
