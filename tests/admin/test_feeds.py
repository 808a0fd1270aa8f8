"""Feeds: health at a glance, poll now, pause, and trying an address."""

from __future__ import annotations

import pytest
from django.urls import reverse
from kombu.exceptions import OperationalError

from talks.admin.feeds import say_health
from talks.models import Article, Feed
from tests import factories
from tests.factories import NOW

pytestmark = pytest.mark.django_db

LIST = "/admin/talks/feed/"
TRY = "/admin/talks/feed/try/"
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Invented news</title>
<item><title>Talks go on</title><link>https://news.example/1</link></item>
</channel></rss>"""


@pytest.fixture
def sent(monkeypatch):
    """What the queue was told."""
    told = []

    def tell(*, feed_id: int) -> None:
        told.append(feed_id)

    monkeypatch.setattr("talks.tasks.poll_feed.delay", tell)
    return told


@pytest.fixture
def publisher(settings, httpserver):
    """A server of our own that allows everything."""
    settings.FETCH_ALLOW_LOOPBACK = True
    httpserver.expect_request("/robots.txt").respond_with_data("", status=404)
    return httpserver


def _do(staff, action, *feeds):
    chosen = [feed.pk for feed in feeds]
    return staff.post(LIST, {"action": action, "_selected_action": chosen}, follow=True)


def test_polling_now_makes_the_feed_due_and_tells_a_worker(staff, sent):
    feed = factories.feed()
    Feed.objects.update(next_poll_at="2100-01-01T00:00Z")

    _do(staff, "poll_now", feed)

    feed.refresh_from_db()
    assert feed.next_poll_at.year < 2100
    assert sent == [feed.pk]


def test_a_feed_that_is_off_is_not_polled(staff, sent):
    _do(staff, "poll_now", factories.feed(is_on=False))

    assert sent == []


def test_without_a_queue_the_feed_is_left_to_the_scheduler(staff, monkeypatch):
    def unreachable(**ids):
        raise OperationalError

    monkeypatch.setattr("talks.tasks.poll_feed.delay", unreachable)

    page = _do(staff, "poll_now", factories.feed())

    assert "1 will be polled within a minute." in page.content.decode()


def test_pausing_and_resuming(staff):
    feed = factories.feed()

    _do(staff, "pause", feed)
    assert not Feed.objects.get().is_on

    _do(staff, "resume", feed)
    assert Feed.objects.get().is_on


def test_a_feed_that_needs_a_key_is_not_resumed(staff):
    page = _do(staff, "resume", factories.feed(is_on=False, needs="an API key"))

    assert not Feed.objects.get().is_on
    assert "needs an API key first" in page.content.decode()


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "not polled yet"),
        ({"last_success_at": NOW}, "well"),
        ({"failures": 3}, "failing (3 times)"),
        ({"is_on": False}, "paused"),
        ({"is_on": False, "needs": "a key"}, "off: needs a key"),
        (
            {"failures": 9, "disabled_at": NOW, "disabled_reason": "Gone."},
            "given up for now: Gone.",
        ),
        ({"retired_at": NOW}, "retired"),
    ],
    ids=str,
)
def test_health_is_said_in_words(fields, said):
    assert say_health(Feed(**fields)) == said


@pytest.mark.parametrize(
    ("health", "found"), [("well", 1), ("failing", 1), ("off", 2), ("", 4)]
)
def test_feeds_are_listed_by_health(staff, health, found):
    factories.feed()
    factories.feed(failures=1)
    factories.feed(is_on=False)
    factories.feed(retired_at=NOW)

    page = staff.get(LIST, {"health": health} if health else {})

    assert len(page.context["cl"].result_list) == found


def test_trying_an_address_shows_what_it_would_bring_and_stores_nothing(
    staff, publisher
):
    publisher.expect_request("/feed").respond_with_data(
        FEED, content_type="application/rss+xml"
    )
    address = publisher.url_for("/feed")

    page = staff.post(TRY, {"address": address, "adapter": "feed", "options": "{}"})

    shown = page.content.decode()
    assert "Invented news" in shown
    assert "Talks go on" in shown
    assert not Feed.objects.exists()
    assert not Article.objects.exists()


def test_an_address_that_brings_nothing_says_why(staff, publisher):
    publisher.expect_request("/gone").respond_with_data("no", status=410)

    page = staff.post(
        TRY, {"address": publisher.url_for("/gone"), "adapter": "feed", "options": ""}
    )

    assert page.context["preview"].outcome == "gone"
    assert page.context["preview"].note in page.content.decode()


def test_only_those_who_may_add_feeds_may_try_addresses(client, django_user_model):
    someone = django_user_model.objects.create_user("someone", is_staff=True)
    client.force_login(someone)

    assert client.get(TRY).status_code == 403


def test_the_feeds_own_page_leads_to_trying_its_address(staff):
    feed = factories.feed()

    page = staff.get(reverse("admin:talks_feed_change", args=[feed.pk]))

    assert f"{TRY}?address=https%3A%2F%2Ffeeds.example" in page.content.decode()
