"""The shipped outlines of Libya, its regions and neighbours, on a flat sheet."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from math import asinh, atan, degrees, radians, sinh, tan
from pathlib import Path

_FILE = Path(__file__).parent.parent / "data" / "outlines.geo.json"
# Fine enough for the deepest zoom, and short to write.
_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Outline:
    """The border of a country or region as an SVG path; `country` is empty for regions."""

    slug: str
    country: str
    path: str


def flatten(longitude: float, latitude: float) -> tuple[float, float]:
    """Return where a point lies on the sheet: degrees to the east and south (Mercator)."""
    return longitude, -degrees(asinh(tan(radians(latitude))))


def latitude_at(y: float) -> float:
    """Return the latitude of a line of the sheet."""
    return degrees(atan(sinh(radians(-y))))


@cache
def outlines() -> tuple[Outline, ...]:
    """Return every outline, neighbours first, so that Libya is drawn over them."""
    features = json.loads(_FILE.read_text(encoding="utf-8"))["features"]
    drawn = [
        Outline(
            slug=feature["properties"]["slug"],
            country=feature["properties"].get("country", ""),
            path="".join(
                _path(ring)
                for polygon in feature["geometry"]["coordinates"]
                for ring in polygon
            ),
        )
        for feature in features
    ]
    return tuple(sorted(drawn, key=lambda it: (not it.country, it.slug == "libya")))


def _path(ring: list[list[float]]) -> str:
    flat = [flatten(longitude, latitude) for longitude, latitude in ring]
    points = " ".join(f"{round(x, _DIGITS):g},{round(y, _DIGITS):g}" for x, y in flat)
    return f"M{points}Z"
