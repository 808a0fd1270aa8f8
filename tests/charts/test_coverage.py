"""The strip of reports: bars for weeks with reports, one gap for each silence."""

from __future__ import annotations

from datetime import date, timedelta

from talks.charts import coverage
from talks.charts.axis import Axis
from talks.queries.coverage import WEEK, Week

MONDAY = date(2020, 2, 3)
AXIS = Axis(MONDAY, MONDAY + timedelta(34))


def weeks(*reports: int) -> list[Week]:
    return [
        Week(MONDAY + number * WEEK, {"un": count} if count else {}, 0)
        for number, count in enumerate(reports)
    ]


def test_weeks_without_reports_are_one_gap_and_never_a_bar():
    strip = coverage.draw(weeks(2, 0, 0, 4, 0), AXIS)

    assert [bar.week.reports for bar in strip.bars] == [2, 4]
    assert [(gap.first, gap.last) for gap in strip.gaps] == [
        (MONDAY + WEEK, MONDAY + 3 * WEEK - timedelta(1)),
        (MONDAY + 4 * WEEK, MONDAY + 5 * WEEK - timedelta(1)),
    ]


def test_the_fullest_week_fills_the_height():
    strip = coverage.draw(weeks(2, 4), AXIS)

    assert [bar.height for bar in strip.bars] == [
        coverage.HEIGHT / 2,
        coverage.HEIGHT,
    ]
    assert (strip.reports, strip.most) == (6, 4)


def test_weeks_beside_the_axis_are_left_out():
    strip = coverage.draw(weeks(1, 1, 1, 1, 1, 1, 1), AXIS)

    assert len(strip.bars) == 5


def test_what_each_side_was_heard_to_say_is_told_apart():
    first, second, third = (
        Week(MONDAY + number * WEEK, by_lean, 0)
        for number, by_lean in enumerate(({"un": 1, "west": 5}, {"un": 2}, {}))
    )

    strip = coverage.draw([first, second, third], AXIS)

    assert [(each.lean, each.reports, each.weeks) for each in strip.by_lean] == [
        ("west", 5, 1),
        ("un", 3, 2),
    ]
    assert strip.weeks == 3
