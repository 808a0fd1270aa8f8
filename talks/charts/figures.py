"""Claims over time: a dot for each with its range, the band, and the line taken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, repeat

from talks.charts import calendar
from talks.charts.axis import Axis, Box
from talks.charts.calendar import Tick
from talks.charts.scale import Scale
from talks.queries.claims import Claim, Step
from talks.queries.figures import Series
from talks.queries.names import Name

HEIGHT = 240
# room over the highest mark for its arrow, and under the foot for days
TOP, FOOT = 18, 26
# who speaks is told by shape as well as by name, for the most frequent speakers
SHAPES = ("circle", "square", "diamond", "up", "down", "cross")
OTHERS = "ring"
NOT_COUNTED = frozenset(("denied", "hypothetical"))
# room at the side where the numbers of the scale stand, and for marks at the other
LEAD, TAIL = 0.09, 0.03


@dataclass(frozen=True, slots=True)
class Dot:
    """One claim: its day or days, its range, and how it is marked."""

    claim: Claim
    shape: str
    days: Box
    is_long: bool
    y: float
    y_high: float
    y_low: float
    is_struck: bool
    is_out: bool

    @property
    def x(self) -> float:
        """Where it stands: in the middle of the days it may mean."""
        return self.days.middle


@dataclass(frozen=True, slots=True)
class Area:
    """The band of what stood for some days."""

    box: Box
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Rung:
    """A stretch of the line taken, and the riser that leads to it."""

    box: Box
    y: float
    riser_x: float
    riser_from: float | None


@dataclass(frozen=True, slots=True)
class Key:
    """A speaker in the legend."""

    speaker: Name
    shape: str
    claims: int


@dataclass(frozen=True, slots=True)
class Picture:
    """All that is drawn, behind first."""

    axis: Axis
    scale: Scale
    ticks: list[Tick]
    gaps: list[Box]
    areas: list[Area]
    rungs: list[Rung]
    dots: list[Dot]
    keys: list[Key]
    top: int = TOP

    @property
    def height(self) -> int:
        """The whole height, with the days under its foot."""
        return self.scale.height + self.top + FOOT


def draw(series: Series, *, until: date, from_right: bool) -> Picture:
    """Return the picture of one series up to a day, or its last claim if later.

    The last step is drawn on to `until`, but not past a fifth of the whole: a total
    of 2019 does not need all of the years after it to be read.
    """
    axis = _axis(series.first, _last(series, until), from_right)
    scale = Scale.upto(max(claim.most for claim in series.claims), HEIGHT)
    shapes = _shapes(series.claims)
    return Picture(
        axis,
        scale,
        calendar.ticks(axis),
        [axis.box(*_days(step, axis)) for step in series.steps if not step.band],
        [_area(step, axis, scale) for step in series.steps if step.band],
        _rungs(series.steps, axis, scale),
        [
            _dot(claim, shapes[claim.speaker.slug], _meant(claim), axis, scale)
            for claim in series.claims
        ],
        _keys(series.claims, shapes),
    )


def draw_periods(every: Sequence[Series], *, from_right: bool) -> Picture:
    """Return totals of periods in one picture: each as long as it was counted.

    There is no band and no line between them: each counts something of its own.
    """
    claims = [claim for series in every for claim in series.claims]
    first = min(series.first for series in every)
    axis = _axis(first, max(claim.day for claim in claims), from_right)
    scale = Scale.upto(max(claim.most for claim in claims), HEIGHT)
    shapes = _shapes(claims)
    dots = [
        _dot(claim, shapes[claim.speaker.slug], _counted(claim), axis, scale)
        for claim in claims
    ]
    ticks = calendar.ticks(axis)
    return Picture(axis, scale, ticks, [], [], [], dots, _keys(claims, shapes))


def _axis(first: date, last: date, from_right: bool) -> Axis:  # noqa: FBT001
    days = max((last - first).days, 14)
    lead, tail = timedelta(int(days * LEAD) + 1), timedelta(int(days * TAIL) + 1)
    return Axis(first - lead, first + timedelta(days) + tail, from_right)


def _last(series: Series, until: date) -> date:
    room = timedelta(max((series.last - series.first).days // 5, 30))
    ends = [step.until for step in series.steps if step.until]
    return max(min(until, series.last + room), *ends, series.last)


def _shapes(claims: Iterable[Claim]) -> dict[str, str]:
    often = Counter(claim.speaker.slug for claim in claims).most_common()
    shapes = chain(SHAPES, repeat(OTHERS))
    return {slug: shape for (slug, _n), shape in zip(often, shapes, strict=False)}


def _keys(claims: Iterable[Claim], shapes: dict[str, str]) -> list[Key]:
    speakers = {claim.speaker.slug: claim.speaker for claim in claims}
    often = Counter(claim.speaker.slug for claim in claims)
    return [Key(speakers[slug], shape, often[slug]) for slug, shape in shapes.items()]


def _meant(claim: Claim) -> tuple[date, date]:
    """Return the days that the number may stand for."""
    return claim.as_of.earliest, claim.as_of.latest


def _counted(claim: Claim) -> tuple[date, date]:
    """Return the days that were counted."""
    begun = claim.since.earliest if claim.since else claim.as_of.earliest
    return begun, claim.as_of.latest


def _dot(
    claim: Claim, shape: str, days: tuple[date, date], axis: Axis, scale: Scale
) -> Dot:
    return Dot(
        claim=claim,
        shape=shape,
        days=axis.box(*days),
        is_long=days[0] != days[1],
        y=scale.y(shown(claim)),
        y_high=scale.y(claim.most),
        y_low=scale.y(claim.least),
        is_struck=claim.superseded_by is not None,
        is_out=claim.part_of is not None or claim.assertion in NOT_COUNTED,
    )


def shown(claim: Claim) -> int:
    """Return the number at which a claim is drawn: its best, or its highest."""
    return claim.most if claim.count.best is None else claim.count.best


def _days(step: Step, axis: Axis) -> tuple[date, date]:
    """Return the days of a step; the last one runs to the end of the axis."""
    return step.first, step.until - timedelta(1) if step.until else axis.last


def _area(step: Step, axis: Axis, scale: Scale) -> Area:
    low = step.band.low if step.band else 0
    high = step.band.high if step.band else 0
    top = scale.y(high)
    return Area(axis.box(*_days(step, axis)), top, round(scale.y(low) - top, 2))


def _rungs(steps: Iterable[Step], axis: Axis, scale: Scale) -> list[Rung]:
    made: list[Rung] = []
    before: float | None = None
    for step in steps:
        if not step.choice:
            before = None
            continue
        y = scale.y(shown(step.choice.claim))
        box = axis.box(*_days(step, axis))
        begin = box.x + box.width if axis.from_right else box.x
        made.append(Rung(box, y, round(begin, 3), before))
        before = y
    return made
