"""What each shape of a date phrase comes to, counted from the day it was said on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from talks.detect import hijri
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


def read_phrase(phrase: Phrase, means: str) -> PartialDate | None:
    """Return the date of a phrase, or None where it comes to none ("31 June")."""
    try:
        return _READERS[means](phrase)
    except (ValueError, OverflowError):
        return None


# ------------------------------------------------------------------ years left unsaid


def _with_year(phrase: Phrase, build: Callable[[int], PartialDate]) -> PartialDate:
    """Build the date in the year named, or in the one that the report must mean."""
    year = phrase.first("year")
    if year is not None:
        return build(year if year > 1500 else hijri.to_gregorian(year, 1).year)
    way, unit = phrase.first("way"), phrase.first("unit")
    if way is not None and unit == 365:
        return build(phrase.said_on.year + way)
    return _nearest(phrase, build, way)


def _nearest(
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


# ------------------------------------------------------------------ days, months, years


def _day(phrase: Phrase) -> PartialDate:
    month = phrase.values["month"][0]
    day = phrase.first("day") or phrase.first("nth")
    return _with_year(phrase, lambda year: PartialDate.of_day(date(year, month, day)))


def _days(phrase: Phrase) -> PartialDate:
    month = phrase.values["month"][0]
    first, last = phrase.values["day"][:2]
    return _with_year(
        phrase,
        lambda year: PartialDate(
            date(year, month, first), date(year, month, last), Precision.RANGE
        ),
    )


def _month(phrase: Phrase) -> PartialDate:
    month = phrase.values["month"][0]
    return _with_year(phrase, lambda year: PartialDate.of_month(year, month))


def _part(phrase: Phrase) -> PartialDate:
    month = phrase.values["month"][0]
    part = ("early", "mid", "late")[phrase.first("part")]
    return _with_year(phrase, lambda year: PartialDate.of_part(year, month, part))


def _part_of_year(phrase: Phrase) -> PartialDate:
    year, part = _year_named(phrase), phrase.first("part")
    last = PartialDate.of_month(year, part * 4 + 4).latest
    return PartialDate(date(year, part * 4 + 1, 1), last, Precision.RANGE)


def _year_named(phrase: Phrase) -> int:
    year = phrase.first("year")
    if year is None:
        return phrase.said_on.year + int(phrase.first("way", 0))
    if not 1900 <= year <= phrase.said_on.year + 15:
        message = f"{year} is not a year a report speaks of"
        raise ValueError(message)
    return int(year)


def _year(phrase: Phrase) -> PartialDate:
    return PartialDate.of_year(_year_named(phrase))


def _week_of_month(phrase: Phrase) -> PartialDate:
    month = phrase.values["month"][0]
    if phrase.first("unit") != 7:
        raise ValueError("only a week is counted in a month")

    def build(year: int) -> PartialDate:
        whole = PartialDate.of_month(year, month)
        nth = phrase.first("nth")
        first = (
            whole.latest - timedelta(6)
            if nth is None
            else whole.earliest + timedelta(7 * nth - 7)
        )
        return PartialDate(first, first + timedelta(6), Precision.WEEK)

    return _with_year(phrase, build)


def _quarter(phrase: Phrase) -> PartialDate:
    year, nth = _year_named(phrase), phrase.first("nth")
    if "quarter" in phrase.values or "trimestre" in phrase.values:
        return PartialDate.of_quarter(year, nth)
    last = PartialDate.of_month(year, nth * 6).latest
    return PartialDate(date(year, nth * 6 - 5, 1), last, Precision.RANGE)


def _season(phrase: Phrase) -> PartialDate:
    first = phrase.values["season"][0]

    def build(year: int) -> PartialDate:
        last_year, last_month = (year + 1, 2) if first == 12 else (year, first + 2)
        latest = PartialDate.of_month(last_year, last_month).latest
        return PartialDate(date(year, first, 1), latest, Precision.RANGE)

    return _with_year(phrase, build)


def _iso(phrase: Phrase) -> PartialDate:
    return PartialDate.of_day(date(*phrase.values["iso"][0]))


def _numeric(phrase: Phrase) -> PartialDate:
    day, month, year = phrase.values["numeric"][0]
    if month > 12:  # written the American way
        day, month = month, day
    return PartialDate.of_day(date(year, month, day))


# ------------------------------------------------------------------ counted from the report


def _near(phrase: Phrase) -> PartialDate:
    return PartialDate.of_day(phrase.said_on + timedelta(phrase.first("near", 0)))


def _weekday(phrase: Phrase) -> PartialDate:
    """Return the last such day, today included, or the next where the sentence looks ahead."""
    weekday, way = phrase.values["weekday"][0], phrase.first("way")
    back = (phrase.said_on.weekday() - weekday) % 7
    if way == 1 or (way is None and phrase.ahead):
        return PartialDate.of_day(phrase.said_on + timedelta(7 - back))
    if way == -1 and back == 0:
        back = 7
    return PartialDate.of_day(phrase.said_on - timedelta(back))


def _weekday_of_week(phrase: Phrase) -> PartialDate:
    week = PartialDate.of_week(phrase.said_on + timedelta(7 * phrase.first("way", 0)))
    return PartialDate.of_day(week.earliest + timedelta(phrase.values["weekday"][0]))


def _near_unit(phrase: Phrase) -> PartialDate:
    way, unit = phrase.first("way", 0), phrase.values["unit"][0]
    if unit == 1:
        raise ValueError("a day is not named so")
    return _units_from(phrase.said_on, unit, way)


def _units_from(day: date, unit: int, count: int) -> PartialDate:
    """Return the day, week, month or year that lies so many of its kind away."""
    if unit == 365:
        return PartialDate.of_year(day.year + count)
    if unit == 30:
        months = day.year * 12 + day.month - 1 + count
        return PartialDate.of_month(months // 12, months % 12 + 1)
    if unit == 7:
        return PartialDate.of_week(day + timedelta(7 * count))
    return PartialDate.of_day(day + timedelta(unit * count))


def _number(phrase: Phrase) -> int:
    """Return how many units are counted: a numeral, a number word, a dual, or one."""
    if "units" in phrase.values:
        return 2
    number = phrase.first("n") or phrase.first("day") or 1
    return int(number)


def _unit(phrase: Phrase) -> int:
    unit = phrase.first("unit") or phrase.first("units")
    return int(unit)


def _ago(phrase: Phrase) -> PartialDate:
    return _units_from(phrase.said_on, _unit(phrase), -_number(phrase))


def _ago_in_month(phrase: Phrase) -> PartialDate:
    """Return the named month nearest to so long ago."""
    then = phrase.said_on - timedelta(_unit(phrase) * _number(phrase))
    month = phrase.values["month"][0]
    months = [PartialDate.of_month(then.year + step, month) for step in (-1, 0, 1)]
    return min(months, key=lambda when: abs(when.earliest + timedelta(14) - then))


def _past_units(phrase: Phrase) -> PartialDate:
    days = _unit(phrase) * _number(phrase)
    if days > 366 * 20:
        raise ValueError("that is no span a report counts back")
    earliest = phrase.said_on - timedelta(days)
    return PartialDate(earliest, phrase.said_on, Precision.RANGE)


def _offset(phrase: Phrase) -> PartialDate:
    """Return "two days later", counted from the date named last."""
    count = _number(phrase) * int(phrase.first("later") or phrase.first("other_day"))
    return _units_from(phrase.base, _unit(phrase) if _has_unit(phrase) else 1, count)


def _clause(phrase: Phrase) -> PartialDate:
    """Return the day of what follows "a day after ..." or "two days before ..."."""
    count = _number(phrase) * int(phrase.first("clause"))
    return _units_from(phrase.base, _unit(phrase), count)


def _has_unit(phrase: Phrase) -> bool:
    return "unit" in phrase.values or "units" in phrase.values


def _overnight(phrase: Phrase) -> PartialDate:
    """Return the night that ends on the day named, or on the day of the report."""
    if "weekday" in phrase.values:
        last = _weekday(phrase).latest
    else:
        last = phrase.said_on + timedelta(phrase.first("near", 0))
    return PartialDate(last - timedelta(1), last, Precision.RANGE)


def _overnight_to(phrase: Phrase) -> PartialDate:
    """Return the night between two weekdays named, or the day of which it is the night."""
    if len(phrase.values["weekday"]) == 1:
        return _weekday(phrase)
    weekday = phrase.values["weekday"][1]
    last = phrase.said_on - timedelta((phrase.said_on.weekday() - weekday) % 7)
    return PartialDate(last - timedelta(1), last, Precision.RANGE)


def _later_than(phrase: Phrase) -> PartialDate:
    """Return the day of the event that something came "two days after"."""
    return _units_from(phrase.base, _unit(phrase), -_number(phrase))


def _day_of_month(phrase: Phrase) -> PartialDate:
    """Return a day of this month, the last or the next one."""
    month = _units_from(phrase.said_on, 30, phrase.first("way", 0)).earliest
    return PartialDate.of_day(
        month.replace(day=phrase.first("day") or phrase.first("nth"))
    )


def _nothing(phrase: Phrase) -> PartialDate:
    """Refuse what only looks like a date ("the second day of the talks")."""
    message = f"{sorted(phrase.values)} is no date"
    raise ValueError(message)


def _this_unit(phrase: Phrase) -> PartialDate:
    if _unit(phrase) == 1:
        raise ValueError("a day is not named so")
    return _units_from(phrase.said_on, _unit(phrase), 0)


def _hijri(phrase: Phrase) -> PartialDate:
    month, year, day = (
        phrase.values["hijri"][0],
        phrase.first("year"),
        phrase.first("day"),
    )
    if year is None:
        return hijri.near(month, phrase.said_on)
    if year > 1500:  # "Ramadan 2019": a year of the other calendar
        return hijri.near(month, date(year, 7, 1))
    return hijri.of_day(year, month, day) if day else hijri.of_month(year, month)


_READERS: dict[str, Callable[[Phrase], PartialDate]] = {
    "day": _day,
    "days": _days,
    "month": _month,
    "part": _part,
    "part_of_year": _part_of_year,
    "year": _year,
    "week_of_month": _week_of_month,
    "quarter": _quarter,
    "season": _season,
    "iso": _iso,
    "numeric": _numeric,
    "near": _near,
    "today": _near,
    "weekday": _weekday,
    "weekday_of_week": _weekday_of_week,
    "near_unit": _near_unit,
    "ago": _ago,
    "ago_in_month": _ago_in_month,
    "past_units": _past_units,
    "offset": _offset,
    "clause": _clause,
    "overnight": _overnight,
    "overnight_to": _overnight_to,
    "this_unit": _this_unit,
    "nothing": _nothing,
    "later_than": _later_than,
    "day_of_month": _day_of_month,
    "hijri": _hijri,
}
