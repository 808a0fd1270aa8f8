"""Places on a map: dots by size, those too near each other as one, areas as areas."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import cos, radians, sqrt

from talks.charts.outlines import Outline, flatten, latitude_at, outlines
from talks.queries.map import Spot

# The whole map is so many degrees wide and high; each zoom halves both.
WIDTH, HEIGHT = 20.0, 17.5
# Dots nearer than a cell are drawn as one; on a phone a cell is as wide as a finger.
_COLUMNS, _ROWS = 14, 12
_SMALLEST, _LARGEST = 6.0, 20.0
# a letter of a name and a line of it, in per cent of the width and height
_LETTER, _LINE = 1.0, 2.2
# How far around its middle an area may reach, in kilometres, where no outline is shipped.
_REACH = {"sea": 130.0}
_REACH_OF_REGION = 55.0
_KM_A_DEGREE = 111.2
_AREAS = frozenset(("country", "region", "sea"))
_NAMES = {
    "DZ": (28.0, 8.9),
    "TN": (33.9, 9.4),
    "EG": (27.4, 26.3),
    "SD": (18.9, 25.4),
    "TD": (19.6, 18.6),
    "NE": (20.6, 11.2),
    "sea": (33.6, 22.6),
    "tripolitania": (30.1, 12.4),
    "cyrenaica": (27.2, 21.6),
    "fezzan": (24.7, 13.4),
}
_SCALES = (1000, 500, 200, 100, 50, 20, 10, 5, 2)


@dataclass(frozen=True, slots=True)
class Window:
    """The part of the flat sheet that is shown."""

    left: float
    top: float
    width: float
    height: float

    @classmethod
    def around(cls, latitude: float, longitude: float, zoom: int) -> Window:
        """Return the window with this point in the middle, so many times halved."""
        x, y = flatten(longitude, latitude)
        width, height = WIDTH / 2**zoom, HEIGHT / 2**zoom
        return cls(x - width / 2, y - height / 2, width, height)

    def share(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point of the sheet stands, in per cent of width and height."""
        across, down = (x - self.left) / self.width, (y - self.top) / self.height
        return round(across * 100, 2), round(down * 100, 2)

    @property
    def box(self) -> str:
        """The window as an SVG viewBox."""
        edges = (self.left, self.top, self.width, self.height)
        return " ".join(f"{round(edge, 4):g}" for edge in edges)


@dataclass(frozen=True, slots=True)
class Mark:
    """One or several places at one point of the picture, and how many events."""

    x: float
    y: float
    radius: float
    events: int
    spots: tuple[Spot, ...]
    at: tuple[float, float]
    is_named: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """A country, region or sea with events somewhere in it: an outline or a circle."""

    spot: Spot
    x: float
    y: float
    path: str = ""
    centre: tuple[float, float] | None = None
    reach: float = 0


@dataclass(frozen=True, slots=True)
class Written:
    """Where the name of a neighbour, a region or the sea is written."""

    code: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Picture:
    """The map as it is drawn; `elsewhere` are places outside the window."""

    window: Window
    outlines: tuple[Outline, ...]
    marks: list[Mark]
    areas: list[Area]
    shown: list[Spot]
    elsewhere: list[Spot]
    names: list[Written]
    scale: tuple[int, float]


def draw(spots: Sequence[Spot], window: Window) -> Picture:
    """Return the picture of these places; those without coordinates are left out."""
    shown, elsewhere = _parted(spots, window)
    return Picture(
        window=window,
        outlines=outlines(),
        marks=_named(_marks([it for it in shown if it.kind not in _AREAS], window)),
        areas=[_area(spot, window) for spot in shown if spot.kind in _AREAS],
        shown=shown,
        elsewhere=elsewhere,
        names=list(_names(window)),
        scale=_scale(window),
    )


def _parted(spots: Iterable[Spot], window: Window) -> tuple[list[Spot], list[Spot]]:
    shown: list[Spot] = []
    elsewhere: list[Spot] = []
    for spot in spots:
        if spot.latitude is None or spot.longitude is None:
            continue
        x, y = window.share(*flatten(spot.longitude, spot.latitude))
        inside = 0 <= x <= 100 and 0 <= y <= 100
        (shown if inside else elsewhere).append(spot)
    return shown, elsewhere


