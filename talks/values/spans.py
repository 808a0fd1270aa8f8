"""Stretches of days as the calendar has them: weeks, parts of months, quarters, years."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)
PARTS = ("early", "mid", "late")


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


class Span(NamedTuple):
    """The days from `earliest` to `latest`, both included, and what they are called."""

    earliest: date
    latest: date
    precision: Precision


def of_day(day: date) -> Span:
    """Return a single day."""
    return Span(day, day, Precision.DAY)


def of_week(day: date) -> Span:
    """Return the week, Monday to Sunday, that a day lies in."""
    monday = day - timedelta(day.weekday())
    return Span(monday, monday + timedelta(6), Precision.WEEK)


def of_part(year: int, month: int, part: str) -> Span:
    """Return the `early` (1-10), `mid` (11-20) or `late` (21-end) part of a month."""
    first = date(year, month, PARTS.index(part) * 10 + 1)
    last = first.day + 9 if first.day < 21 else monthrange(year, month)[1]
    return Span(first, first.replace(day=last), Precision.PART)


def of_month(year: int, month: int) -> Span:
    """Return a whole month."""
    first = date(year, month, 1)
    return Span(first, first.replace(day=monthrange(year, month)[1]), Precision.MONTH)


def of_months(year: int, first: int, last: int) -> Span:
    """Return several whole months of a year."""
    return Span(date(year, first, 1), of_month(year, last).latest, Precision.RANGE)


def of_quarter(year: int, quarter: int) -> Span:
    """Return the first, second, third or fourth quarter of a year."""
    return of_months(year, quarter * 3 - 2, quarter * 3)._replace(
        precision=Precision.QUARTER
    )


def of_year(year: int) -> Span:
    """Return a whole year."""
    return Span(date(year, 1, 1), date(year, 12, 31), Precision.YEAR)


def spanning(earliest: date, latest: date) -> Span:
    """Return the span with these bounds, named for what it fills."""
    for whole in _wholes_from(earliest):
        if whole.latest == latest and whole.earliest == earliest:
            return whole
    return Span(earliest, latest, Precision.RANGE)


def _wholes_from(day: date) -> list[Span]:
    year, month = day.year, day.month
    weeks = (
        [of_week(day)] if day.weekday() == 0 and day <= date.max - timedelta(6) else []
    )
    parts = [of_part(year, month, part) for part in PARTS]
    longer = [of_month(year, month), of_quarter(year, (month + 2) // 3), of_year(year)]
    return [of_day(day), *weeks, *parts, *longer]
