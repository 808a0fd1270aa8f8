"""Stretches of time counted from the day of a report: its week, its month, the weekend before it."""

from __future__ import annotations

from datetime import date, timedelta

from talks.values import PartialDate, Precision

WEEK, FORTNIGHT, MONTH, YEAR = 7, 14, 30, 365  # units, by the days they are counted as
_PARTS_OF_WEEK = ((0, 1), (2, 2), (4, 6))  # its start, middle and end, by weekday


def units_from(day: date, unit: int, count: int) -> PartialDate:
    """Return the day, week, month or year that lies so many of its kind away."""
    if unit == YEAR:
        return PartialDate.of_year(day.year + count)
    if unit == MONTH:
        months = day.year * 12 + day.month - 1 + count
        return PartialDate.of_month(months // 12, months % 12 + 1)
    if unit in {WEEK, FORTNIGHT}:
        return PartialDate.of_week(day + timedelta(unit * count))
    return PartialDate.of_day(day + timedelta(unit * count))


def weekend(day: date, first: int, way: int | None, *, ahead: bool) -> PartialDate:
    """Return the two days from weekday `first` that were last, or come next.

    `way` is -1 for "last", 0 for "this" and 1 for "next"; on a day of the weekend
    itself "the weekend" is that one and "last weekend" the one before.
    """
    begin = day - timedelta((day.weekday() - first) % 7)
    inside = (day - begin).days <= 1
    if way == -1 and inside:
        begin -= timedelta(7)
    elif way == 1 or (ahead and way != -1 and not inside):
        begin += timedelta(7)
    return PartialDate(begin, begin + timedelta(1), Precision.RANGE)


def part_of_unit(day: date, unit: int, part: int, way: int) -> PartialDate:
    """Return the start, middle or end of the week, month or year `way` from this one."""
    whole = units_from(day, unit, way)
    if unit == MONTH:
        name = ("early", "mid", "late")[part]
        return PartialDate.of_part(whole.earliest.year, whole.earliest.month, name)
    if unit == YEAR:
        return part_of_year(whole.earliest.year, part)
    if unit == WEEK:
        first, last = _PARTS_OF_WEEK[part]
        monday = whole.earliest
        return PartialDate.spanning(monday + timedelta(first), monday + timedelta(last))
    raise ValueError("only a week, a month and a year have a start and an end")


def part_of_year(year: int, part: int) -> PartialDate:
    """Return the first, second or third four months of a year."""
    last = PartialDate.of_month(year, part * 4 + 4).latest
    return PartialDate(date(year, part * 4 + 1, 1), last, Precision.RANGE)


def so_far(day: date, unit: int) -> PartialDate:
    """Return "earlier this month": from its start to the day of the report."""
    return PartialDate.spanning(units_from(day, unit, 0).earliest, day)


def from_now(day: date, unit: int) -> PartialDate:
    """Return "later this month": from the day of the report to its end."""
    return PartialDate.spanning(day, units_from(day, unit, 0).latest)


def last_days(day: date, days: int) -> PartialDate:
    """Return so many days up to the day of the report."""
    if days > 366 * 20:
        raise ValueError("that is no span a report counts back")
    return PartialDate(day - timedelta(days), day, Precision.RANGE)


def next_days(day: date, days: int) -> PartialDate:
    """Return so many days from the day of the report."""
    if days > 366 * 20:
        raise ValueError("that is no span a report looks ahead")
    return PartialDate(day, day + timedelta(days), Precision.RANGE)
