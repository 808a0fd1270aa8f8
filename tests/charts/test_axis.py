"""Days fill the width from either side, without a gap and never beyond it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talks.charts.axis import Axis, Box, month_after

JANUARY = Axis(date(2020, 1, 1), date(2020, 1, 31))
days = st.dates(date(1990, 1, 1), date(2040, 1, 1))


@pytest.mark.parametrize(
    ("first", "last", "box"),
    [
        pytest.param(1, 31, Box(0, 100), id="the whole"),
        pytest.param(1, 1, Box(0, 3.226), id="the first day"),
        pytest.param(31, 31, Box(96.774, 3.226), id="the last day"),
    ],
)
def test_days_from_the_left(first, last, box):
    assert JANUARY.box(date(2020, 1, first), date(2020, 1, last)) == box


def test_days_from_the_right():
    mirrored = Axis(JANUARY.first, JANUARY.last, from_right=True)

    assert mirrored.box(date(2020, 1, 1), date(2020, 1, 1)) == Box(96.774, 3.226)


@given(st.tuples(days, days, days, days).map(sorted), st.booleans())
def test_what_is_on_the_axis_is_drawn_on_it(four, from_right):
    first, begin, end, last = four

    box = Axis(first, last, from_right).box(begin, end)

    assert box.x >= 0
    assert box.x + box.width <= 100.002
    assert box.width > 0


def test_what_goes_on_beyond_is_cut_at_the_end():
    box = JANUARY.box(date(2020, 1, 1), date(2021, 1, 1))

    assert box == Box(0, 100)


def test_an_inset_keeps_the_middle():
    assert Box(10, 20).inset(0.1).middle == Box(10, 20).middle


@given(days)
def test_the_month_after_begins_after_the_last_day_of_this(day):
    after = month_after(day)

    assert after.day == 1
    assert (after - timedelta(1)).month == day.month
