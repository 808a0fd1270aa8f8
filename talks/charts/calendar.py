"""Days named along the foot of a picture: years, quarters, months or weeks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from talks.charts.axis import Axis, month_after

# how many names fit beside each other on a wide screen, and on a phone
MOST_WIDE = 12
MOST_NARROW = 4
# the share of the width that a name takes, without which it would be cut off
ROOM_WIDE, ROOM_NARROW = 0.06, 0.2


@dataclass(frozen=True, slots=True)
class Tick:
    """A line down the picture, the day it stands for and what of it is named."""

    day: date
    x: float
    unit: str
    is_narrow: bool


def ticks(axis: Axis) -> list[Tick]:
    """Return the ticks of the finest unit that leaves room for names.

    On a phone only those marked narrow are named.
    """
    unit, days = _unit(axis)
    every = -(-len(days) // MOST_NARROW)
    return [
        Tick(
            day,
            _edge(axis, day),
            unit,
            number % every == 0 and _has(axis, day, ROOM_NARROW),
        )
        for number, day in enumerate(days)
        if _has(axis, day, ROOM_WIDE)
    ]


def _has(axis: Axis, day: date, room: float) -> bool:
    """Tell whether this share of the axis is left for the name of a day."""
    return (axis.last - day).days >= axis.days * room


def _unit(axis: Axis) -> tuple[str, list[date]]:
    if axis.days <= 7 * MOST_WIDE:
        monday = axis.first + timedelta(-axis.first.weekday() % 7)
        weeks = (monday + timedelta(7 * n) for n in range(MOST_WIDE))
        return "day", [day for day in weeks if day <= axis.last]
    for months in (1, 3, 6, 12, 24, 60, 120):
        days = list(_firsts(axis, months))
        if len(days) <= MOST_WIDE:
            break
    return "year" if months >= 12 else "month", days


def _firsts(axis: Axis, months: int) -> Iterator[date]:
    """Yield the first days of every so many months, counted from a round year."""
    day = axis.first.replace(day=1)
    while day <= axis.last:
        if day >= axis.first and (day.year * 12 + day.month - 1) % months == 0:
            yield day
        day = month_after(day)


def _edge(axis: Axis, day: date) -> float:
    """Return where a day begins: its right edge where the axis runs from the right."""
    box = axis.box(day, day)
    return round(box.x + box.width, 3) if axis.from_right else box.x
