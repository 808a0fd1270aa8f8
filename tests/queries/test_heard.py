"""Which source was heard in which week."""

from __future__ import annotations

from datetime import timedelta

import pytest

from talks.models import Fetch
from talks.queries import heard
from tests import factories
from tests.factories import NOW, TODAY

pytestmark = pytest.mark.django_db
WEEK = timedelta(7)


def polled(feed, outcome, at=NOW):
    Fetch.objects.create(
        feed=feed, step="poll", outcome=outcome, started_at=at, finished_at=at
    )


def hearings(**asked):
    return {
        one.name: [str(week.hearing) for week in one.weeks]
        for one in heard.by_source(day=TODAY, weeks=3, **asked)
    }


def test_nothing_from_a_feed_that_was_read_is_told_from_a_feed_that_was_not():
    feed = factories.feed(source=factories.source(name="Herald"))
    factories.article(source=feed.source)
    polled(feed, "unchanged", NOW - WEEK)
    polled(feed, "bot_wall", NOW - 2 * WEEK)

    assert hearings() == {"Herald": ["unheard", "silent", "came"]}


def test_a_report_counts_in_the_week_it_was_published_or_else_found():
    source = factories.source()
    factories.article(source=source, published_at=NOW - WEEK)
    factories.article(source=source, published_at=None)
    factories.article(source=source, published_at=NOW - 50 * WEEK)

    (found,) = heard.by_source(day=TODAY, weeks=3)

    assert [week.reports for week in found.weeks] == [0, 1, 1]


def test_a_reprint_was_heard_and_a_citation_was_not():
    original = factories.article()
    factories.article(source=original.source, duplicate_of=original)
    factories.article("", state="cited")

    (found,) = heard.by_source(day=TODAY, weeks=1)

    assert found.weeks[0].reports == 2


def test_only_sources_that_are_polled_or_heard_of_are_listed():
    factories.source(name="Never asked")
    factories.feed(source=factories.source(name="Paused"), is_on=False)
    factories.feed(source=factories.source(name="Retired"), retired_at=NOW)
    factories.feed(source=factories.source(name="Polled"))

    assert hearings() == {"Polled": ["unheard"] * 3}


def test_weeks_begin_on_mondays_and_end_with_this_one():
    factories.feed()

    (found,) = heard.by_source(day=TODAY, weeks=2)

    assert [str(week.monday) for week in found.weeks] == ["2020-01-27", "2020-02-03"]


def test_many_sources_take_three_queries(django_assert_num_queries):
    for _ in range(4):
        polled(factories.feed(), "new")
        factories.article()

    with django_assert_num_queries(3):
        assert len(heard.by_source(day=TODAY, weeks=12)) == 8
