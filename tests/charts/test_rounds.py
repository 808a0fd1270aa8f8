"""Lanes of rounds: each bar as long as it lasted, and never too thin to be seen."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest

from talks.charts import rounds
from talks.models.base import Localized
from talks.queries.rounds import Series


def held(first: date, last: date) -> SimpleNamespace:
    return SimpleNamespace(began_on=first, last=last)


LONG = held(date(2020, 2, 3), date(2020, 11, 3))
ONE_DAY = held(date(2021, 2, 3), date(2021, 2, 3))


def series(key: str, *rounds_held: SimpleNamespace) -> Series:
    return Series(key, Localized(key, "en"), "military", rounds_held)


TALKS = series("5+5", LONG, ONE_DAY)


def test_each_series_has_a_lane_and_each_round_a_bar():
    picture = rounds.draw([TALKS, series("Forum", ONE_DAY)], from_right=False)

    assert [len(lane.bars) for lane in picture.lanes] == [2, 1]


def test_a_round_of_one_day_can_still_be_seen():
    long, short = rounds.draw([TALKS], from_right=False).lanes[0].bars

    assert long.box.width > 10 * short.box.width
    assert short.box.width == rounds.NARROWEST


def test_for_arabic_the_first_round_stands_at_the_right():
    left, right = (
        rounds.draw([TALKS], from_right=side).lanes[0].bars for side in (False, True)
    )

    for one, other in zip(left, right, strict=True):
        assert one.box.middle + other.box.middle == pytest.approx(100, abs=0.01)


def test_without_rounds_there_is_no_picture():
    assert rounds.draw([], from_right=False) is None


def test_a_picture_is_as_high_as_its_lanes():
    heights = [
        rounds.draw([TALKS] * lanes, from_right=False).height for lanes in (1, 2)
    ]

    assert heights[1] - heights[0] == rounds.ROW
