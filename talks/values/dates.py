"""Dates that know how exact they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import total_ordering

from talks.values import spans, typed
from talks.values.spans import Precision


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day somewhere from `earliest` to `latest`, both included.

    `words` are those of the source ("mid-January 2020"). Two dates are equal when
    span, precision and words are; they sort by earliest day, then latest.
    """

    earliest: date
    latest: date
    precision: Precision
    words: str = ""

    def __post_init__(self) -> None:
        if self.earliest > self.latest:
            message = (
                f"a date cannot end ({self.latest}) before it begins ({self.earliest})"
            )
            raise ValueError(message)

    @classmethod
    def of_day(cls, day: date, words: str = "") -> PartialDate:
        """Return the date that is exactly `day`."""
        return cls(*spans.of_day(day), words)

    @classmethod
    def of_week(cls, day: date, words: str = "") -> PartialDate:
        """Return the week, Monday to Sunday, that `day` lies in."""
        return cls(*spans.of_week(day), words)

    @classmethod
    def of_part(cls, year: int, month: int, part: str, words: str = "") -> PartialDate:
        """Return the `early` (1-10), `mid` (11-20) or `late` (21-end) part of a month."""
        return cls(*spans.of_part(year, month, part), words)

    @classmethod
    def of_month(cls, year: int, month: int, words: str = "") -> PartialDate:
        """Return a whole month."""
        return cls(*spans.of_month(year, month), words)

    @classmethod
    def of_quarter(cls, year: int, quarter: int, words: str = "") -> PartialDate:
        """Return the first, second, third or fourth quarter of a year."""
        return cls(*spans.of_quarter(year, quarter), words)

    @classmethod
    def of_year(cls, year: int, words: str = "") -> PartialDate:
        """Return a whole year."""
        return cls(*spans.of_year(year), words)

    @classmethod
    def spanning(cls, earliest: date, latest: date, words: str = "") -> PartialDate:
        """Return the date of this span, as precise as its bounds tell."""
        return cls(*spans.spanning(earliest, latest), words)

    @classmethod
    def parse(cls, words: str, said_on: date | None = None) -> PartialDate:
        """Read a date as typed in English or EDTF: "mid-January 2020", "30 Jan - 2 Feb".

        What has no year of its own ("last Tuesday", "12 January") is read from the
        day it was said on. Raises ValueError, saying what could not be read.
        """
        return cls(*typed.read_date(words, said_on), words.strip())

    @property
    def days(self) -> int:
        """How many days the span holds."""
        return (self.latest - self.earliest).days + 1

    def contains(self, other: PartialDate | date) -> bool:
        """Tell whether all of `other` lies within this span."""
        earliest, latest = _bounds(other)
        return self.earliest <= earliest and latest <= self.latest

    def overlaps(self, other: PartialDate | date) -> bool:
        """Tell whether the two could be the same day."""
        earliest, latest = _bounds(other)
        return self.earliest <= latest and earliest <= self.latest

    def widen(self, other: PartialDate | date) -> PartialDate:
        """Return the shortest date that contains both; this one if it already does."""
        earliest, latest = _bounds(other)
        if self.contains(other):
            return self
        return self.spanning(min(self.earliest, earliest), max(self.latest, latest))

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, PartialDate):
            return NotImplemented
        return self._sort_key() < other._sort_key()

    def _sort_key(self) -> tuple[date, date, str, str]:
        return self.earliest, self.latest, self.precision, self.words

    def __str__(self) -> str:
        return _print_date(self)


def _bounds(when: PartialDate | date) -> tuple[date, date]:
    return (when, when) if isinstance(when, date) else (when.earliest, when.latest)


# ------------------------------------------------------------------ printing dates


_PART_WORDS = ("early ", "mid-", "late ")


def _print_date(when: PartialDate) -> str:
    """Print in the words that `parse` reads back to the same span and precision."""
    natural = PartialDate.spanning(when.earliest, when.latest)
    if natural.precision == when.precision:
        return _print_whole(natural)
    span = _print_span(when.earliest, when.latest)
    if when.precision == Precision.RANGE and when.days > 1:
        return span
    return f"{span} ({when.precision})"


def _print_whole(when: PartialDate) -> str:
    day = when.earliest
    month = f"{spans.MONTHS[day.month - 1]} {day.year:04}"
    printed = {
        Precision.WEEK: f"week of {_print_day(day)}",
        Precision.PART: f"{_PART_WORDS[min(day.day // 10, 2)]}{month}",
        Precision.MONTH: month,
        Precision.QUARTER: f"Q{(day.month + 2) // 3} {day.year:04}",
        Precision.YEAR: f"{day.year:04}",
    }
    return printed.get(when.precision) or _print_span(day, when.latest)


def _print_day(day: date) -> str:
    return f"{day.day} {spans.MONTHS[day.month - 1]} {day.year:04}"


def _print_span(earliest: date, latest: date) -> str:
    if earliest == latest:
        return _print_day(earliest)
    if (earliest.year, earliest.month) == (latest.year, latest.month):
        return f"{earliest.day}\N{EN DASH}{_print_day(latest)}"
    first = _print_day(earliest)
    if earliest.year == latest.year:
        first = first.rpartition(" ")[0]
    return f"{first} \N{EN DASH} {_print_day(latest)}"
