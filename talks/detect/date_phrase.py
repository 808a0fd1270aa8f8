"""A date phrase as it was said, and the year that it leaves unsaid."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from talks.detect import hijri
from talks.detect.date_spans import YEAR
from talks.values import PartialDate, Precision

_SOON = 30  # days: a day of the month that comes this soon is meant to come


@dataclass(slots=True)
class Phrase:
    """A date phrase: what its words are worth, by class, and when it was said.

    `base` is the day that "two days later" counts from; `ahead` tells that the
    sentence speaks of what is to come.
    """

    values: dict[str, list[Any]]
    said_on: date
    base: date
    ahead: bool = False
    borrowed_year: bool = field(default=False)

    def first(self, name: str, otherwise: Any = None) -> Any:
        """Return the first value of a class."""
        found = self.values.get(name)
        return found[0] if found else otherwise


def with_year(phrase: Phrase, build: Callable[[int], PartialDate]) -> PartialDate:
    """Build the date in the year named, or in the one that the report must mean."""
    year = phrase.first("year")
    if year is not None:
        return build(year if year > 1500 else hijri.to_gregorian(year, 1).year)
    way, unit = phrase.first("way"), phrase.first("unit")
    if way is not None and unit == YEAR:
        return build(phrase.said_on.year + way)
    return nearest(phrase, build, way)


def nearest(
    phrase: Phrase, build: Callable[[int], PartialDate], way: int | None
) -> PartialDate:
    said_on = phrase.said_on
    past = _last_before(said_on, build, strictly=way == -1)
    coming = _first_after(said_on, build, strictly=way == 1)
    if way is not None and way != 0:
        return coming if way == 1 else past
    if way == 0:
        return build(said_on.year)
    if phrase.ahead and (coming.earliest - said_on).days < 330:
        return coming
    soon = (
        coming.precision is Precision.DAY and (coming.earliest - said_on).days <= _SOON
    )
    return coming if soon and (said_on - past.latest).days > _SOON else past


def _last_before(
    day: date, build: Callable[[int], PartialDate], *, strictly: bool
) -> PartialDate:
    for year in range(day.year, day.year - 9, -1):
        when = _try(build, year)
        if when and (when.latest < day if strictly else when.earliest <= day):
            return when
    raise ValueError("no such day in the last years")


def _first_after(
    day: date, build: Callable[[int], PartialDate], *, strictly: bool
) -> PartialDate:
    for year in range(day.year, day.year + 9):
        when = _try(build, year)
        if when and (when.earliest > day if strictly else when.latest >= day):
            return when
    raise ValueError("no such day in the next years")


def _try(build: Callable[[int], PartialDate], year: int) -> PartialDate | None:
    try:
        return build(year)
    except ValueError:  # 29 February
        return None
