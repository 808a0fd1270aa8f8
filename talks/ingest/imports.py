"""Rows that staff bring in a table: tried first, then written, all of them or none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.contrib.auth.models import User
from django.db import IntegrityError, connection, transaction

from talks.ingest.facts.fact import Fact
from talks.ingest.facts.files import FILES, Fault, File, Row, read_facts
from talks.ingest.facts.rows import Held, held_rows
from talks.ingest.facts.writing import is_same, write
from talks.ingest.sheets import Sheet
from talks.models import Event, Import
from talks.models.base import history_apart, say_broken_rule

IMPORTED = {file.name: file for file in FILES if file.name in Import.Noun.values}
DRAFT, APPROVED = Event.Status.DRAFT.value, Event.Status.APPROVED.value


class Verb(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    FAULTY = "faulty"


@dataclass(frozen=True, slots=True)
class Difference:
    """A field of a row, before and after."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Result:
    """What would become of one row of the table, or why it cannot be used."""

    row: int
    slug: str
    verb: Verb
    words: str = ""
    differences: tuple[Difference, ...] = ()


class FaultyImportError(Exception):
    """Some rows cannot be used, so none was written."""


def match_columns(noun: str, header: Iterable[str]) -> dict[str, str]:
    """Return which of their columns is which of ours: those of the same name."""
    theirs = {name.casefold().replace(" ", "_"): name for name in header if name}
    ours = IMPORTED[noun].columns
    return {name: theirs[name] for name in ours if name in theirs}


def try_out(it: Import, *, now: datetime) -> list[Result]:
    """Return what writing it would do to each row, in their order. Nothing is kept."""
    with transaction.atomic():
        results = _write(it, now=now)
        transaction.set_rollback(True)
    return results


@transaction.atomic
def write_import(it: Import, *, by: User, now: datetime) -> Counter[Verb]:
    """Write all rows, or raise FaultyImportError and write none.

    What is new is a draft, to be signed off like anything else. Repeated, it changes
    nothing.
    """
    held = Import.objects.select_for_update().get(pk=it.pk)
    if held.written_at:
        raise FaultyImportError("It was written already.")
    with history_apart(user=by.pk, imported=it.pk) as context:
        results = _write(held, now=now)
    counts = Counter(result.verb for result in results)
    if counts[Verb.FAULTY]:
        raise FaultyImportError(f"{counts[Verb.FAULTY]} rows cannot be used.")
    held.written_at, held.written_by, held.context = now, by, context
    held.counts = {str(verb): number for verb, number in counts.items()}
    held.save()
    return counts


def _write(it: Import, *, now: datetime) -> list[Result]:
    file = IMPORTED[it.noun]
    rows = list(_rows(file, it))
    faults: list[Fault] = list(_named_twice(file, rows))
    facts = list(read_facts(file, rows, _slugs(file, rows), {}, faults))
    held = held_rows(file, facts, {})
    facts = [_as_draft(fact, held.get(fact.slug)) for fact in facts]
    wrong = {fault.row: _words(fault) for fault in faults}
    numbers = {row.cells[file.columns[0]]: row.number for row in rows}
    is_partial = set(file.columns) > it.columns.keys()
    for fact in facts:
        if words := _refusal(fact, held.get(fact.slug), is_partial=is_partial):
            wrong.setdefault(numbers[fact.slug], words)
    free = [fact for fact in facts if numbers[fact.slug] not in wrong]
    for slug, words in _try_writing(file, free, held, now):
        wrong[numbers[slug]] = words
    by_slug = {fact.slug: fact for fact in facts}
    return [_result(file, row, by_slug, held, wrong) for row in rows]


def _rows(file: File, it: Import) -> Iterator[Row]:
    places = {name: it.header.index(theirs) for name, theirs in it.columns.items()}
    for number, given in enumerate(it.rows, start=2):
        cells = {
            name: given[places[name]] if name in places else "" for name in file.columns
        }
        yield Row(number, cells)


def _named_twice(file: File, rows: list[Row]) -> Iterator[Fault]:
    times = Counter(row.cells[file.columns[0]] for row in rows)
    for row in rows:
        slug = row.cells[file.columns[0]]
        if slug and times[slug] > 1:
            words = f"{slug!r} names {times[slug]} rows: each needs its own"
            yield Fault(file.name, words, row.number, file.columns[0])


