"""Counts by month or week as stacked bars, with what is not known over them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from talks.charts import calendar
from talks.charts.axis import Axis, Box, month_after
from talks.charts.calendar import Tick
from talks.charts.scale import Scale

HEIGHT = 160
# room over the highest bar for its arrow, and under the foot for days
TOP, FOOT = 26, 26
# a bar leaves this share of its stretch free on each side
GAP = 0.1


@dataclass(frozen=True, slots=True)
class Column:
    """What is counted in some days: by part, and how many more it might be."""

    first: date
    last: date
    parts: Mapping[str, int]
    more: int = 0
    is_open: bool = False
    missing: int = 0

    @property
    def count(self) -> int:
        """All parts together."""
        return sum(self.parts.values())

    @property
    def is_month(self) -> bool:
        """Whether it is a month, and can be called so."""
        return self.first.day == 1 and self.last + timedelta(1) == month_after(
            self.first
        )


@dataclass(frozen=True, slots=True)
class Segment:
    """One part of a bar."""

    part: str
    count: int
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Bar:
    """A column as it is drawn; `more` stands above what is sure."""

    column: Column
    box: Box
    whole: Box
    segments: list[Segment]
    more: Segment | None
    y: float


@dataclass(frozen=True, slots=True)
class Picture:
    """All bars on their axis."""

    axis: Axis
    scale: Scale
    ticks: list[Tick]
    bars: list[Bar]
    top: int = TOP

    @property
    def height(self) -> int:
        """The whole height, with the days under its foot."""
        return self.scale.height + self.top + FOOT


def draw(
    columns: Sequence[Column],
    *,
    parts: Sequence[str],
    axis: Axis,
    height: int = HEIGHT,
) -> Picture:
    """Return the bars, their parts stacked in the order of `parts`."""
    most = max((column.count + column.more for column in columns), default=0)
    scale = Scale.upto(most, height)
    bars = [_bar(column, parts, axis, scale) for column in columns]
    return Picture(axis, scale, calendar.ticks(axis), bars)


def months(first: date, last: date, *, from_right: bool) -> Axis:
    """Return the axis of whole months that holds these days, with room for numbers."""
    begin = first.replace(day=1)
    end = month_after(last) - timedelta(1)
    lead = max((end - begin).days // 11, 3)
    return Axis(begin - timedelta(lead), end, from_right)


def _bar(column: Column, parts: Sequence[str], axis: Axis, scale: Scale) -> Bar:
    whole = axis.box(column.first, column.last)
    gap = whole.width * GAP
    segments, top = [], 0
    for part in parts:
        if number := column.parts.get(part, 0):
            segments.append(_segment(part, number, top, scale))
            top += number
    more = _segment("more", column.more, top, scale) if column.more else None
    return Bar(
        column,
        Box(round(whole.x + gap, 3), round(whole.width - 2 * gap, 3)),
        whole,
        segments,
        more,
        scale.y(top + column.more),
    )


def _segment(part: str, number: int, below: int, scale: Scale) -> Segment:
    y = scale.y(below + number)
    return Segment(part, number, y, round(scale.y(below) - y, 2))
