"""Series of talks as lanes, each round a bar as long as it lasted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from talks.charts import calendar
from talks.charts.axis import Axis, Box
from talks.charts.calendar import Tick
from talks.queries.rounds import Held, Series

# a round of one day is still wide enough to be seen and pointed at
NARROWEST = 0.9
ROW, FOOT = 30, 26


@dataclass(frozen=True, slots=True)
class Bar:
    """One round in its lane."""

    held: Held
    box: Box


@dataclass(frozen=True, slots=True)
class Lane:
    """One series."""

    series: Series
    bars: list[Bar]


@dataclass(frozen=True, slots=True)
class Picture:
    """All lanes on one axis."""

    axis: Axis
    ticks: list[Tick]
    lanes: list[Lane]

    @property
    def height(self) -> int:
        """The whole height, with the days under its foot."""
        return len(self.lanes) * ROW + FOOT


def draw(every: Sequence[Series], *, from_right: bool) -> Picture | None:
    """Return a lane for each series, or None where there is none."""
    held = [one for series in every for one in series.rounds]
    if not held:
        return None
    first, last = min(one.began_on for one in held), max(one.last for one in held)
    room = timedelta(max((last - first).days // 40, 5))
    axis = Axis(first - room, last + room, from_right)
    lanes = [
        Lane(series, [_bar(one, axis) for one in series.rounds]) for series in every
    ]
    return Picture(axis, calendar.ticks(axis), lanes)


def _bar(held: Held, axis: Axis) -> Bar:
    box = axis.box(held.began_on, held.last)
    if box.width >= NARROWEST:
        return Bar(held, box)
    return Bar(held, Box(round(box.middle - NARROWEST / 2, 3), NARROWEST))
