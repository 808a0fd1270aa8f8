"""Which part of the map to show, as its address says it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Self

from django.utils.translation import gettext_lazy as _

from talks.filters.reading import Problem, Query

DEEPEST = 6
# the middle of the country, and how far from it one may look
MIDDLE = (27.4, 17.4)
_FURTHEST = ((15.0, 38.0), (5.0, 31.0))
_AT = re.compile(r"(-?\d{1,2}(?:\.\d{1,4})?),(-?\d{1,3}(?:\.\d{1,4})?)", re.ASCII)


@dataclass(frozen=True, slots=True)
class MapView:
    """A part of the map: how deep, and around which latitude and longitude."""

    zoom: int = 0
    at: tuple[float, float] = MIDDLE
    problems: tuple[Problem, ...] = ()

    @classmethod
    def parse(cls, query: Query) -> Self:
        """Read a query string. What cannot be used is left out and told in `problems`."""
        problems = []
        zooms, places = query.getlist("zoom")[-1:], query.getlist("at")[-1:]
        zoom, at = 0, MIDDLE
        for value in filter(None, zooms):
            if value in map(str, range(DEEPEST + 1)):
                zoom = int(value)
            else:
                problems.append(
                    Problem("zoom", value[:200], _("There is no such choice."))
                )
        for value in filter(None, places):
            if found := _AT.fullmatch(value):
                at = _near(float(found[1]), float(found[2]))
            else:
                reason = _("This is no point on the map. Write it like 32.9,13.2.")
                problems.append(Problem("at", value[:200], reason))
        return cls(zoom, at, tuple(problems))

    def pairs(self) -> list[tuple[str, str]]:
        """Return what an address needs to say for this view."""
        if not self.zoom:
            return []
        return [("zoom", str(self.zoom)), ("at", "{:.2f},{:.2f}".format(*self.at))]

    def deeper(self, steps: int, at: tuple[float, float] | None = None) -> Self:
        """Return the view so many steps further in, or out, around a point."""
        zoom = min(max(self.zoom + steps, 0), DEEPEST)
        return type(self)(zoom, _near(*(at or self.at)) if zoom else MIDDLE)

    def moved(self, north: float, east: float) -> Self:
        """Return the view moved by so many degrees."""
        return type(self)(self.zoom, _near(self.at[0] + north, self.at[1] + east))


def _near(latitude: float, longitude: float) -> tuple[float, float]:
    (south, north), (west, east) = _FURTHEST
    return min(max(latitude, south), north), min(max(longitude, west), east)
