"""The strip under a picture that says how much was reported: a gap is never a zero."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from talks.charts.axis import Axis, Box
from talks.queries.coverage import Week

HEIGHT = 26


@dataclass(frozen=True, slots=True)
class Bar:
    """The reports of one week."""

    week: Week
    box: Box
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Gap:
    """Weeks on end of which no report is held."""

    first: date
    last: date
    box: Box


@dataclass(frozen=True, slots=True)
class Heard:
    """What was heard from sources that lean one way."""

    lean: str
    reports: int
    weeks: int


@dataclass(frozen=True, slots=True)
class Strip:
    """Bars and gaps on the axis of the picture above."""

    bars: list[Bar]
    gaps: list[Gap]
    reports: int
    most: int
    weeks: int
    by_lean: list[Heard]


def draw(weeks: Sequence[Week], axis: Axis) -> Strip:
    """Return the strip of the weeks that lie on the axis."""
    seen = [week for week in weeks if axis.holds(week.monday, week.last)]
    most = max((week.reports for week in seen), default=0)
    bars = [_bar(week, axis, most) for week in seen if not week.is_gap]
    return Strip(
        bars,
        _gaps(seen, axis),
        sum(week.reports for week in seen),
        most,
        len(seen),
        _by_lean(seen),
    )


def _by_lean(weeks: Sequence[Week]) -> list[Heard]:
    """Return what was heard from each side, most first."""
    leans = {lean for week in weeks for lean in week.by_lean}
    heard = []
    for lean in leans:
        counts = [week.by_lean[lean] for week in weeks if week.by_lean.get(lean)]
        heard.append(Heard(lean, sum(counts), len(counts)))
    return sorted(heard, key=lambda each: (-each.reports, each.lean))


def _bar(week: Week, axis: Axis, most: int) -> Bar:
    height = round(week.reports / most * HEIGHT, 2)
    return Bar(week, axis.box(week.monday, week.last), HEIGHT - height, height)


def _gaps(weeks: Iterable[Week], axis: Axis) -> list[Gap]:
    """Return each run of weeks without a report as one gap."""
    runs: list[list[Week]] = []
    before: Week | None = None
    for week in weeks:
        if week.is_gap:
            if before is None or not before.is_gap:
                runs.append([])
            runs[-1].append(week)
        before = week
    return [
        Gap(run[0].monday, run[-1].last, axis.box(run[0].monday, run[-1].last))
        for run in runs
    ]
