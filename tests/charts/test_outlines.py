"""The shipped outlines lie where the countries do, on a sheet that keeps their shapes."""

from __future__ import annotations

import pytest

from talks.charts.outlines import flatten, latitude_at, outlines


def points(path: str) -> list[tuple[float, float]]:
    pairs = path.replace("Z", "").replace("M", " ").split()
    return [(float(x), float(y)) for x, y in (pair.split(",") for pair in pairs)]


def test_libya_is_drawn_over_its_neighbours_and_under_its_regions():
    drawn = [outline.slug for outline in outlines()]

    assert set(drawn[:6]) == {"tn", "eg", "sd", "td", "ne", "dz"}
    assert drawn[6] == "libya"
    assert set(drawn[7:]) == {"tripolitania", "cyrenaica", "fezzan"}


@pytest.mark.parametrize("latitude", [15.0, 27.4, 32.89, 38.0])
def test_a_latitude_comes_back_from_the_sheet(latitude):
    _x, y = flatten(13.19, latitude)

    assert latitude_at(y) == pytest.approx(latitude)


def test_north_is_up():
    assert flatten(13, 33)[1] < flatten(13, 20)[1]


def test_libya_spans_its_degrees():
    libya = next(outline for outline in outlines() if outline.slug == "libya")

    across = [x for x, _y in points(libya.path)]
    down = [latitude_at(y) for _x, y in points(libya.path)]

    assert (min(across), max(across)) == pytest.approx((9.3, 25.2), abs=0.3)
    assert (min(down), max(down)) == pytest.approx((19.5, 33.2), abs=0.3)


def test_the_regions_together_are_the_country():
    paths = {outline.slug: points(outline.path) for outline in outlines()}

    parts = sum(size(paths[slug]) for slug in ("tripolitania", "cyrenaica", "fezzan"))

    assert parts == pytest.approx(size(paths["libya"]), rel=0.01)


def size(ring: list[tuple[float, float]]) -> float:
    turned = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(sum(x * v - u * y for (x, y), (u, v) in turned)) / 2
