"""Each event stands in the lane of its track, and none upon another."""

from __future__ import annotations

from datetime import date

from talks.charts import lanes
from talks.charts.axis import Axis
from talks.models.base import Localized
from talks.queries.timeline import Mark, Span
from talks.values import PartialDate

JANUARY = Axis(date(2020, 1, 1), date(2020, 1, 31))


def mark(day=5, track="ground", when=None, until=None):
    return Mark(
        slug=f"on-{day}",
        title=Localized("An event", "en"),
        kind="attack",
        track=track,
        modality="observed",
        when=when or PartialDate.of_day(date(2020, 1, day)),
        lasted_until=until,
    )


def draw(marks, spans=(), axis=JANUARY):
    return lanes.draw(marks, spans, tracks=["military", "ground"], axis=axis)


def test_only_tracks_with_events_have_a_lane():
    picture = draw([mark()])

    assert [lane.track for lane in picture.lanes] == ["ground"]


def test_marks_of_one_day_stand_under_each_other():
    lane = draw([mark(), mark()]).lanes[0]

    assert len({placed.y for placed in lane.marks}) == 2
    assert lane.height == 2 * lanes.ROW + 6


def test_what_does_not_fit_shares_the_last_row():
    lane = draw([mark() for _number in range(9)]).lanes[0]

    assert len({placed.y for placed in lane.marks}) == lanes.MOST_ROWS


def test_an_inexact_date_is_as_wide_as_it_is_inexact():
    placed = draw([mark(when=PartialDate.of_part(2020, 1, "mid"))]).lanes[0].marks[0]

    assert placed.box == JANUARY.box(date(2020, 1, 11), date(2020, 1, 20))


def test_what_lasted_is_drawn_as_long_and_keeps_its_row_free():
    lane = draw([mark(5, until=date(2020, 1, 9)), mark(7), mark(20)]).lanes[0]

    assert lane.marks[0].lasted == JANUARY.box(date(2020, 1, 5), date(2020, 1, 9))
    rows = [placed.y for placed in lane.marks]
    assert rows[0] == rows[2] != rows[1]


def test_a_truce_in_force_reaches_the_end():
    span = Span("t", Localized("A truce", "en"), date(2020, 1, 12), None)

    shade = draw([mark()], [span]).shades[0]

    assert round(shade.box.x + shade.box.width) == 100


def test_short_stretches_are_ruled_by_mondays_and_long_by_months():
    weeks = draw([mark()]).ticks
    months = draw([mark()], axis=Axis(date(2020, 1, 1), date(2020, 12, 31))).ticks

    assert {tick.day.weekday() for tick in weeks} == {0}
    assert {tick.day.day for tick in months} == {1}
    assert all(tick.is_month for tick in months)
