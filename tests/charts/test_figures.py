"""The picture of claims: where each stands, drawn from either side, and its structure."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talks.charts import figures as drawing
from talks.queries import figures
from tests.claims import BEGIN, claim, claims, level

UNTIL = date(2020, 2, 4)


def series(*told):
    (made,) = figures.series(told, UNTIL)
    return made


def draw(*told, from_right: bool = False):
    return drawing.draw(series(*told), until=UNTIL, from_right=from_right)


@pytest.fixture
def tolls():
    """WHO's counts of April 2019 as published, with one of a party above them."""
    days = {15: 147, 17: 205}
    who = [claim(number, date(2019, 4, day)) for day, number in days.items()]
    return [*who, claim("more than 300", date(2019, 4, 20), by="gna")]


def test_later_claims_stand_further_along_and_larger_ones_higher(tolls):
    first, second, third = draw(*tolls).dots

    assert first.x < second.x < third.x
    assert first.y > second.y > third.y


def test_for_arabic_time_runs_from_the_right_and_heights_stay(tolls):
    left, right = draw(*tolls), draw(*tolls, from_right=True)

    for one, other in zip(left.dots, right.dots, strict=True):
        assert one.x + other.x == pytest.approx(100, abs=0.01)
        assert one.y == other.y
    for one, other in zip(left.ticks, right.ticks, strict=True):
        assert one.x + other.x == pytest.approx(100, abs=0.01)


def test_the_band_opens_where_two_speakers_differ(tolls):
    areas = draw(*tolls).areas

    assert [area.height > 0 for area in areas] == [False, False, True]


def test_the_line_climbs_from_where_it_stood(tolls):
    first, second, third = draw(*tolls).rungs

    assert first.riser_from is None
    assert (second.riser_from, third.riser_from) == (first.y, second.y)


def test_speakers_are_told_apart_by_shape(tolls):
    picture = draw(*tolls)

    assert [(key.speaker.slug, key.shape) for key in picture.keys] == [
        ("who", "circle"),
        ("gna", "square"),
    ]
    assert [dot.shape for dot in picture.dots] == ["circle", "circle", "square"]


def test_a_corrected_claim_is_struck_but_drawn():
    struck, standing = draw(claim(102, superseded_by=9), claim(106)).dots

    assert (struck.is_struck, standing.is_struck) == (True, False)


def test_silence_between_levels_is_a_gap_and_breaks_the_line():
    picture = draw(level(300), level(200, BEGIN + timedelta(260)))

    assert len(picture.gaps) == 1
    assert [rung.riser_from for rung in picture.rungs] == [None, None]


def test_totals_of_periods_are_as_long_as_they_count():
    quarter = claim(102, date(2019, 7, 4))
    month = claim(26, date(2019, 7, 4), measure="injured")
    every = figures.series([quarter, month], UNTIL)

    picture = drawing.draw_periods(every, from_right=False)

    assert picture.areas == picture.rungs == []
    assert all(dot.days.width > 60 for dot in picture.dots)


@given(st.lists(claims(), min_size=1, max_size=12), st.booleans())
def test_whatever_is_claimed_is_drawn_inside_the_picture(told, from_right):
    picture = draw(*told, from_right=from_right)

    assert len(picture.dots) == len(told)
    for dot in picture.dots:
        assert 0 <= dot.days.x <= dot.days.x + dot.days.width <= 100.01
        assert 0 <= dot.y_high <= dot.y_low <= drawing.HEIGHT
    for area in picture.areas:
        assert 0 <= area.box.x <= 100
        assert area.box.x + area.box.width <= 100.01
        assert area.y + area.height <= drawing.HEIGHT + 0.01
