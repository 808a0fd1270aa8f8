"""Days named along the foot: few enough to be read, at round days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talks.charts.axis import Axis
from talks.charts.calendar import (
    MOST_NARROW,
    MOST_WIDE,
    ROOM_NARROW,
    ROOM_WIDE,
    ticks,
)

FIRST = date(2020, 1, 10)


@pytest.mark.parametrize(
    ("days", "unit", "named"),
    [
        pytest.param(30, "day", date(2020, 1, 13), id="weeks"),
        pytest.param(200, "month", date(2020, 2, 1), id="months"),
        pytest.param(800, "month", date(2020, 4, 1), id="quarters"),
        pytest.param(4000, "year", date(2021, 1, 1), id="years"),
    ],
)
def test_the_unit_fits_the_length(days, unit, named):
    first = ticks(Axis(FIRST, FIRST + timedelta(days)))[0]

    assert (first.unit, first.day) == (unit, named)


@given(st.dates(date(1950, 1, 1), date(2050, 1, 1)), st.integers(1, 20_000))
def test_names_are_few_and_inside(first, days):
    made = ticks(Axis(first, first + timedelta(days)))

    assert len(made) <= MOST_WIDE
    assert sum(tick.is_narrow for tick in made) <= MOST_NARROW
    assert all(0 <= tick.x <= 100 for tick in made)


@given(st.dates(date(1950, 1, 1), date(2050, 1, 1)), st.integers(14, 20_000))
def test_no_name_runs_over_the_far_end(first, days):
    axis = Axis(first, first + timedelta(days))

    made = ticks(axis)

    assert all(tick.x <= 100 * (1 - ROOM_WIDE) + 0.01 for tick in made)
    assert all(
        tick.x <= 100 * (1 - ROOM_NARROW) + 0.01 for tick in made if tick.is_narrow
    )
