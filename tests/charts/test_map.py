"""Places become dots by size, several in one where near, and areas where inexact."""

from __future__ import annotations

from math import cos, radians
from typing import Any

import pytest

from talks.charts import map as maps
from talks.charts.map import Picture, Window
from talks.filters.map import MIDDLE
from talks.models.base import Localized
from talks.queries.map import Spot
from talks.queries.names import Name

WHOLE = Window.around(*MIDDLE, 0)
TRIPOLI = (32.8872, 13.1913)
TAJOURA = (32.8817, 13.35)
BENGHAZI = (32.1167, 20.0667)


def spot(
    slug: str, at: tuple[float, float] | None, events: int = 1, **more: Any
) -> Spot:
    latitude, longitude = at or (None, None)
    given = {"kind": "city", "country": "LY"} | more
    return Spot(
        name=Name(slug, Localized(slug.title(), "en")),
        latitude=latitude,
        longitude=longitude,
        events=events,
        **given,
    )


def draw(*spots: Spot, window: Window = WHOLE) -> Picture:
    return maps.draw(spots, window)


def test_places_far_apart_are_dots_of_their_own():
    picture = draw(spot("tripoli", TRIPOLI, 4), spot("benghazi", BENGHAZI))

    tripoli, benghazi = picture.marks
    assert tripoli.x < benghazi.x
    assert tripoli.y < benghazi.y
    assert tripoli.radius > benghazi.radius


def test_places_too_near_are_one_dot_at_the_middle_of_their_events():
    picture = draw(spot("tajoura", TAJOURA), spot("tripoli", TRIPOLI, 9))

    (mark,) = picture.marks
    assert mark.events == 10
    assert [it.name.slug for it in mark.spots] == ["tripoli", "tajoura"]
    assert mark.at == (32.89, 13.21)


def test_nearer_by_they_come_apart():
    near = Window.around(*TRIPOLI, 5)

    assert len(draw(spot("a", TRIPOLI), spot("b", TAJOURA), window=near).marks) == 2


def test_what_is_known_only_by_country_or_region_is_an_area():
    picture = draw(
        spot("libya", (27, 17), kind="country"),
        spot("fezzan", (26.5, 14), kind="region"),
        spot("oil-crescent", (30.45, 19), kind="region"),
        spot("gulf", (31.5, 18), kind="sea", country=""),
    )

    assert picture.marks == []
    assert [bool(area.path) for area in picture.areas] == [True, True, False, False]
    assert picture.areas[3].reach > picture.areas[2].reach > 0


def test_what_lies_outside_is_listed_and_what_has_no_point_is_not():
    picture = draw(spot("geneva", (46.2, 6.1)), spot("nowhere", None))

    assert [it.name.slug for it in picture.elsewhere] == ["geneva"]
    assert picture.shown == []


def test_names_run_into_no_other_name():
    picture = draw(
        spot("first-place-of-a-long-name", (28, 15), 9),
        spot("second-place-of-a-long-name", (28, 16.6)),
    )

    assert [mark.is_named for mark in picture.marks] == [True, False]


def test_each_zoom_shows_half_as_much():
    whole, half = Window.around(*MIDDLE, 0), Window.around(*MIDDLE, 1)

    assert (half.width, half.height) == (whole.width / 2, whole.height / 2)


def test_the_scale_is_a_round_number_of_kilometres():
    kilometres, share = draw().scale

    assert kilometres == 200
    assert share == pytest.approx(200 / (20 * 111.2 * cos(radians(27.4))) * 100, 0.01)


def test_nothing_at_all_is_still_a_map():
    assert draw().outlines
