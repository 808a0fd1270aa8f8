"""Days along the width of a picture, from either side."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Box:
    """A stretch of the width, in per cent, from its left edge."""

    x: float
    width: float

    @property
    def middle(self) -> float:
        """Where a mark for the whole stretch stands."""
        return round(self.x + self.width / 2, 3)

    def inset(self, share: float) -> Box:
        """Return the same stretch with a share of its width left free on each side."""
        x, width = self.x + self.width * share, self.width * (1 - 2 * share)
        return Box(round(x, 3), round(width, 3))


@dataclass(frozen=True, slots=True)
class Axis:
    """The days from `first` to `last`, both drawn whole."""

    first: date
    last: date
    from_right: bool = False

    @property
    def days(self) -> int:
        """How many days it holds."""
        return (self.last - self.first).days + 1

    def box(self, first: date, last: date) -> Box:
        """Return where these days are drawn, cut at the ends of the axis."""
        begin = (max(first, self.first) - self.first).days / self.days * 100
        end = ((min(last, self.last) - self.first).days + 1) / self.days * 100
        left = 100 - end if self.from_right else begin
        return Box(round(left, 3), round(end - begin, 3))

    def holds(self, first: date, last: date) -> bool:
        """Tell whether any of these days is on it."""
        return first <= self.last and self.first <= last


def month_after(day: date) -> date:
    """Return the first day of the next month."""
    return (day.replace(day=1) + timedelta(32)).replace(day=1)
