"""How ingestion is doing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from talks.ingest import health
from talks.models import Fetch
from tests import factories

pytestmark = pytest.mark.django_db
NOW = datetime(2020, 2, 4, 12, 20, tzinfo=UTC)
HOUR = timedelta(hours=1)


def test_the_queue_tells_what_is_due_and_how_late_it_is():
    factories.article("", state="found", next_attempt_at=NOW - 3 * HOUR)
    factories.article(state="fetched", next_attempt_at=NOW - HOUR)
    factories.article("", state="found", next_attempt_at=NOW + HOUR)
    factories.article("", state="set_aside")
    factories.feed(next_poll_at=NOW)
    factories.feed(next_poll_at=NOW + HOUR, disabled_at=NOW)

    found = health.queue(now=NOW)

    assert (found.due, found.resting, found.set_aside) == (2, 1, 1)
    assert found.oldest_due_at == NOW - 3 * HOUR
    assert (found.feeds_due, found.feeds_disabled) == (1, 1)


def test_an_idle_queue_has_no_oldest():
    assert health.queue(now=NOW).oldest_due_at is None


def test_throughput_counts_outcomes_by_the_hour_and_shows_idle_ones():
    feed = factories.feed()
    for hours, outcome in (
        (0, "new"),
        (2, "new"),
        (2, "new"),
        (2, "timeout"),
        (30, "new"),
    ):
        moment = NOW - hours * HOUR
        Fetch.objects.create(
            feed=feed,
            step="poll",
            outcome=outcome,
            started_at=moment,
            finished_at=moment,
        )

    found = health.throughput(now=NOW, hours=4)

    assert [hour.outcomes for hour in found] == [
        {"new": 1},
        {},
        {"new": 2, "timeout": 1},
        {},
    ]
    assert [hour.steps for hour in found] == [{"poll": 1}, {}, {"poll": 3}, {}]


def test_both_take_few_queries(django_assert_max_num_queries):
    with django_assert_max_num_queries(7):
        health.queue(now=NOW)
        health.throughput(now=NOW)
