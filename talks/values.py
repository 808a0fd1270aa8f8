"""Dates that know how exact they are, and numbers that know what they bound."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Precision(StrEnum):
    """How exactly a date is known, finest first."""

    DAY = "day"
    RANGE = "range"
    WEEK = "week"
    PART = "part"  # early, mid or late in a month
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    UNKNOWN = "unknown"


class Qualifier(StrEnum):
    """How a source hedged its number."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    ABOUT = "about"
    NEARLY = "nearly"
    UP_TO = "up_to"
    FEWER_THAN = "fewer_than"
    BETWEEN = "between"
    VAGUE = "vague"


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
            message = f"a date cannot end ({self.latest}) before it begins ({self.earliest})"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class Count:
    """A number as claimed: at least `low`, at most `high`, `best` where one is given.

    The bounds are those in the source's words: for "more than 2,000" `low` is 2000
    and the qualifier says that 2,000 itself is excluded. None means no bound given.
    """

    low: int | None
    best: int | None
    high: int | None
    qualifier: Qualifier = Qualifier.EXACT

    def __post_init__(self) -> None:
        stated = [n for n in (self.low, self.best, self.high) if n is not None]
        if not stated:
            raise ValueError("a count needs at least one of low, best and high")
        if stated != sorted(stated) or stated[0] < 0:
            message = f"a count needs 0 <= low <= best <= high, got {stated}"
            raise ValueError(message)
