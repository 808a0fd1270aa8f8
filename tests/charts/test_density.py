"""The strip draws each bar where its days are, as high as its count."""

from __future__ import annotations

from datetime import date

import pytest

from talks.charts import density

TRACKS = ["military", "ground"]
YEAR = {
    date(2020, 1, 1): {"military": 3, "ground": 1},
    date(2020, 4, 1): {"ground": 2},
}


def draw(months, first=None, last=None, from_right=False):
    return density.draw(
        months, tracks=TRACKS, first=first, last=last, from_right=from_right
    )


def test_nothing_is_drawn_of_nothing():
    assert draw({}) is None


def test_the_highest_bar_fills_the_height_by_track():
    bar = draw(YEAR).bars[0]

    assert [(each.track, each.height) for each in bar.segments] == [
        ("military", density.HEIGHT * 3 / 4),
        ("ground", density.HEIGHT / 4),
    ]
    assert (bar.first, bar.last, bar.count) == (date(2020, 1, 1), date(2020, 1, 31), 4)


def test_many_years_are_drawn_by_quarter_and_lose_nothing():
    strip = draw(YEAR | {date(2011, 3, 1): {"military": 1}})

    assert not strip.by_month
    assert [bar.count for bar in strip.bars] == [1, 4, 2]
    assert strip.bars[0].last == date(2011, 3, 31)


def test_first_years_of_few_events_are_left_to_a_link():
    months = {date(2011, 3, 1): {"military": 1}, date(2020, 1, 1): {"military": 20}}

    strip = draw(months)

    assert [tick.first.year for tick in strip.years] == [2020]
    assert strip.earlier == (date(2011, 3, 1), date(2019, 12, 31))
    assert strip.by_month


def test_days_asked_for_are_marked_with_a_year_on_each_side():
    months = {date(year, 6, 1): {"ground": 1} for year in range(2011, 2025)}

    strip = draw(months, date(2020, 2, 1), date(2020, 2, 29))

    assert [tick.first.year for tick in strip.years] == [2019, 2020, 2021]
    assert strip.by_month
    assert strip.brush


def test_days_without_any_event_near_leave_the_strip_whole():
    strip = draw(YEAR, date(1950, 1, 1), date(1950, 12, 31))

    assert len(strip.bars) == 2
    assert strip.brush is None


def test_it_is_drawn_from_the_right_for_arabic():
    strip = draw(YEAR, from_right=True)

    assert strip.bars[0].box.x > strip.bars[1].box.x


def test_the_end_of_the_calendar_is_no_error():
    assert draw(YEAR, date(1, 1, 1), date(9999, 12, 31)).brush


@pytest.mark.parametrize(
    ("first", "last", "earlier", "later"),
    [
        pytest.param(
            date(2020, 1, 1), date(2020, 2, 29),
            (date(2019, 11, 1), date(2019, 12, 31)),
            (date(2020, 3, 1), date(2020, 4, 30)),
            id="months beside months",
        ),
        pytest.param(
            date(2020, 1, 6), date(2020, 1, 12),
            (date(2019, 12, 30), date(2020, 1, 5)),
            (date(2020, 1, 13), date(2020, 1, 19)),
            id="a week beside a week",
        ),
        pytest.param(date(1, 1, 1), date(9999, 12, 31), None, None, id="all of time"),
        pytest.param(date(2020, 1, 1), None, None, None, id="no end"),
    ],
)  # fmt: skip
def test_stretches_beside_the_days(first, last, earlier, later):
    strip = draw(YEAR, first, last)

    assert (strip.earlier, strip.later) == (earlier, later)
