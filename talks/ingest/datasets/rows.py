"""What all data sets have in common: rows that say something in one line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from talks.values import Count, PartialDate, Qualifier


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its own code, its line of words, and what these claim.

    `place_names` and `sides` are as the data set spells them. A count is of people who
    died (`deaths`) in an event, or who were `displaced` or had `returned` on a day.
    """

    code: str
    words: str
    rule: str
    date: PartialDate
    is_event: bool = False
    measure: str = ""
    count: Count | None = None
    place_names: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    confidence: float = 0.9


@dataclass(frozen=True, slots=True)
class Dataset:
    """Whose data these are, under which terms, and how a release is read."""

    source: str
    name: str
    title: str
    homepage: str
    terms: str
    read: Callable[[bytes], list[Row]]


def bounds(low: int, best: int, high: int) -> Count | None:
    """Return a count from a data set's three estimates; None where they say nothing."""
    low, high = min(low, best, high), max(low, best, high)
    if high == 0:
        return None
    if low == high:
        return Count.of(best)
    return Count(low, best, high, Qualifier.BETWEEN)


def day_of(words: str) -> date:
    """Return the day of a stamp such as "2020-01-18 00:00:00.000". Raises ValueError."""
    return date.fromisoformat(words.strip()[:10])