def _marks(spots: Sequence[Spot], window: Window) -> list[Mark]:
    """Return a mark a cell of the grid, the largest first so that small ones lie above."""
    cells: dict[tuple[int, int], list[Spot]] = defaultdict(list)
    for spot in spots:
        x, y = window.share(*_flat(spot))
        cells[int(x * _COLUMNS / 100), int(y * _ROWS / 100)].append(spot)
    most = max((sum(it.events for it in cell) for cell in cells.values()), default=0)
    marks = [_mark(cell, most, window) for cell in cells.values()]
    return sorted(marks, key=lambda mark: (-mark.events, mark.x))


def _mark(cell: list[Spot], most: int, window: Window) -> Mark:
    """Return one mark for what lies in a cell, at the middle of its events."""
    events = sum(spot.events for spot in cell)
    flat = [(*_flat(spot), spot.events) for spot in cell]
    across = sum(x * weight for x, _y, weight in flat) / events
    down = sum(y * weight for _x, y, weight in flat) / events
    x, y = window.share(across, down)
    size = sqrt(events / most)
    return Mark(
        x=x,
        y=y,
        radius=round(_SMALLEST + (_LARGEST - _SMALLEST) * size, 1),
        events=events,
        spots=tuple(sorted(cell, key=lambda spot: -spot.events)),
        at=_middle(cell, events),
    )


def _named(marks: list[Mark]) -> list[Mark]:
    """Return the marks, with those named whose name runs into no other mark or name.

    Widths are those of a wide screen; on a phone no names are drawn.
    """
    taken = [(mark.x, mark.y, mark.radius / 6, mark.radius / 5) for mark in marks]
    named = []
    for mark in marks:
        wide = len(mark.spots[0].name.text.text) * _LETTER / 2
        label = (mark.x, mark.y + mark.radius / 5 + _LINE, wide, _LINE / 2)
        is_free = not any(_meet(label, other) for other in taken)
        if is_free:
            taken.append(label)
        named.append(replace(mark, is_named=is_free))
    return named


def _meet(
    one: tuple[float, float, float, float], other: tuple[float, float, float, float]
) -> bool:
    """Tell whether two boxes meet: middle across and down, half the width and height."""
    across, down = abs(one[0] - other[0]), abs(one[1] - other[1])
    return across < one[2] + other[2] and down < one[3] + other[3]


def _middle(cell: list[Spot], events: int) -> tuple[float, float]:
    latitude = sum((spot.latitude or 0) * spot.events for spot in cell) / events
    longitude = sum((spot.longitude or 0) * spot.events for spot in cell) / events
    return round(latitude, 2), round(longitude, 2)


def _area(spot: Spot, window: Window) -> Area:
    x, y = _flat(spot)
    across, down = window.share(x, y)
    for outline in outlines():
        of_country = spot.kind == "country" and outline.country == spot.country
        if of_country or outline.slug == spot.name.slug:
            return Area(spot, across, down, path=outline.path)
    kilometres = _REACH.get(spot.kind, _REACH_OF_REGION)
    reach = kilometres / _KM_A_DEGREE / cos(radians(spot.latitude or 0))
    return Area(
        spot, across, down, centre=(round(x, 3), round(y, 3)), reach=round(reach, 3)
    )


def _names(window: Window) -> Iterator[Written]:
    for code, (latitude, longitude) in _NAMES.items():
        x, y = window.share(*flatten(longitude, latitude))
        if 0 < x < 100 and 0 < y < 100:
            yield Written(code, x, y)


def _flat(spot: Spot) -> tuple[float, float]:
    return flatten(spot.longitude or 0, spot.latitude or 0)


def _scale(window: Window) -> tuple[int, float]:
    """Return a round number of kilometres, and how wide it is in the middle, in per cent."""
    middle = latitude_at(window.top + window.height / 2)
    whole = window.width * _KM_A_DEGREE * cos(radians(middle))
    kilometres = next((it for it in _SCALES if it < whole / 4), _SCALES[-1])
    return kilometres, round(kilometres / whole * 100, 2)
