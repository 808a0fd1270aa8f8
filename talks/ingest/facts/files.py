"""All shipped files, read and checked against each other before the database is touched."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.db.models import Model

from talks import models
from talks.ingest.facts import nouns
from talks.ingest.facts.cells import CellError, Cells, Slugs
from talks.ingest.facts.fact import Fact

Facts = dict[str, list[Fact]]


@dataclass(frozen=True, slots=True)
class File:
    """A shipped file: its columns, how a row is read, and the model it becomes.

    `key` names the fields that, joined by hyphens, are the slug in the first column.
    """

    name: str
    model: type[Model]
    read: Callable[[Cells], Fact]
    columns: tuple[str, ...]
    key: tuple[str, ...] = ("slug",)


def _columns(names: str) -> tuple[str, ...]:
    return tuple(names.split())


# In the order of writing: each file names only rows of itself and of those before it.
FILES = (
    File(
        "sources",
        models.Source,
        nouns.read_source,
        _columns(
            "slug name name_ar name_fr kind country languages lean reliability"
            " reliability_note text_rule homepage"
        ),
    ),
    File(
        "places",
        models.Place,
        nouns.read_place,
        _columns(
            "slug name name_ar name_fr kind within_slug admin1 country lat lon aliases"
        ),
    ),
    File(
        "actors",
        models.Actor,
        nouns.read_actor,
        _columns(
            "slug name name_ar name_fr kind side parent_slug role valid_from valid_to"
            " aliases description"
        ),
    ),
    File(
        "events",
        models.Event,
        nouns.read_event,
        _columns(
            "slug date lasted_until kind track modality title title_ar title_fr"
            " summary summary_ar summary_fr places actors sources voices confidence"
        ),
    ),
    File(
        "rounds",
        models.Round,
        nouns.read_round,
        _columns(
            "slug event series series_ar series_fr track number session format venue"
            " began_on ended_on mediator delegations outcome outcome_words"
            " outcome_words_ar outcome_words_fr continues steps"
        ),
    ),
    File(
        "promises",
        models.PromisedMeeting,
        nouns.read_promised_meeting,
        _columns("slug event round what what_ar what_fr planned kept_by"),
    ),
    File(
        "truces",
        models.Truce,
        nouns.read_truce,
        _columns(
            "event purpose terms terms_ar terms_fr declared_on effective_on expires_on"
            " ended_on end extends parties violations"
        ),
        key=("event__slug",),
    ),
    File(
        "embargo",
        models.EmbargoViolation,
        nouns.read_embargo_violation,
        _columns(
            "event item item_words supplier recipient reported_by carrier carrier_mark flag"
            " route exemption standard_of_proof"
        ),
        key=("event__slug",),
    ),
    File(
        "figures",
        models.Figure,
        nouns.read_figure,
        _columns(
            "slug measure population scope low best high qualifier as_stated assertion since"
            " as_of place event attributed_to role role_reason supersedes subset_of source"
            " confidence"
        ),
    ),
    File(
        "commitments",
        models.Commitment,
        nouns.read_commitment,
        _columns(
            "slug agreement provision provision_ar provision_fr obligated due_on due_rule"
        ),
    ),
    File(
        "statuses",
        models.CommitmentStatus,
        nouns.read_status,
        _columns("slug commitment as_of level note note_ar note_fr shown_by source"),
        key=("commitment__slug", "as_of"),
    ),
)


# Not facts, but what is known of the reports that facts cite.
REPORTS, REPORT_COLUMNS = "reports", ("report", "published")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in a file, and where."""

    file: str
    words: str
    row: int | None = None
    column: str = ""

    def __str__(self) -> str:
        row = f", row {self.row}" if self.row else ""
        column = f", column {self.column}" if self.column else ""
        return f"{self.file}.csv{row}{column}: {self.words}"


class FaultyFilesError(Exception):
    """The files cannot be used; `faults` says why, each with its place."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(f"{len(faults)} faults in the shipped files")
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a file, its cells by column."""

    number: int  # as a spreadsheet counts: the header is row 1
    cells: dict[str, str]


def read_files(folder: Path) -> Facts:
    """Return the facts of every file, by its name.

    Raises FaultyFilesError with all faults found: one a row at most.
    """
    faults: list[Fault] = []
    rows = {
        file.name: _read_rows(folder, file.name, file.columns, faults) for file in FILES
    }
    slugs = {
        file.name: frozenset(row.cells[file.columns[0]] for row in rows[file.name])
        for file in FILES
    }
    published = _read_days(folder, faults)
    facts = {
        file.name: list(read_facts(file, rows[file.name], slugs, published, faults))
        for file in FILES
    }
    if faults:
        raise FaultyFilesError(faults)
    return facts


def _read_days(folder: Path, faults: list[Fault]) -> dict[str, date]:
    """Return when reports appeared of which neither address nor title says so."""
    days: dict[str, date] = {}
    for row in _read_rows(folder, REPORTS, REPORT_COLUMNS, faults):
        cells = Cells(row.cells, {})
        try:
            days[cells.needed("report")] = cells.needed_day("published")
        except CellError as error:
            faults.append(Fault(REPORTS, str(error), row.number, error.column))
    return days


def _read_rows(
    folder: Path, name: str, columns: tuple[str, ...], faults: list[Fault]
) -> list[Row]:
    try:
        with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as opened:
            header, *rows = list(csv.reader(opened, strict=True)) or [[]]
    except FileNotFoundError:
        faults.append(Fault(name, "it is missing: put it back"))
        return []
    except (UnicodeDecodeError, csv.Error) as error:
        faults.append(Fault(name, f"it is not a UTF-8 CSV file: {error}"))
        return []
    if header != list(columns):
        words = f"the first row must be exactly {','.join(columns)}"
        faults.append(Fault(name, words, row=1))
        return []
    return list(_whole_rows(name, columns, rows, faults))


def _whole_rows(
    name: str, columns: tuple[str, ...], rows: list[list[str]], faults: list[Fault]
) -> Iterator[Row]:
    times = Counter(row[0] for row in rows if row)
    for number, row in enumerate(rows, start=2):
        if len(row) != len(columns):
            words = f"it has {len(row)} cells instead of {len(columns)}"
            faults.append(Fault(name, words, number))
        elif times[row[0]] > 1:
            words = f"{row[0]!r} names {times[row[0]]} rows: each needs its own"
            faults.append(Fault(name, words, number, columns[0]))
        else:
            cells = (cell.strip() for cell in row)
            yield Row(number, dict(zip(columns, cells, strict=True)))


def read_facts(
    file: File,
    rows: Iterable[Row],
    slugs: Slugs,
    published: dict[str, date],
    faults: list[Fault],
) -> Iterator[Fact]:
    """Yield the facts that rows tell of, and add what is wrong with the others."""
    for row in rows:
        try:
            fact = file.read(Cells(row.cells, slugs, published))
            _check_lengths(file.model, fact)
        except CellError as error:
            faults.append(Fault(file.name, str(error), row.number, error.column))
        else:
            yield fact


def _check_lengths(model: type[Model], fact: Fact) -> None:
    for name, value in fact.fields.items():
        most = _most_characters(model, name)
        if most and isinstance(value, str) and len(value) > most:
            words = f"it has {len(value)} characters: shorten it to {most}"
            raise CellError(name, words)


def _most_characters(model: type[Model], name: str) -> int | None:
    if "__" in name:
        return None
    field: Any = model._meta.get_field(name)
    return getattr(field, "max_length", None)
