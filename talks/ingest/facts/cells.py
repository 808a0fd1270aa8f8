"""The cells of one row of a shipped file, read as what they should hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from django.db.models import TextChoices

from talks.values import PartialDate

Slugs = Mapping[str, frozenset[str]]
ChoiceT = TypeVar("ChoiceT", bound=TextChoices)


class CellError(ValueError):
    """A cell that cannot be read, and what to do about it."""

    def __init__(self, column: str, words: str) -> None:
        super().__init__(words)
        self.column = column


@dataclass(frozen=True, slots=True)
class Cells:
    """One row: its cells by column, and the slugs of every file, to check what it names.

    `published` gives the days of reports whose address does not hold them.
    """

    by_column: Mapping[str, str]
    slugs: Slugs
    published: Mapping[str, date] = field(default_factory=dict)

    def text(self, column: str) -> str:
        """Return the cell as it is; it may be empty."""
        return self.by_column[column]

    def needed(self, column: str) -> str:
        """Return a cell that may not be empty."""
        if not self.by_column[column]:
            raise CellError(column, "it is empty: fill it in")
        return self.by_column[column]

    def listed(self, column: str) -> list[str]:
        """Return the parts of a cell that `|` divides, each named once."""
        parts = [part.strip() for part in self.by_column[column].split("|")]
        parts = [part for part in parts if part]
        folded = [part.casefold() for part in parts]
        for part in parts:
            if folded.count(part.casefold()) > 1:
                raise CellError(column, f"{part!r} stands in it twice: leave one")
        return parts

    def choice(self, column: str, choices: type[ChoiceT]) -> str:
        """Return a cell that holds one of the choices."""
        return self.chosen(column, self.by_column[column], choices)

    def chosen(self, column: str, value: str, choices: type[ChoiceT]) -> str:
        """Return a value within a cell that must be one of the choices."""
        if value not in choices.values:
            allowed = ", ".join(choices.values)
            raise CellError(column, f"{value!r} is not one of {allowed}")
        return value

    def when(self, column: str) -> PartialDate | None:
        """Return a date as exact as the cell gives it; None where it is empty."""
        value = self.by_column[column]
        try:
            return PartialDate.parse(value) if value else None
        except ValueError as error:
            message = f"{error}: write 2020-01-12, 2020-01 or 2020-01-12/2020-01-19"
            raise CellError(column, message) from None

    def day(self, column: str) -> date | None:
        """Return a single day; None where the cell is empty."""
        value = self.by_column[column]
        try:
            return date.fromisoformat(value) if value else None
        except ValueError:
            message = f"{value!r} is not a day: write it as 2020-01-12"
            raise CellError(column, message) from None

    def needed_day(self, column: str) -> date:
        """Return a single day from a cell that may not be empty."""
        self.needed(column)
        day = self.day(column)
        assert day is not None  # noqa: S101  -- only an empty cell has none
        return day

    def number(self, column: str) -> int | None:
        """Return a whole number; None where the cell is empty."""
        return self.counted(column, self.by_column[column])

    def counted(self, column: str, value: str) -> int | None:
        """Return a whole number that stands within a cell; None where it is left out."""
        if value and not (value.isascii() and value.isdigit()):
            message = f"{value!r} is not a whole number: write digits only"
            raise CellError(column, message)
        return int(value) if value else None

    def degrees(self, column: str) -> float | None:
        """Return decimal degrees; None where the cell is empty."""
        value = self.by_column[column]
        try:
            return float(value) if value else None
        except ValueError:
            message = f"{value!r} is not a number: write degrees as 32.8872"
            raise CellError(column, message) from None

    def slug(self, column: str, file: str) -> str | None:
        """Return the slug of a row of another file; None where the cell is empty."""
        value = self.by_column[column]
        return self.known(column, value, file) if value else None

    def needed_slug(self, column: str, file: str) -> str:
        """Return the slug of a row of another file, from a cell that may not be empty."""
        return self.known(column, self.needed(column), file)

    def slugs_of(self, column: str, file: str) -> list[str]:
        """Return the slugs of rows of another file that the cell lists."""
        return [self.known(column, part, file) for part in self.listed(column)]

    def known(self, column: str, slug: str, file: str) -> str:
        """Return a slug named within a cell, if the other file has it."""
        if slug not in self.slugs[file]:
            message = f"{slug!r} is not among the {file}: add it there or correct it"
            raise CellError(column, message)
        return slug

    def split(self, column: str, part: str, names: str) -> list[str]:
        """Divide one listed part at its colons, as many as `names` has: "actor:role"."""
        pieces = part.split(":")
        if len(pieces) != names.count(":") + 1:
            raise CellError(column, f"{part!r} is not written as {names}")
        return pieces
