"""The last runs of a feed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from talks.models import Feed, Fetch
from talks.queries import runs
from tests import factories
from tests.factories import NOW

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def polled(feed, outcome="new", at=NOW, **fields):
    return Fetch.objects.create(
        feed=feed,
        step="poll",
        outcome=outcome,
        started_at=at,
        finished_at=at + timedelta(seconds=2),
        **fields,
    )


def test_the_latest_runs_come_first_with_every_count():
    feed = factories.feed()
    polled(feed, "unchanged", NOW - HOUR, counts={"unchanged": 9})
    polled(feed, counts={"new": 2, "copies": 1, "skipped": 4})
    polled(factories.feed())

    first, second = runs.last_runs(feed.pk, most=5)

    assert first.counts == {
        "new": 2,
        "copies": 1,
        "skipped": 4,
        "updated": 0,
        "unchanged": 0,
        "failed": 0,
    }
    assert (first.outcome, first.took) == ("New", timedelta(seconds=2))
    assert second.counts is not None
    assert second.counts["unchanged"] == 9


def test_reports_that_could_not_be_had_are_counted_with_the_run_that_found_them():
    feed = factories.feed()
    polled(feed), polled(feed, at=NOW - HOUR)
    for state in ("failed", "set_aside", "found"):
        factories.article("", state=state, feed=feed, found_at=NOW)

    found = runs.last_runs(feed.pk, most=5)

    assert [run.counts and run.counts["failed"] for run in found] == [2, 0]


def test_a_run_that_read_no_feed_has_no_counts_rather_than_zeros():
    feed = factories.feed()
    polled(feed, "bot_wall", note="A page that asks for a browser.")

    (run,) = runs.last_runs(feed.pk, most=5)

    assert (run.counts, run.is_well) == (None, False)
    assert run.note == "A page that asks for a browser."


def test_only_as_many_as_asked_for_in_two_queries(django_assert_num_queries):
    feed = factories.feed()
    for n in range(5):
        polled(feed, at=NOW - n * HOUR)

    with django_assert_num_queries(2):
        found = runs.last_runs(feed.pk, most=3)

    assert len(found) == 3


@pytest.mark.parametrize(
    ("failures", "expected"), [(1, "The latest."), (0, "")], ids=["failing", "well"]
)
def test_a_failing_feed_says_why_it_failed_the_last_time(failures, expected):
    feed = factories.feed(failures=failures)
    polled(feed, "timeout", NOW - HOUR, note="An earlier one.")
    polled(feed, "timeout", note="The latest.")

    row = Feed.objects.annotate(refusal=runs.latest_refusal()).get()

    assert row.refusal == expected
