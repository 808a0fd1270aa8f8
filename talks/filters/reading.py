"""Reading query strings: each part is used, or told as a problem, and never an error."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple, Protocol, TypeVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from talks.values import PartialDate

T = TypeVar("T")

LONGEST_TEXT = 200
MOST_WORDS = 8
MOST_VALUES = 20
_SLUG = re.compile(r"[a-z0-9_-]{1,120}", re.ASCII | re.IGNORECASE)
_KEY = re.compile(r"(\d{4}-\d\d-\d\d)\.(\d{1,18})", re.ASCII)


class Query(Protocol):
    """What can be asked of a query string; Django's QueryDict can."""

    def getlist(self, key: str, /) -> list[str]: ...


class Problem(NamedTuple):
    """A part of the address that could not be used, and why."""

    name: str
    value: str
    reason: str | Promise


class Key(NamedTuple):
    """A row's place in a list that runs by day; where a page of it begins or ends."""

    day: date
    id: int

    def __str__(self) -> str:
        return f"{self.day.isoformat()}.{self.id}"


class Reader:
    """Reads the parts of one query string and remembers what it could not use."""

    def __init__(self, query: Query) -> None:
        self.query = query
        self.problems: list[Problem] = []

    def complain(self, name: str, value: str, reason: str | Promise) -> None:
        shown = value[:LONGEST_TEXT].replace("\0", "\N{SYMBOL FOR NULL}")
        self.problems.append(Problem(name, shown, reason))

    def many(self, name: str, read: Callable[[str], T]) -> tuple[T, ...]:
        """Read every value once, in order; too many are cut off with a word."""
        given = [value for value in dict.fromkeys(self.query.getlist(name)) if value]
        if len(given) > MOST_VALUES:
            self.complain(name, given[MOST_VALUES], _("Too many at once."))
        return tuple(self._read(name, given[:MOST_VALUES], read))

    def one(self, name: str, read: Callable[[str], T]) -> T | None:
        """Read the last value, as browsers do with a repeated field."""
        given = [value for value in self.query.getlist(name) if value.strip()]
        return next(self._read(name, given[-1:], read), None)

    def choices(self, name: str, allowed: Iterable[str]) -> tuple[str, ...]:
        known = set(allowed)

        def read(value: str) -> str:
            if value not in known:
                raise _UnusableError(_("There is no such choice."))
            return value

        return self.many(name, read)

    def _read(
        self, name: str, values: Iterable[str], read: Callable[[str], T]
    ) -> Iterator[T]:
        for value in values:
            try:
                yield read(value)
            except _UnusableError as unusable:
                self.complain(name, value, unusable.reason)


class _UnusableError(Exception):
    """Raised by a reader for a value that cannot be used, with the reason to show."""

    def __init__(self, reason: str | Promise) -> None:
        super().__init__(reason)
        self.reason = reason


def read_text(value: str) -> str:
    if not _is_text(value):
        raise _UnusableError(_("It holds characters that are not text."))
    if len(value) > LONGEST_TEXT:
        raise _UnusableError(_("This is too long to look for."))
    words = value.split()
    if len(words) > MOST_WORDS:
        raise _UnusableError(_("These are too many words to look for."))
    return " ".join(words)


def _is_text(value: str) -> bool:
    """Tell whether the database could hold it: no NUL, no half of a character."""
    return "\0" not in value and value.encode(errors="replace").decode() == value


def read_slug(value: str) -> str:
    if not _SLUG.fullmatch(value):
        raise _UnusableError(_("This is not a name that an address can hold."))
    return value.lower()


def read_first_day(value: str) -> date:
    return _read_date(value).earliest


def read_last_day(value: str) -> date:
    return _read_date(value).latest


def _read_date(value: str) -> PartialDate:
    try:
        return PartialDate.parse(value[:LONGEST_TEXT])
    except ValueError:
        raise _UnusableError(
            _("This is not a date. Write it like 2020-01-31, 2020-01 or 2020.")
        ) from None


def read_key(value: str) -> Key:
    found = _KEY.fullmatch(value)
    try:
        if found:
            return Key(date.fromisoformat(found[1]), int(found[2]))
    except ValueError:  # the thirtieth of February
        pass
    raise _UnusableError(_("This page does not exist. Here is the first."))
