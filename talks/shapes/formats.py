"""Dates and numbers as a reader of each language expects them, and as exact as they are."""

from __future__ import annotations

from datetime import date

from django.utils.dates import MONTHS, MONTHS_AP, WEEKDAYS, WEEKDAYS_ABBR
from django.utils.translation import get_language, gettext, npgettext, pgettext

from talks.values import Count, PartialDate, Precision, Qualifier

# Libyan texts use the digits 0 to 9; a thin space between thousands reads alike in
# Arabic and French, where a comma would be a decimal mark.
_THOUSANDS = {"en": ",", "ar": "\N{NARROW NO-BREAK SPACE}"}
_DASH = "\N{EN DASH}"


def number(value: int) -> str:
    """Print a whole number with its thousands apart."""
    mark = _THOUSANDS.get(_language(), "\N{NARROW NO-BREAK SPACE}")
    return f"{value:,}".replace(",", mark)


def coded(choices: str, english: str) -> str:
    """Return what a code of some list is called; a list may have a word of its own."""
    apart = pgettext(choices, english)
    return apart if apart != english else gettext(english)


def day(value: date) -> str:
    """Print a day in full: "12 January 2020"."""
    return f"{_day_of_month(value)} {MONTHS[value.month]} {value.year}"


def short_day(value: date) -> str:
    """Print a day of a year that is plain from around it: "12 Jan"."""
    return f"{_day_of_month(value)} {short_month(value)}"


def weekday(value: date) -> str:
    """Print the day of the week, short where the language shortens it."""
    names = WEEKDAYS if _language() == "ar" else WEEKDAYS_ABBR
    return str(names[value.weekday()])


def month(value: date) -> str:
    """Print a month of a year: "January 2020"."""
    return f"{MONTHS[value.month]} {value.year}"


def short_month(value: date) -> str:
    """Print a month's short name; Arabic has none and keeps the whole."""
    if _language() == "ar":
        return str(MONTHS[value.month])
    if _language() == "fr":
        return str(MONTHS_AP[value.month])
    return str(MONTHS[value.month])[:3]


def span(first: date, last: date) -> str:
    """Print the days from one to another, saying month and year once."""
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{_day_of_month(first)}{_DASH}{day(last)}"
    if first.year == last.year:
        return f"{_day_of_month(first)} {MONTHS[first.month]} {_DASH} {day(last)}"
    return f"{day(first)} {_DASH} {day(last)}"


def short_span(first: date, last: date) -> str:
    """Print the days from one to another, of a year that is plain from around them."""
    if (first.year, first.month) == (last.year, last.month):
        return f"{_day_of_month(first)}{_DASH}{short_day(last)}"
    return f"{short_day(first)} {_DASH} {short_day(last)}"


def when(value: PartialDate) -> str:
    """Print a date as exactly as it is known: "mid-January 2020 (11-20 January 2020)"."""
    bounds = span(value.earliest, value.latest)
    named = _named(value)
    if value.precision == Precision.UNKNOWN:
        between = pgettext("date", "day unknown")
        return f"{between} ({bounds})"
    if not named:
        return bounds
    return named if _fills(value) else f"{named} ({bounds})"


def count(value: Count) -> str:
    """Print a claimed number with its hedge: "more than 2,000"."""
    shown = [number(n) for n in (value.low, value.high) if n is not None]
    if value.qualifier in {Qualifier.BETWEEN, Qualifier.VAGUE} and len(shown) == 2:
        return _DASH.join(dict.fromkeys(shown))
    stated = next(n for n in (value.best, value.low, value.high) if n is not None)
    return _hedged(value.qualifier) % {"number": number(stated)}


def band(low: int, high: int, *, is_open_above: bool = False) -> str:
    """Print the lowest and the highest claim: "147-205", or "284-356 or more"."""
    ends = number(low) if low == high else f"{number(low)}{_DASH}{number(high)}"
    return gettext("%(number)s or more") % {"number": ends} if is_open_above else ends


def days(value: int) -> str:
    """Print how many days."""
    text = npgettext("length", "%(number)s day", "%(number)s days", value)
    return text % {"number": number(value)}


def _named(value: PartialDate) -> str:
    """Return what the span is called, or nothing where its days say it best."""
    first = value.earliest
    where = {"month": month(first), "year": first.year, "day": day(first)}
    if value.precision == Precision.PART:
        # the texts stand here whole, so that translators see each
        part = (
            pgettext("date", "early %(month)s"),
            pgettext("date", "mid-%(month)s"),
            pgettext("date", "late %(month)s"),
        )[min(first.day // 10, 2)]
        return part % where
    named = {
        Precision.WEEK: pgettext("date", "week of %(day)s"),
        Precision.MONTH: "%(month)s",
        Precision.QUARTER: pgettext("date", "quarter %(quarter)s of %(year)s"),
        Precision.YEAR: "%(year)s",
    }.get(value.precision, "")
    return named % (where | {"quarter": (first.month + 2) // 3})


def _fills(value: PartialDate) -> bool:
    """Tell whether the name alone says the bounds: a whole month, a whole year."""
    plain = {Precision.MONTH, Precision.YEAR}
    natural = PartialDate.spanning(value.earliest, value.latest)
    return value.precision in plain and natural.precision == value.precision


def _hedged(qualifier: Qualifier) -> str:
    return {
        Qualifier.AT_LEAST: pgettext("number", "at least %(number)s"),
        Qualifier.MORE_THAN: pgettext("number", "more than %(number)s"),
        Qualifier.ABOUT: pgettext("number", "about %(number)s"),
        Qualifier.NEARLY: pgettext("number", "nearly %(number)s"),
        Qualifier.UP_TO: pgettext("number", "up to %(number)s"),
        Qualifier.FEWER_THAN: pgettext("number", "fewer than %(number)s"),
        Qualifier.VAGUE: pgettext("number", "in the order of %(number)s"),
    }.get(qualifier, "%(number)s")


def _day_of_month(value: date) -> str:
    if value.day == 1 and _language() == "fr":
        return "1er"
    return str(value.day)


def _language() -> str:
    return (get_language() or "en")[:2]
