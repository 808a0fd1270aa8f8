"""What every picture of a page stands before: the truces, and how much was heard."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from talks.charts import coverage as strips
from talks.charts.axis import Axis, Box
from talks.queries import coverage, timeline
from talks.queries.coverage import Week
from talks.queries.timeline import Span


@dataclass(frozen=True, slots=True)
class Background:
    """The truces and the weeks of all pictures of a page."""

    spans: list[Span]
    weeks: list[Week]

    @classmethod
    def of(cls, axes: Collection[Axis], *, day: date, language: str) -> Background:
        """Return the background of these axes together; three queries at most."""
        if not axes:
            return cls([], [])
        first = min(axis.first for axis in axes)
        last = min(max(axis.last for axis in axes), day)
        return cls(
            timeline.truces(first, last, language),
            coverage.weeks(first, last, day=day),
        )

    def shades(self, axis: Axis) -> list[tuple[Span, Box]]:
        """Return the truces that lie on this axis, with their stretch of it."""
        ends = [(span, span.last or axis.last) for span in self.spans]
        return [
            (span, axis.box(span.first, last))
            for span, last in ends
            if axis.holds(span.first, last)
        ]

    def on(self, axis: Axis) -> list[Week]:
        """Return the weeks that lie on this axis."""
        return [week for week in self.weeks if axis.holds(week.monday, week.last)]

    def strip(self, axis: Axis) -> strips.Strip:
        """Return the strip of reports on this axis."""
        return strips.draw(self.on(axis), axis)
