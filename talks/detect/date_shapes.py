"""What each shape of a date phrase comes to, counted from the day it was said on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from talks.detect import hijri
from talks.detect.date_phrase import Phrase, with_year
from talks.detect.date_spans import (
    MONTH,
    YEAR,
    from_now,
    last_days,
    next_days,
    part_of_unit,
    part_of_year,
    so_far,
    units_from,
    weekend,
)
from talks.values import PartialDate, Precision


def read_phrase(phrase: Phrase, means: str) -> PartialDate | None:
    """Return the date of a phrase, or None where it comes to none ("31 June")."""
    try:
        return _READERS[means](phrase)
    except (ValueError, OverflowError):
        return None


# ------------------------------------------------------------------ days, months, years


def _day(phrase: Phrase) -> PartialDate:
    month = phrase.values["month"][0]
    day = phrase.first("day") or phrase.first("nth")
    return with_year(phrase, lambda year: PartialDate.of_day(date(year, month, day)))


def _days(phrase: Phrase) -> PartialDate:
    month = phrase.values["month"][0]
    first, last = phrase.values["day"][:2]
    return with_year(
        phrase,
        lambda year: PartialDate(
            date(year, month, first), date(year, month, last), Precision.RANGE
        ),
    )


def _month(phrase: Phrase) -> PartialDate:
    month = phrase.values["month"][0]
    return with_year(phrase, lambda year: PartialDate.of_month(year, month))


def _part(phrase: Phrase) -> PartialDate:
    month = phrase.values["month"][0]
    part = ("early", "mid", "late")[phrase.first("part")]
    return with_year(phrase, lambda year: PartialDate.of_part(year, month, part))


def _part_of_year(phrase: Phrase) -> PartialDate:
    return part_of_year(_year_named(phrase), phrase.first("part"))


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

    return with_year(phrase, build)


def _quarter(phrase: Phrase) -> PartialDate:
    year, nth = _year_named(phrase), phrase.first("nth")
    if nth in {None, -1}:  # "the last quarter of 2019"
        nth = 2 if {"half", "semestre"} & phrase.values.keys() else 4
    if "quarter" in phrase.values or "trimestre" in phrase.values:
        return PartialDate.of_quarter(year, nth)
    last = PartialDate.of_month(year, nth * 6).latest
    return PartialDate(date(year, nth * 6 - 5, 1), last, Precision.RANGE)


def _quarter_of_some_year(phrase: Phrase) -> PartialDate:
    nth = phrase.first("nth")
    return with_year(phrase, lambda year: PartialDate.of_quarter(year, nth))


def _years(phrase: Phrase) -> PartialDate:
    first, last = phrase.values["year"][:2]
    return PartialDate.spanning(date(first, 1, 1), date(last, 12, 31))


def _fixed(phrase: Phrase) -> PartialDate:
    """Return a feast that has its day in our calendar."""
    month, day = phrase.values["fixed"][0]
    return with_year(phrase, lambda year: PartialDate.of_day(date(year, month, day)))


def _season(phrase: Phrase) -> PartialDate:
    first = phrase.values["season"][0]

    def build(year: int) -> PartialDate:
        last_year, last_month = (year + 1, 2) if first == 12 else (year, first + 2)
        latest = PartialDate.of_month(last_year, last_month).latest
        return PartialDate(date(year, first, 1), latest, Precision.RANGE)

    return with_year(phrase, build)


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
    return units_from(phrase.said_on, unit, way)


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
    return units_from(phrase.said_on, _unit(phrase), -_number(phrase))


def _ago_in_month(phrase: Phrase) -> PartialDate:
    """Return the named month nearest to so long ago."""
    then = phrase.said_on - timedelta(_unit(phrase) * _number(phrase))
    month = phrase.values["month"][0]
    months = [PartialDate.of_month(then.year + step, month) for step in (-1, 0, 1)]
    return min(months, key=lambda when: abs(when.earliest + timedelta(14) - then))


def _past_units(phrase: Phrase) -> PartialDate:
    days = _unit(phrase) * _number(phrase)
    if phrase.first("way") == 1:
        return next_days(phrase.said_on, days)
    return last_days(phrase.said_on, days)


def _past_hours(phrase: Phrase) -> PartialDate:
    days = -(-_number(phrase) // 24)
    if phrase.first("way") == 1:
        return next_days(phrase.said_on, days)
    return last_days(phrase.said_on, days)


def _day_or_past_units(phrase: Phrase) -> PartialDate:
    """Tell "the 4th of the current" month from "the last 4 days": Arabic says both alike."""
    current = phrase.first("way") == 0
    return _day_of_month(phrase) if current else _past_units(phrase)


def _weekend(phrase: Phrase) -> PartialDate:
    first = phrase.values["weekend"][0]
    return weekend(phrase.said_on, first, phrase.first("way"), ahead=phrase.ahead)


def _part_of_unit(phrase: Phrase) -> PartialDate:
    """Return the part named; what of it is still to come only where that is meant."""
    way, said_on = phrase.first("way", 0), phrase.said_on
    when = part_of_unit(said_on, _unit(phrase), phrase.first("part"), way)
    if phrase.ahead or not when.contains(said_on):
        return when
    return PartialDate.spanning(when.earliest, said_on)


def _side_of_unit(phrase: Phrase) -> PartialDate:
    unit = _unit(phrase)
    if unit == 1 or phrase.first("way", 0) != 0:
        raise ValueError("only this week, month or year has a part before today")
    side = so_far if phrase.first("later") == -1 else from_now
    return side(phrase.said_on, unit)


def _offset(phrase: Phrase) -> PartialDate:
    """Return "two days later", counted from the date named last."""
    count = _number(phrase) * int(phrase.first("later") or phrase.first("other_day"))
    if count == 0 and phrase.base == phrase.said_on:
        raise ValueError("the same day as what?")
    return units_from(phrase.base, _unit(phrase) if _has_unit(phrase) else 1, count)


def _clause(phrase: Phrase) -> PartialDate:
    """Return the day of what follows "a day after ..." or "two days before ..."."""
    count = _number(phrase) * int(phrase.first("clause"))
    return units_from(phrase.base, _unit(phrase), count)


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
    return units_from(phrase.base, _unit(phrase), -_number(phrase))


def _day_of_month(phrase: Phrase) -> PartialDate:
    """Return a day of this month, the last or the next one."""
    month = units_from(phrase.said_on, MONTH, phrase.first("way", 0)).earliest
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
    return units_from(phrase.said_on, _unit(phrase), 0)


def _hijri(phrase: Phrase) -> PartialDate:
    month, year, day = (
        phrase.values["hijri"][0],
        phrase.first("year"),
        phrase.first("day"),
    )
    if year is None or year > 1500:  # "Ramadan 2019": a year of the other calendar
        return hijri.near(month, _day_to_look_back_from(phrase))
    return hijri.of_day(year, month, day) if day else hijri.of_month(year, month)


def _feast(phrase: Phrase) -> PartialDate:
    return hijri.feast(phrase.values["feast"][0], _day_to_look_back_from(phrase))


def _day_to_look_back_from(phrase: Phrase) -> date:
    """Return the report's day, or the end of the year that a feast is said to be of."""
    way, unit = phrase.first("way"), phrase.first("unit")
    year = phrase.first("year")
    if year is None and unit == YEAR and way:
        year = phrase.said_on.year + way
    return phrase.said_on if year is None else hijri.last_looked_back_from(year)


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
    "feast": _feast,
    "fixed": _fixed,
    "weekend": _weekend,
    "part_of_unit": _part_of_unit,
    "side_of_unit": _side_of_unit,
    "past_hours": _past_hours,
    "day_or_past_units": _day_or_past_units,
    "quarter_of_some_year": _quarter_of_some_year,
    "years": _years,
}
