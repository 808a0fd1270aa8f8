"""The strip of bars over the timeline: how many events a month or quarter, by track."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from talks.charts.axis import Axis, Box, month_after

HEIGHT = 56
MOST_MONTHS = 72
# no event is drawn so low that it cannot be seen
LOWEST = 1.5
# the share of its width that a bar leaves free on each side
GAP = 0.07
# the first years are left to a link where no more of all events lie in them
FEW = 0.1
# far enough to see what stood before and after the days asked for
MARGIN_YEARS = 1
Months = Mapping[date, Mapping[str, int]]
Days = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Segment:
    """One track's part of a bar."""

    track: str
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Bar:
    """The events that began in a month or quarter; its body leaves a gap to the next."""

    first: date
    last: date
    box: Box
    body: Box
    count: int
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A year named under the strip."""

    first: date
    last: date
    box: Box


@dataclass(frozen=True, slots=True)
class Strip:
    """The whole picture; `brush` marks the days asked for.

    `earlier` and `later` are as many days before and after them: months for months,
    years for years. Where no days are asked for, `earlier` are the years of few events
    that the strip leaves out.
    """

    bars: list[Bar]
    years: list[Tick]
    brush: Box | None
    earlier: Days | None
    later: Days | None
    by_month: bool
    most: int


def draw(
    months: Months,
    *,
    tracks: list[str],
    first: date | None,
    last: date | None,
    from_right: bool,
) -> Strip | None:
    """Return the strip around the days asked for, or None if there is nothing."""
    if not months:
        return None
    years = _years(months, first, last)
    axis = Axis(date(years[0], 1, 1), date(years[-1], 12, 31), from_right)
    by_month = len(years) * 12 <= MOST_MONTHS
    counted = list(_columns(axis, months, by_month=by_month))
    most = max((count.total() for _first, _last, count in counted), default=0)
    bars = [
        _bar(axis, begin, end, _stack(count, tracks, most), count.total())
        for begin, end, count in counted
        if count
    ]
    earlier, later = _beside(first, last)
    if not (first or last):
        earlier = _left_out(months, years)
    return Strip(
        bars=bars,
        years=_ticks(axis, years),
        brush=_brush(axis, first, last),
        earlier=earlier,
        later=later,
        by_month=by_month,
        most=most,
    )


def _years(months: Months, first: date | None, last: date | None) -> range:
    """Return the years to draw: those that have many events, or those around the days."""
    low, high = min(months).year, max(months).year
    if first or last:
        around = (first.year - MARGIN_YEARS) if first else low
        until = (last.year + MARGIN_YEARS) if last else high
        if around <= high and until >= low:
            low, high = max(low, around), min(high, until)
        return range(low, high + 1)
    return range(_crowded_from(months), high + 1)


def _crowded_from(months: Months) -> int:
    """Return the first year to draw: before it lie a tenth of all events at most."""
    by_year: Counter[int] = Counter()
    for month, counts in months.items():
        by_year[month.year] += sum(counts.values())
    left_out = 0
    for year in sorted(by_year):
        left_out += by_year[year]
        if left_out > by_year.total() * FEW:
            return year
    return min(by_year)


def _left_out(months: Months, years: range) -> Days | None:
    first = min(months)
    last = date(years[0], 1, 1) - timedelta(1)
    return (first, last) if first <= last else None


def _columns(
    axis: Axis, months: Months, *, by_month: bool
) -> Iterator[tuple[date, date, Counter[str]]]:
    first = axis.first
    while first <= axis.last:
        count: Counter[str] = Counter()
        after = first
        for _month in range(1 if by_month else 3):
            count.update(months.get(after, {}))
            after = month_after(after)
        yield first, after - timedelta(1), count
        first = after


def _bar(
    axis: Axis, first: date, last: date, segments: tuple[Segment, ...], count: int
) -> Bar:
    box = axis.box(first, last)
    return Bar(first, last, box, box.inset(GAP), count, segments)


def _stack(count: Counter[str], tracks: list[str], most: int) -> tuple[Segment, ...]:
    segments = []
    top = float(HEIGHT)
    for track in tracks:
        if count[track]:
            height = max(count[track] / most * HEIGHT, LOWEST)
            top -= height
            segments.append(Segment(track, round(top, 2), round(height, 2)))
    return tuple(segments)


def _ticks(axis: Axis, years: range) -> list[Tick]:
    whole = [(date(year, 1, 1), date(year, 12, 31)) for year in years]
    return [Tick(first, last, axis.box(first, last)) for first, last in whole]


def _brush(axis: Axis, first: date | None, last: date | None) -> Box | None:
    if not (first or last):
        return None
    begin, end = first or axis.first, last or axis.last
    return axis.box(begin, end) if axis.holds(begin, end) else None


def _beside(
    first: date | None, last: date | None
) -> tuple[Days, Days] | tuple[None, None]:
    """Return the stretches before and after, or nothing at the ends of the calendar."""
    if not (first and last):
        return None, None
    try:
        after = last + timedelta(1)
        if first.day == 1 and after.day == 1:
            months = (after.year - first.year) * 12 + after.month - first.month
            begin = _shift(first, -months)
            end = _shift(after, months) - timedelta(1)
        else:
            begin, end = first - (after - first), last + (after - first)
    except (OverflowError, ValueError):
        return None, None
    return (begin, first - timedelta(1)), (after, end)


def _shift(first_of_month: date, months: int) -> date:
    count = first_of_month.year * 12 + first_of_month.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)
