"""What all data sets have in common."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talks.ingest.datasets.rows import bounds, day_of
from talks.values import Count, Qualifier

ESTIMATES = st.integers(min_value=0, max_value=10_000)


@pytest.mark.parametrize(
    ("low", "best", "high", "count"),
    [
        pytest.param(2, 3, 5, Count(2, 3, 5, Qualifier.BETWEEN), id="three estimates"),
        pytest.param(4, 4, 4, Count.of(4), id="all agree"),
        pytest.param(0, 0, 4, Count(0, 0, 4, Qualifier.BETWEEN), id="perhaps nobody"),
        pytest.param(0, 0, 0, None, id="nobody"),
        pytest.param(5, 3, 2, Count(2, 3, 5, Qualifier.BETWEEN), id="the wrong way"),
    ],
)
def test_three_estimates_are_one_count(low, best, high, count):
    assert bounds(low, best, high) == count


@given(ESTIMATES, ESTIMATES, ESTIMATES)
def test_a_count_holds_every_estimate(low, best, high):
    count = bounds(low, best, high)

    assert count is None or all(count.contains(number) for number in (low, best, high))


@pytest.mark.parametrize(
    "stamp",
    ["2020-01-18", "2020-01-18 00:00:00.000", "2020-01-18T23:59:59Z", " 2020-01-18 "],
)
def test_the_day_of_a_stamp_is_read(stamp):
    assert day_of(stamp) == date(2020, 1, 18)


@pytest.mark.parametrize("stamp", ["", "soon", "2020-13-01", "18/01/2020"])
def test_what_is_no_stamp_has_no_day(stamp):
    with pytest.raises(ValueError, match=r"isoformat|month must be"):
        day_of(stamp)
