"""Reports and healthy feeds by week, and the weeks of which nothing is known."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from talks.models import Article, Fetch
from talks.queries import coverage
from tests import factories as make

pytestmark = pytest.mark.django_db
MONDAY = date(2020, 2, 3)


def moment(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 9, tzinfo=UTC)


def report(day: date = MONDAY, **fields):
    return make.article(published_at=moment(day), **fields)


def polled(feed, outcome: str, day: date = MONDAY):
    return Fetch.objects.create(
        feed=feed,
        step="poll",
        outcome=outcome,
        started_at=moment(day),
        finished_at=moment(day),
    )


def test_reports_are_counted_by_week_and_by_what_the_source_leans_to():
    paper = make.source(lean="west")
    report(source=paper)
    report(MONDAY + timedelta(6), source=paper)
    report(source=make.source(lean="un"))
    report(MONDAY + timedelta(7))

    this, after = coverage.weeks(MONDAY, MONDAY + timedelta(13), day=date(2021, 1, 1))

    assert this.by_lean == {"west": 2, "un": 1}
    assert (this.reports, after.reports) == (3, 1)


def test_copies_and_what_is_about_something_else_are_not_counted():
    first = report()
    report(duplicate_of=first)
    report(state=Article.State.SET_ASIDE, text="")

    (week,) = coverage.weeks(MONDAY, MONDAY, day=MONDAY)

    assert week.reports == 1


def test_a_week_without_reports_is_a_gap():
    report(MONDAY + timedelta(14))

    gaps = [
        week.is_gap
        for week in coverage.weeks(MONDAY, MONDAY + timedelta(20), day=date(2021, 1, 1))
    ]

    assert gaps == [True, True, False]


def test_a_feed_is_healthy_in_a_week_in_which_a_poll_read_it():
    feed = make.feed()
    polled(feed, "unchanged")
    polled(feed, "new", MONDAY + timedelta(1))
    polled(make.feed(), "timeout")

    (week,) = coverage.weeks(MONDAY, MONDAY, day=MONDAY + timedelta(6))

    assert week.healthy_feeds == 1


def test_weeks_that_were_not_yet_known_are_left_out():
    report(MONDAY + timedelta(3))

    (week,) = coverage.weeks(MONDAY, MONDAY + timedelta(30), day=MONDAY + timedelta(2))

    assert week.is_gap
