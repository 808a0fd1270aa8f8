"""Whether the dates of a finding and of an annotation agree."""

from __future__ import annotations

import re
from calendar import monthrange
from contextlib import suppress
from datetime import date

from bench.detection.scoring.vocabulary import Item

# By how many days a finding may be longer than an annotation of this precision.
SLACK = {"range": 2, "part": 21}
_WRITTEN = re.compile(r"^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def interval(item: Item) -> tuple[date, date] | None:
    """Return the first and the last day that an event may have happened on."""
    first = _first_day(item.get("date_start"))
    last = _last_day(item.get("date_end") or item.get("date_start"))
    if first and not item.get("date_end"):
        last = _end_of(first, item.get("date_precision")) or last
    if not last:
        return None
    first = first or last
    return min(first, last), max(first, last)


def dates_agree(found: Item, wanted: Item) -> bool:
    """Whether the two intervals meet, and the found one is not much the longer."""
    theirs = interval(wanted)
    if theirs is None:
        return True
    ours = interval(found)
    if ours is None or ours[1] < theirs[0] or ours[0] > theirs[1]:
        return False
    length, wanted_length = _days(ours), _days(theirs)
    slack = SLACK.get(str(wanted.get("date_precision")), 0)
    return length <= max(1.5 * wanted_length, wanted_length + slack)


def _days(days: tuple[date, date]) -> int:
    return (days[1] - days[0]).days + 1


def _end_of(first: date, precision: object) -> date | None:
    written = {"month": first.isoformat()[:7], "year": first.isoformat()[:4]}
    return _last_day(written.get(str(precision)))


def _first_day(written: object) -> date | None:
    parts = _parts(written)
    if not parts:
        return None
    year, month, day = parts
    with suppress(ValueError):
        return date(year, 1 if month is None else month, 1 if day is None else day)
    return None


def _last_day(written: object) -> date | None:
    parts = _parts(written)
    if not parts:
        return None
    year, month, day = parts
    with suppress(ValueError):
        month = 12 if month is None else month
        return date(year, month, monthrange(year, month)[1] if day is None else day)
    return None


def _parts(written: object) -> tuple[int, int | None, int | None] | None:
    found = _WRITTEN.match(str(written or ""))
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    return year or 0, month, day
