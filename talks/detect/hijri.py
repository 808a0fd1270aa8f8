"""Months and days of the Islamic calendar as days of ours.

The calendar is the tabular one. Months begin by sighting in many countries, a day
earlier or later, so that a single day is given with one on either side.
"""

from __future__ import annotations

from datetime import date, timedelta

from talks.values import PartialDate, Precision

_FEASTS = {
    10: (1, 3),
    12: (10, 13),
}  # of Eid al-Fitr and Eid al-Adha the days, by month
_SOON = timedelta(14)


def to_gregorian(year: int, month: int, day: int = 1) -> date:
    """Return the day of the tabular Islamic calendar."""
    days = day + (59 * (month - 1) + 1) // 2 + (year - 1) * 354 + (3 + 11 * year) // 30
    return date.fromordinal(days + 227_014)


def of_day(year: int, month: int, day: int) -> PartialDate:
    """Return a day of the Islamic calendar, give or take one."""
    then = to_gregorian(year, month, day)
    return PartialDate(then - timedelta(1), then + timedelta(1), Precision.RANGE)


def of_month(year: int, month: int) -> PartialDate:
    """Return a whole month of the Islamic calendar."""
    following = to_gregorian(year + month // 12, month % 12 + 1)
    return PartialDate(
        to_gregorian(year, month), following - timedelta(1), Precision.RANGE
    )


def near(month: int, day: date) -> PartialDate:
    """Return the month of that name that is, was last, or begins within two weeks of a day."""
    year = (day.year - 622) * 33 // 32
    months = [of_month(year + step, month) for step in (-2, -1, 0, 1, 2)]
    return [when for when in months if when.earliest <= day + _SOON][-1]


def feast(month: int, day: date) -> PartialDate:
    """Return the feast of that month that is, was last, or begins within two weeks of a day."""
    first, last = _FEASTS[month]
    year = (day.year - 622) * 33 // 32
    feasts = [
        PartialDate(
            of_day(year + step, month, first).earliest,
            of_day(year + step, month, last).latest,
            Precision.RANGE,
        )
        for step in (-2, -1, 0, 1, 2)
    ]
    return [when for when in feasts if when.earliest <= day + _SOON][-1]


def last_looked_back_from(year: int) -> date:
    """Return the day from which `near` and `feast` find the last of a year of ours."""
    return date(year, 12, 31) - _SOON
