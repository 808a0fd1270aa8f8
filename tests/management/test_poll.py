"""A feed polled in the foreground."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from talks.models import Article, Feed
from tests import factories
from tests.ingest.invented import page, rss

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_machine(settings):
    settings.FETCH_ALLOW_LOOPBACK = True


@pytest.fixture
def herald(httpserver) -> Feed:
    """A feed with one entry, and the page behind it."""
    link = httpserver.url_for("/geneva")
    httpserver.expect_request("/robots.txt").respond_with_data("", status=404)
    httpserver.expect_request("/rss.xml").respond_with_data(
        rss(f"<item><title>Talks</title><link>{link}</link></item>")
    )
    httpserver.expect_request("/geneva").respond_with_data(
        page(), content_type="text/html"
    )
    return factories.feed(
        source=factories.herald(),
        address=httpserver.url_for("/rss.xml"),
        next_poll_at=timezone.now(),
    )


def poll(feed: object, *options: str) -> str:
    out = StringIO()
    call_command("poll", str(feed), *options, stdout=out)
    return out.getvalue()


@pytest.mark.parametrize("named", ["pk", "address", "slug"])
def test_a_feed_is_polled_and_what_it_brings_is_read(herald, named: str):
    name = {"pk": herald.pk, "address": herald.address, "slug": "herald"}[named]

    said = poll(name)

    assert "1 new" in said
    assert Article.objects.get().state == "read"


def test_a_preview_shows_what_would_come_and_stores_nothing(herald):
    said = poll(herald.pk, "--preview")

    assert "Talks" in said
    assert not Article.objects.exists()


def test_a_feed_that_cannot_be_had_is_an_error(herald, httpserver):
    httpserver.clear()
    httpserver.expect_request("/rss.xml").respond_with_data("", status=404)

    with pytest.raises(CommandError):
        poll(herald.pk)


@pytest.mark.parametrize("word", ["999999", "https://nowhere.example/", "nobody"])
def test_a_feed_nobody_knows_is_an_error(db, word: str):
    with pytest.raises(CommandError, match="no feed"):
        poll(word)


def test_a_feed_switched_off_says_why():
    feed = factories.feed(is_on=False, needs="A key.")

    with pytest.raises(CommandError, match=r"A key\."):
        poll(feed.pk)
