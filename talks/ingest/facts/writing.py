"""Facts compared with rows, and written where no person has changed them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pghistory
from django.db import connection, transaction

from talks.ingest.facts.fact import Fact, Picture, draw
from talks.ingest.facts.files import FILES, File, read_files
from talks.ingest.facts.reports import hold, tell_days
from talks.ingest.facts.rows import Held, Ids, Parts, held_rows, write_parts, write_rows
from talks.ingest.shipped import Loaded, load_feeds
from talks.models.seeded import Seeded


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of a file's rows."""

    file: str
    added: int
    updated: int
    kept: int
    unchanged: int

    def __str__(self) -> str:
        return (
            f"{self.file}.csv: {self.added} added, {self.updated} updated, "
            f"{self.kept} kept as staff changed them, {self.unchanged} unchanged"
        )


def seed(folder: Path, *, now: datetime) -> list[Tally | Loaded]:
    """Write the shipped facts and feeds; all of them or, if anything fails, none.

    A row that people changed or removed is left as it is, and so is one that names
    something they removed. Repeating it changes nothing. Raises FaultyFilesError
    before the first write.
    """
    facts = read_files(folder)
    with transaction.atomic(), pghistory.context(reason="seed"):
        _wait_for_other_seeds()
        tallies = [_write_file(file, facts[file.name], now=now) for file in FILES]
        every = (fact for file in FILES for fact in facts[file.name])
        tell_days(report for fact in every for report in fact.reports)
        return [*tallies, load_feeds(folder / "feeds.toml", now=now)]


def _wait_for_other_seeds() -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {Seeded._meta.db_table} IN EXCLUSIVE MODE")


def _write_file(file: File, facts: list[Fact], *, now: datetime) -> Tally:
    seeded = dict(Seeded.objects.filter(file=file.name).values_list("slug", "fact"))
    held = held_rows(file, facts, seeded)
    same = [fact for fact in facts if is_same(fact, held.get(fact.slug))]
    others = [fact for fact in facts if not is_same(fact, held.get(fact.slug))]
    free = [
        fact
        for fact in others
        if _may_write(held.get(fact.slug), seeded.get(fact.slug))
    ]
    written = write(file, free, held, now=now)
    _remember(file, [*same, *written], seeded)
    updated = sum(fact.slug in held for fact in written)
    return Tally(
        file=file.name,
        added=len(written) - updated,
        updated=updated,
        kept=len(facts) - len(same) - len(written),
        unchanged=len(same),
    )


def is_same(fact: Fact, row: Held | None) -> bool:
    """Tell whether a row says all that the fact says."""
    return row is not None and row.picture == fact.picture


def _may_write(row: Held | None, seeded: Picture | None) -> bool:
    """Tell whether a fact is new, or its row still as it was last written."""
    if row is None or seeded is None:
        return row is None and seeded is None
    # A field that was not shipped then must still be empty.
    return all(
        _as_shipped(value, seeded[name]) == seeded[name]
        if name in seeded
        else not value
        for name, value in row.picture.items()
    )


def _as_shipped(value: Any, seeded: Any) -> Any:
    """Return a row's parts with no more fields than were shipped with it then."""
    if not (isinstance(value, list) and seeded and isinstance(seeded[0], dict)):
        return value
    parts = [{name: part.get(name) for name in seeded[0]} for part in value]
    return draw({}, {"parts": parts})["parts"]


def write(
    file: File, facts: list[Fact], held: dict[str, Held], *, now: datetime
) -> list[Fact]:
    """Write facts with their parts; return those that could be written."""
    ids = Ids(hold((report for fact in facts for report in fact.reports), now=now))
    pks = write_rows(file, facts, held, ids)
    written = [fact for fact in facts if fact.slug in pks]
    for name in facts[0].parts if facts else ():
        rows = [
            Parts(pks[fact.slug], _had(held.get(fact.slug), name), fact.picture[name])
            for fact in written
        ]
        write_parts(file.model, name, rows, ids)
    return written


def _had(row: Held | None, name: str) -> list[Picture]:
    return row.picture[name] if row else []


def _remember(file: File, facts: list[Fact], seeded: dict[str, Picture]) -> None:
    Seeded.objects.bulk_create(
        [
            Seeded(file=file.name, slug=fact.slug, fact=fact.picture)
            for fact in facts
            if seeded.get(fact.slug) != fact.picture
        ],
        update_conflicts=True,
        unique_fields=["file", "slug"],
        update_fields=["fact"],
    )
