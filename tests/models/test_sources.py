"""Which feeds are due, and what the database refuses of sources and feeds."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError

from talks.models import Feed
from tests import factories
from tests.factories import NOW

pytestmark = pytest.mark.django_db

SOON = NOW + timedelta(minutes=1)


def test_due_feeds_are_on_and_unclaimed_and_their_time_has_come():
    due = factories.feed()
    left_behind = factories.feed(claimed_until=NOW - timedelta(minutes=1))
    factories.feed(next_poll_at=SOON)
    factories.feed(claimed_until=SOON)
    factories.feed(is_on=False)
    factories.feed(retired_at=NOW)

    assert set(Feed.objects.due(NOW)) == {due, left_behind}


def test_an_address_is_polled_once():
    feed = factories.feed()

    with pytest.raises(IntegrityError, match="address"):
        factories.feed(address=feed.address)


def test_a_feed_that_needs_a_key_stays_off():
    with pytest.raises(IntegrityError, match="feed_that_needs_something_is_off"):
        factories.feed(needs="An approved appname", is_on=True)


def test_no_feed_is_polled_more_often_than_every_five_minutes():
    with pytest.raises(IntegrityError, match="feed_interval"):
        factories.feed(interval_minutes=1)


def test_a_source_has_a_name():
    with pytest.raises(IntegrityError, match="source_has_a_name"):
        factories.source(name="")
