"""Round ticks and where numbers stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talks.charts.scale import MOST_TICKS, Scale

numbers = st.integers(0, 10**12)


@pytest.mark.parametrize(
    ("most", "ticks"),
    [
        pytest.param(0, [0, 1], id="nothing"),
        pytest.param(1, [0, 1], id="one"),
        pytest.param(5, [0, 1, 2, 3, 4, 5], id="five"),
        pytest.param(9, [0, 2, 4, 6, 8, 10], id="nine"),
        pytest.param(1093, [0, 500, 1000, 1500], id="a-toll"),
        pytest.param(316_415, [0, 100_000, 200_000, 300_000, 400_000], id="a-level"),
    ],
)
def test_ticks_are_round_and_few(most, ticks):
    assert Scale.upto(most, 200).ticks == ticks


@given(numbers)
def test_any_number_is_held_with_few_ticks_and_little_waste(most):
    scale = Scale.upto(most, 200)

    assert most <= scale.top
    assert len(scale.ticks) <= MOST_TICKS + 1
    assert scale.ticks[-1] == scale.top
    assert most >= scale.top - scale.step


@given(numbers, st.data())
def test_larger_numbers_stand_higher_and_within_the_picture(most, data):
    scale = Scale.upto(most, 200)
    less = data.draw(st.integers(0, most))

    assert 200 >= scale.y(less) >= scale.y(most) >= 0
