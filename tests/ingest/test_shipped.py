"""The feeds that the project ships."""

from __future__ import annotations

import csv
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from talks.ingest.adapters import ADAPTERS
from talks.ingest.adapters.entries import Subscription
from talks.ingest.refusals import Outcome, Refusal
from talks.ingest.shipped import load_feeds
from talks.models import Feed, Source
from tests import factories

pytestmark = pytest.mark.django_db
NOW = datetime(2020, 2, 4, 12, tzinfo=UTC)
FEEDS = Path(__file__).parents[2] / "talks" / "data" / "feeds.toml"
SHIPPED = tomllib.loads(FEEDS.read_text())


@pytest.fixture(autouse=True)
def _sources():
    """The sources that the file takes from the facts."""
    own = {row["slug"] for row in SHIPPED["sources"]}
    for slug in {row["source"] for row in SHIPPED["feeds"]} - own:
        factories.source(slug=slug)


def test_at_least_twenty_five_feeds_are_shipped_and_on():
    load_feeds(FEEDS, now=NOW)

    assert Feed.objects.filter(is_on=True).count() >= 25
    assert set(Feed.objects.values_list("adapter", flat=True)) >= {"feed", "gdelt"}


def test_what_needs_something_is_off_and_says_what():
    load_feeds(FEEDS, now=NOW)

    off = Feed.objects.filter(is_on=False)
    assert off.exists()
    assert all(feed.needs for feed in off)


def test_loading_twice_changes_nothing():
    load_feeds(FEEDS, now=NOW)
    Feed.objects.filter(source__slug="bbc").update(is_on=False, interval_minutes=999)
    Source.objects.filter(slug="bbc").update(reliability="C")
    before = list(Feed.objects.order_by("pk").values())

    loaded = load_feeds(FEEDS, now=NOW)

    assert loaded.added == 0
    assert list(Feed.objects.order_by("pk").values()) == before
    assert Source.objects.get(slug="bbc").reliability == "C"


def test_a_feed_that_staff_removed_or_moved_is_not_brought_back():
    load_feeds(FEEDS, now=NOW)
    removed, moved = Feed.objects.all()[:2]
    removed.delete()
    Feed.objects.filter(pk=moved.pk).update(address="https://feeds.example/elsewhere")

    loaded = load_feeds(FEEDS, now=NOW)

    assert (loaded.added, loaded.removed) == (0, 2)
    assert Feed.objects.count() == len(SHIPPED["feeds"]) - 1


def test_a_source_that_staff_removed_with_its_feeds_is_not_brought_back():
    load_feeds(FEEDS, now=NOW)
    own = Source.objects.get(slug=SHIPPED["sources"][0]["slug"])
    own.feeds.all().delete()
    own.delete()

    load_feeds(FEEDS, now=NOW)

    assert not Source.objects.filter(slug=own.slug).exists()


def test_first_polls_are_spread():
    load_feeds(FEEDS, now=NOW)

    moments = set(Feed.objects.values_list("next_poll_at", flat=True))
    assert len(moments) == len(SHIPPED["feeds"])


@pytest.mark.parametrize("row", SHIPPED["feeds"], ids=lambda row: row["address"])
def test_every_shipped_feed_can_be_asked_or_says_what_it_needs(row):
    load_feeds(FEEDS, now=NOW)
    feed = Feed.objects.get(address=row["address"])
    subscription = Subscription(feed.address, now=NOW, options=feed.options)

    try:
        question = ADAPTERS[feed.adapter].ask(subscription)
    except Refusal as refused:
        assert (refused.outcome, bool(feed.needs)) == (Outcome.NOT_CONFIGURED, True)  # noqa: PT017
    else:
        assert question.address.startswith("https://")


@pytest.mark.parametrize("row", SHIPPED["sources"], ids=lambda row: row["slug"])
def test_every_shipped_source_is_valid(row):
    load_feeds(FEEDS, now=NOW)

    Source.objects.get(slug=row["slug"]).full_clean()


def test_every_source_is_in_this_file_or_among_the_facts():
    with (FEEDS.parent / "sources.csv").open(encoding="utf-8") as file:
        known = {row["slug"] for row in csv.DictReader(file)}
    own = {row["slug"] for row in SHIPPED["sources"]}

    assert {row["source"] for row in SHIPPED["feeds"]} <= own | known
    assert not own & known
