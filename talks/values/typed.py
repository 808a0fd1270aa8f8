"""Dates as people type them, in English or EDTF, read into spans of days."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from talks.values import spans
from talks.values.spans import Precision, Span

_STATED = re.compile(r"(.+) \((" + "|".join(Precision) + r")\)")
_DASHES = re.compile(r"[\u2010-\u2015\u2212]")
# what stands between two dates; the hyphens of "mid-May", "2020-05" and "2020-05-01" do not
_BETWEEN = re.compile(
    r" to | until | and |/| - |(?<!mid)(?<=[a-z])-(?=[a-z\d])"
    r"|(?<!\d{4})(?<!-\d\d)(?<=\d)-(?=\d|[a-pr-z])|(?<=\d{4})-(?=\d{4})"
)
_PIECE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<iso_month>\d\d)(?:-(?P<iso_number>\d\d))?)?(?!\d)"
    r"|q(?P<quarter>[1-4])\b|(?P<number>\d{1,2})(?:st|nd|rd|th)?\b"
    r"|(?P<word>[^\W\d_]+)|[ ,.-]|(?P<odd>.)"
)


def _known_words() -> dict[str, tuple[str, int]]:
    words = {
        "beginning": ("part", 0),
        "start": ("part", 0),
        "middle": ("part", 1),
        "end": ("part", 2),
        "last": ("way", -1),
        "this": ("way", 0),
        "next": ("way", 1),
        "ago": ("ago", 1),
        "eve": ("near", -2),  # stands for "the day before yesterday"
        "yesterday": ("near", -1),
        "today": ("near", 0),
        "tomorrow": ("near", 1),
        "sept": ("month", 9),
    }
    for i, part in enumerate(spans.PARTS):
        words[part] = ("part", i)
    for i, nth in enumerate(("first", "second", "third", "fourth"), 1):
        words[nth] = ("nth", i)
    for i, number in enumerate(("one", "two", "three", "four", "five", "six"), 1):
        words[number] = ("number", i)
    for i, month in enumerate(spans.MONTHS, 1):
        words[month.lower()] = words[month.lower()[:3]] = ("month", i)
    for i, weekday in enumerate(spans.WEEKDAYS):
        words[weekday.lower()] = ("weekday", i)
    for unit, days in _UNITS.items():
        words[unit] = words[f"{unit}s"] = ("unit", days)
    return words


_UNITS = {"day": 1, "week": 7, "month": 30, "quarter": 91, "half": 182, "year": 365}
_KNOWN = _known_words()
_FILLERS = frozenset(
    ("the", "of", "in", "on", "a", "an", "from", "between", "nearly", "almost", "about")
)
_Named = dict[
    str, int
]  # what a phrase names: {"month": 1, "year": 2020} for "Jan 2020"


def read_date(words: str, said_on: date | None) -> Span:
    """Read a typed date; raise ValueError saying what about it cannot be read."""
    plain = " ".join(_DASHES.sub("-", words).lower().split()).replace("-xx", "")
    try:
        if stated := _STATED.fullmatch(plain):
            return _read(stated[1], said_on)._replace(precision=Precision(stated[2]))
        return _read(plain, said_on)
    except (ValueError, OverflowError) as error:
        message = f"cannot read {words.strip()!r} as a date: {error}"
        raise ValueError(message) from None


def _read(plain: str, said_on: date | None) -> Span:
    plain = plain.rstrip("?~%").replace("day before yesterday", "eve")
    sides = [_read_pieces(side) for side in _BETWEEN.split(plain)]
    if len(sides) > 2:
        raise ValueError("it names more than two dates")
    if len(sides) == 2:
        return _read_span(sides[0], sides[1], said_on)
    return _resolve(sides[0], said_on)


def _read_pieces(side: str) -> _Named:
    named: _Named = {}
    for piece in _PIECE.finditer(side):
        for name, value in _read_piece(piece):
            if name in named:
                message = f"it names more than one {name}"
                raise ValueError(message)
            named[name] = value
    return named


def _read_piece(piece: re.Match[str]) -> list[tuple[str, int]]:
    word = piece["word"] or piece["odd"]
    if not word:
        groups = piece.groupdict().items()
        return [
            (name.removeprefix("iso_"), int(value)) for name, value in groups if value
        ]
    if word in _FILLERS:
        return []
    if word not in _KNOWN:
        message = f"{word!r} is not known"
        raise ValueError(message)
    return [_KNOWN[word]]


def _read_span(first: _Named, last: _Named, said_on: date | None) -> Span:
    """Read the span between two dates, of which each may leave to the other what they share."""
    if "number" in last and "month" not in last and "month" in first:
        last = {"month": first["month"], **last}  # "April 4 to 6, 2019"
    end = _resolve(last, said_on)
    borrowed: _Named = {key: last[key] for key in ("month", "year") if key in last}
    begin = _resolve({**borrowed, **first}, said_on or end.latest)
    if begin.earliest > end.latest and "year" not in first:
        begin = _resolve({**borrowed, **first, "year": end.earliest.year - 1}, said_on)
    return Span(begin.earliest, end.latest, Precision.RANGE)


def _resolve(named: _Named, said_on: date | None) -> Span:
    shape = " ".join(sorted(named))
    if shape in _ABSOLUTE:
        return _ABSOLUTE[shape](**named)
    if said_on and shape in _RELATIVE:
        return _RELATIVE[shape](said_on, **named)
    with_year = " ".join(sorted({*named, "year"}))
    if said_on and with_year in _ABSOLUTE and "month" in named:
        return _nearest_before(named, with_year, said_on)
    if shape in _RELATIVE or (with_year in _ABSOLUTE and "month" in named):
        raise ValueError("it has no year, nor a day on which it was said")
    raise ValueError("no day, month, quarter or year can be told from it")


def _nearest_before(named: _Named, shape: str, said_on: date) -> Span:
    """Return the last such day of month, unless the next comes within sixty days."""
    soon = said_on + timedelta(60)
    for year in range(soon.year, soon.year - 8, -1):  # 29 February may be years away
        if (
            named["month"] == 2
            and named.get("number") == 29
            and monthrange(year, 2)[1] < 29
        ):
            continue
        when = _ABSOLUTE[shape](year=year, **named)
        if when.earliest <= soon:
            return when
    raise ValueError("no such day")


def _day(year: int, month: int, number: int, weekday: int | None = None) -> Span:
    if not 1 <= month <= 12:
        message = f"there is no month {month}"
        raise ValueError(message)
    if not 1 <= number <= monthrange(year, month)[1]:
        message = f"{spans.MONTHS[month - 1]} {year} has no day {number}"
        raise ValueError(message)
    day = date(year, month, number)
    if weekday not in {None, day.weekday()}:
        message = f"that day was a {spans.WEEKDAYS[day.weekday()]}"
        raise ValueError(message)
    return spans.of_day(day)


def _month(year: int, month: int) -> Span:
    _day(year, month, 1)
    return spans.of_month(year, month)


def _part_of_month(year: int, month: int, part: int) -> Span:
    return spans.of_part(year, month, spans.PARTS[part])


def _part_of_year(year: int, part: int) -> Span:
    return spans.of_months(year, part * 4 + 1, part * 4 + 4)


def _week_of_month(
    year: int, month: int, unit: int, nth: int = 0, way: int = 0
) -> Span:
    if unit != 7:
        raise ValueError("only a week or a part of a month can be named")
    whole = spans.of_month(year, month)
    first = (
        whole.latest - timedelta(6) if way else whole.earliest + timedelta(7 * nth - 7)
    )
    return Span(first, first + timedelta(6), Precision.WEEK)


def _part_by_number(year: int, nth: int, unit: int) -> Span:
    if unit == 91:
        return spans.of_quarter(year, nth)
    if unit == 182 and nth <= 2:
        return spans.of_months(year, nth * 6 - 5, nth * 6)
    raise ValueError("a year has quarters and halves")


def _week_of_day(year: int, month: int, number: int, unit: int) -> Span:
    day = _day(year, month, number).earliest
    if unit != 7:
        raise ValueError("only a week can be named by a day")
    return spans.of_week(day)


def _near_day(said_on: date, near: int) -> Span:
    return spans.of_day(said_on + timedelta(near))


def _near_weekday(said_on: date, weekday: int, way: int | None = None) -> Span:
    """Return the last such day, today included; `next` and `last` leave today out."""
    back = (said_on.weekday() - weekday) % 7
    if way == 1:
        return spans.of_day(said_on + timedelta(7 - back))
    return spans.of_day(said_on - timedelta(back or (7 if way == -1 else 0)))


def _near_unit(said_on: date, unit: int, way: int) -> Span:
    if unit == 365:
        return spans.of_year(said_on.year + way)
    if unit == 30:
        months = said_on.year * 12 + said_on.month - 1 + way
        return spans.of_month(months // 12, months % 12 + 1)
    return spans.of_week(said_on + timedelta(7 * way))


def _near_month(said_on: date, month: int, way: int) -> Span:
    step = {-1: -(month >= said_on.month), 0: 0, 1: month <= said_on.month}[way]
    return spans.of_month(said_on.year + step, month)


def _ago(said_on: date, unit: int, number: int = 1, ago: int = 1) -> Span:
    if unit == 365:
        return spans.of_year(said_on.year - number * ago)
    if unit == 30:
        return _near_unit(said_on, 30, -number * ago)
    then = said_on - timedelta(unit * number * ago)
    return spans.of_week(then) if unit == 7 else spans.of_day(then)


def _ago_in_month(
    said_on: date, month: int, unit: int, number: int = 1, ago: int = 1
) -> Span:
    """Return the named month nearest to so long ago ("nearly a year ago in April")."""
    then = said_on - timedelta(unit * number * ago)
    years = (then.year - 1, then.year, then.year + 1)
    months = [spans.of_month(year, month) for year in years]
    return min(months, key=lambda when: abs(when.earliest + timedelta(14) - then))


_ABSOLUTE: dict[str, Callable[..., Span]] = {
    "year": spans.of_year,
    "month year": _month,
    "month number year": _day,
    "month number weekday year": _day,
    "month part year": _part_of_month,
    "part year": _part_of_year,
    "quarter year": spans.of_quarter,
    "nth unit year": _part_by_number,
    "month nth unit year": _week_of_month,
    "month unit way year": _week_of_month,
    "month number unit year": _week_of_day,
}
_RELATIVE: dict[str, Callable[..., Span]] = {
    "near": _near_day,
    "weekday": _near_weekday,
    "way weekday": _near_weekday,
    "unit way": _near_unit,
    "month way": _near_month,
    "ago unit": _ago,
    "ago number unit": _ago,
    "ago month unit": _ago_in_month,
    "ago month number unit": _ago_in_month,
}
