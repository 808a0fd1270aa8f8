"""A table that somebody gives us, CSV or XLSX, as rows of plain text."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time

from python_calamine import CalamineError, CalamineWorkbook

MOST_BYTES = 10_000_000
# what a workbook of that size may unpack to: more is a trap
MOST_UNPACKED = 200_000_000
MOST_ROWS = 10_000
MOST_COLUMNS = 100
# Spreadsheets in Arabic and French write semicolons, as the comma is taken.
_DELIMITERS = ",;\t"


class UnreadableSheetError(ValueError):
    """The file cannot be read as a table; the text says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A header and the rows below it, each as long as the header."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def read_sheet(content: bytes) -> Sheet:
    """Return the first sheet of a workbook, or a UTF-8 CSV file.

    Rows without any text are left out. Raises UnreadableSheetError.
    """
    if len(content) > MOST_BYTES:
        raise UnreadableSheetError("The file is larger than 10 MB: divide it.")
    rows = _read_workbook(content) if content[:2] == b"PK" else _read_csv(content)
    filled = [row for row in rows if any(row)]
    if not filled:
        raise UnreadableSheetError("There is nothing in the file.")
    header, *below = filled
    if len(below) > MOST_ROWS:
        raise UnreadableSheetError("It has more than 10,000 rows: divide it.")
    return Sheet(_header(header), tuple(_as_long(row, len(header)) for row in below))


def _read_csv(content: bytes) -> list[tuple[str, ...]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableSheetError(
            "It is neither a workbook (.xlsx) nor text in UTF-8: save it as one of them."
        ) from None
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    try:
        found = csv.reader(
            io.StringIO(text, newline=""), delimiter=delimiter, strict=True
        )
        return [_texts(row) for row in found]
    except csv.Error as error:
        raise UnreadableSheetError(f"It is not a CSV file: {error}.") from error


def _read_workbook(content: bytes) -> list[tuple[str, ...]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            size = sum(entry.file_size for entry in packed.infolist())
        if size > MOST_UNPACKED:
            raise UnreadableSheetError("The workbook unpacks to more than 200 MB.")
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        return [_texts(row) for row in book.get_sheet_by_index(0).to_python()]
    except (zipfile.BadZipFile, CalamineError) as error:
        raise UnreadableSheetError(f"The workbook is broken: {error}.") from error


def _texts(row: Iterable[object]) -> tuple[str, ...]:
    return tuple(_text(cell).strip() for cell in row)


def _text(cell: object) -> str:
    """Return a cell as somebody would have typed it: a day as a day, 3.0 as 3."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    elif isinstance(cell, datetime) and cell.time() == time():
        cell = cell.date()
    return str(cell).replace("\0", "")


def _header(row: Sequence[str]) -> tuple[str, ...]:
    names = [name for name in row if name]
    if len(row) > MOST_COLUMNS:
        raise UnreadableSheetError("It has more than 100 columns.")
    if twice := {name for name in names if names.count(name) > 1}:
        raise UnreadableSheetError(
            f"The first row names {', '.join(sorted(twice))} twice: rename one."
        )
    return tuple(row)


def _as_long(row: Sequence[str], length: int) -> tuple[str, ...]:
    return tuple([*row, *[""] * length][:length])