def _slugs(own: File, rows: list[Row]) -> Mapping[str, frozenset[str]]:
    """Return the slugs of all that rows may name: what is held, and the table itself."""
    known: dict[str, frozenset[str]] = {}
    for file in FILES:
        model: Any = file.model
        if len(file.key) == 1:
            slugs = model.objects.values_list(file.key[0], flat=True)
            known[file.name] = frozenset(slugs)
    brought = frozenset(row.cells[own.columns[0]] for row in rows)
    return known | {own.name: known[own.name] | brought}


def _as_draft(fact: Fact, held: Held | None) -> Fact:
    """Leave it to the sign-off whether it is shown."""
    if "status" not in fact.fields:
        return fact
    status = held.picture["status"] if held else DRAFT
    return replace(fact, fields=fact.fields | {"status": status})


def _refusal(fact: Fact, held: Held | None, *, is_partial: bool) -> str:
    if held is None or is_same(fact, held):
        return ""
    if held.picture.get("status") == APPROVED:
        return "it is approved: change it in the admin, where a second person signs"
    emptied = [each.field for each in _differences(fact, held) if _is_empty(each.after)]
    if is_partial and emptied:
        return f"it would empty {', '.join(emptied)}: say which column holds that"
    return ""


def _try_writing(
    file: File, facts: list[Fact], held: dict[str, Held], now: datetime
) -> Iterator[tuple[str, str]]:
    """Write them; where the database refuses, write none and say which rows and why."""
    changed = [fact for fact in facts if not is_same(fact, held.get(fact.slug))]
    try:
        yield from _written(file, changed, held, now)
    except IntegrityError as refused:
        alone = [(fact.slug, _tried_alone(file, fact, held, now)) for fact in changed]
        named = [(slug, words) for slug, words in alone if words]
        # rows that only clash with each other are all named
        together = say_broken_rule(refused)
        yield from named or [(fact.slug, together) for fact in changed]


def _written(
    file: File, facts: list[Fact], held: dict[str, Held], now: datetime
) -> list[tuple[str, str]]:
    with transaction.atomic(), connection.cursor() as cursor:
        done = {fact.slug for fact in write(file, facts, held, now=now)}
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    missing = "it names something that is not there"
    return [(fact.slug, missing) for fact in facts if fact.slug not in done]


def _tried_alone(file: File, fact: Fact, held: dict[str, Held], now: datetime) -> str:
    try:
        with transaction.atomic():
            _written(file, [fact], held, now)
            transaction.set_rollback(True)
    except IntegrityError as refused:
        return say_broken_rule(refused)
    return ""


def _result(
    file: File,
    row: Row,
    facts: Mapping[str, Fact],
    held: Mapping[str, Held],
    wrong: Mapping[int | None, str],
) -> Result:
    slug = row.cells[file.columns[0]]
    if row.number in wrong:
        return Result(row.number, slug, Verb.FAULTY, wrong[row.number])
    fact, before = facts[slug], held.get(slug)
    if before is None:
        return Result(row.number, slug, Verb.NEW)
    if is_same(fact, before):
        return Result(row.number, slug, Verb.UNCHANGED)
    differences = tuple(_differences(fact, before))
    return Result(row.number, slug, Verb.CHANGED, differences=differences)


def _differences(fact: Fact, held: Held) -> Iterator[Difference]:
    for name, after in fact.picture.items():
        if held.picture[name] != after:
            yield Difference(name, held.picture[name], after)


def _is_empty(value: Any) -> bool:
    return value is None or value in ("", [])


def _words(fault: Fault) -> str:
    return f"{fault.column}: {fault.words}" if fault.column else fault.words


def hold(noun: str, name: str, sheet: Sheet, *, by: User, now: datetime) -> Import:
    """Keep a table as it was given, its columns matched by name. Nothing is written yet."""
    return Import.objects.create(
        noun=noun,
        file_name=name[:200],
        header=list(sheet.header),
        rows=[list(row) for row in sheet.rows],
        columns=match_columns(noun, sheet.header),
        by=by,
        at=now,
    )
