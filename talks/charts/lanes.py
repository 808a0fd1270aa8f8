"""Events of some days as marks in a lane for each track, over the truces in force."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from talks.charts.axis import Axis, Box, month_after
from talks.queries.timeline import Mark, Span

ROW = 16
MOST_ROWS = 5
LONGEST_DAYS = 3 * 366
# marks nearer than this share of the width stand under each other
APART = 1.3
# the share of the width that the name of a day takes
NAME_WIDTH = 0.05


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark, the days it may have begun on, how long it went on, and its row."""

    mark: Mark
    box: Box
    lasted: Box | None
    y: float


@dataclass(frozen=True, slots=True)
class Lane:
    """The marks of one track."""

    track: str
    y: float
    height: float
    marks: list[Placed]


@dataclass(frozen=True, slots=True)
class Shade:
    """A truce, drawn as a shade behind the lanes."""

    span: Span
    box: Box


@dataclass(frozen=True, slots=True)
class Tick:
    """A line down the picture, and the day it stands for."""

    day: date
    x: float
    is_month: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """All lanes with the truces behind them."""

    lanes: list[Lane]
    shades: list[Shade]
    ticks: list[Tick]
    height: float


def draw(
    marks: Sequence[Mark],
    spans: Sequence[Span],
    *,
    tracks: list[str],
    axis: Axis,
) -> Picture:
    """Return the picture of these days, one lane for each track that has events."""
    lanes: list[Lane] = []
    y = 0.0
    for track in tracks:
        own = [mark for mark in marks if mark.track == track]
        if own:
            lane = _lane(track, own, axis, y)
            lanes.append(lane)
            y += lane.height
    shades = [
        Shade(span, axis.box(span.first, span.last or axis.last)) for span in spans
    ]
    return Picture(lanes, shades, list(_ticks(axis)), y)


def _lane(track: str, marks: list[Mark], axis: Axis, y: float) -> Lane:
    ends: list[float] = []
    placed = []
    for mark in marks:
        box = axis.box(mark.when.earliest, mark.when.latest)
        until = mark.lasted_until
        lasted = axis.box(mark.when.earliest, until) if until else None
        row = _row(ends, box, lasted, from_right=axis.from_right)
        placed.append(Placed(mark, box, lasted, y + row * ROW + ROW / 2 + 3))
    return Lane(track, y, len(ends) * ROW + 6, placed)


def _row(ends: list[float], box: Box, lasted: Box | None, *, from_right: bool) -> int:
    """Return the first row with room, and take it; the last row takes what is left."""
    whole = lasted or box
    begin = 100 - whole.x - whole.width if from_right else whole.x
    end = max(begin + whole.width, begin + APART)
    for row, taken in enumerate(ends):
        if taken <= begin or row == MOST_ROWS - 1:
            ends[row] = max(taken, end)
            return row
    ends.append(end)
    return len(ends) - 1


def _ticks(axis: Axis) -> Iterator[Tick]:
    if axis.days <= 100:
        monday = axis.first + timedelta(-axis.first.weekday() % 7)
        days = (monday + timedelta(7 * n) for n in range(axis.days // 7 + 1))
        return (
            _tick(axis, day, is_month=False) for day in days if _has_room(axis, day)
        )
    months = (day for day in _months(axis) if _has_room(axis, day))
    return (_tick(axis, day, is_month=True) for day in months)


def _has_room(axis: Axis, day: date) -> bool:
    """Tell whether what is written after this day's line ends before the axis does."""
    return (axis.last - day).days >= axis.days * NAME_WIDTH


def _months(axis: Axis) -> Iterator[date]:
    step = 1 if axis.days <= 400 else 3
    day = month_after(axis.first - timedelta(1))
    while day <= axis.last:
        if step == 1 or day.month % step == 1:
            yield day
        day = month_after(day)


def _tick(axis: Axis, day: date, *, is_month: bool) -> Tick:
    box = axis.box(day, day)
    return Tick(day, box.x + box.width if axis.from_right else box.x, is_month)
