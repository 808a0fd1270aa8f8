"""Stacked bars: nothing lost, nothing outside, drawn from either side."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talks.charts import bars
from talks.charts.bars import Column

JANUARY, MARCH = date(2020, 1, 1), date(2020, 3, 31)
PARTS = ("lna", "gna")


def draw(*columns: Column, from_right: bool = False):
    axis = bars.months(JANUARY, MARCH, from_right=from_right)
    return bars.draw(columns, parts=PARTS, axis=axis)


def week(first: date = date(2020, 1, 13), **parts: int) -> Column:
    return Column(first, first + timedelta(6), parts)


def test_parts_are_stacked_from_the_foot_in_their_order():
    (bar,) = draw(week(gna=1, lna=3)).bars

    lower, upper = bar.segments

    assert (lower.part, upper.part) == PARTS
    assert lower.y + lower.height == bars.HEIGHT
    assert upper.y + upper.height == pytest.approx(lower.y)
    assert lower.height == pytest.approx(3 * upper.height)


def test_what_might_be_more_stands_above_what_is_sure():
    (bar,) = draw(Column(JANUARY, MARCH, {"lna": 3}, more=2)).bars

    assert bar.more.y + bar.more.height == pytest.approx(bar.segments[0].y)
    assert bar.y == bar.more.y


def test_nothing_to_count_draws_nothing():
    assert draw().bars == []


@given(
    st.lists(
        st.builds(
            Column,
            first=st.dates(JANUARY, MARCH - timedelta(7)),
            last=st.just(MARCH),
            parts=st.dictionaries(st.sampled_from(PARTS), st.integers(0, 5000)),
            more=st.integers(0, 5000),
        ),
        max_size=8,
    ),
    st.booleans(),
)
def test_every_bar_lies_inside_and_loses_nothing(columns, from_right):
    picture = draw(*columns, from_right=from_right)

    for bar, column in zip(picture.bars, columns, strict=True):
        assert sum(segment.count for segment in bar.segments) == column.count
        assert 0 <= bar.y <= bars.HEIGHT
        assert 0 <= bar.box.x <= bar.box.x + bar.box.width <= 100.01


@pytest.mark.parametrize(
    ("first", "last", "is_month"),
    [
        pytest.param(date(2020, 2, 1), date(2020, 2, 29), True, id="february"),
        pytest.param(date(2020, 12, 1), date(2020, 12, 31), True, id="december"),
        pytest.param(date(2020, 2, 1), date(2020, 2, 28), False, id="a day short"),
        pytest.param(date(2020, 1, 27), date(2020, 2, 2), False, id="a week"),
    ],
)
def test_a_column_is_called_a_month_where_it_is_one(first, last, is_month):
    assert bars.Column(first, last, {}).is_month is is_month
