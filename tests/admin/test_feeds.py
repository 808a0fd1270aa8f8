"""Feeds: health at a glance, poll now, pause, and trying an address."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import timezone
from kombu.exceptions import OperationalError

from talks.admin.feeds import say_health
from talks.ingest.duplicates import identity_of
from talks.models import Article, Feed, Fetch
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


def test_trying_tells_what_comes_in_from_what_is_known_or_passed_over(staff, publisher):
    items = "".join(
        f"<item><title>{title}</title><link>https://news.example/{n}</link></item>"
        for n, title in enumerate(("Talks in Libya", "Libya again", "The weather"))
    )
    publisher.expect_request("/feed").respond_with_data(
        f'<rss version="2.0"><channel><title>N</title>{items}</channel></rss>',
        content_type="application/rss+xml",
    )
    asked = {
        "address": publisher.url_for("/feed"),
        "adapter": "feed",
        "options": '{"words": ["Libya"]}',
    }
    feed = factories.feed(address="https://elsewhere.example/feed")
    identity = identity_of(
        address="https://news.example/1", source=feed.source.slug, title=""
    )
    factories.article(identity=identity)

    page = staff.post(TRY, asked)

    assert [str(fate) for _, fate in page.context["entries"]] == [
        *("new", "known", "skipped"),
    ]
    assert "1 would come in, 1 known already, 1 passed over" in page.content.decode()


def test_what_was_filled_in_is_tried_and_carried_back(staff, publisher):
    publisher.expect_request("/feed").respond_with_data(
        FEED, content_type="application/rss+xml"
    )
    source = factories.source()
    new = staff.get(f"{LIST}add/").content.decode()
    assert f'formaction="{TRY}"' in new
    filled = {
        "address": publisher.url_for("/feed"),
        "adapter": "feed",
        "options": '{"words": ["talks"]}',
        "source": source.pk,
        "language": "fr",
    }

    tried = staff.post(TRY, filled).context["form"]
    initial = staff.get(f"{LIST}add/?{tried.fields_to_add()}").context["adminform"]

    given = initial.form.initial
    assert given["options"] == {"words": ["talks"]}
    assert (given["source"], given["language"]) == (str(source.pk), "fr")


def test_an_address_that_is_a_feed_already_says_so(staff, publisher):
    address = publisher.url_for("/feed")
    publisher.expect_request("/feed").respond_with_data(
        FEED, content_type="application/rss+xml"
    )
    feed = factories.feed(address=address)

    page = staff.post(TRY, {"address": address, "adapter": "feed", "options": ""})

    assert page.context["known"] == feed
    assert "Add it as a feed" not in page.content.decode()


def _polled(feed, outcome="new", **fields):
    Fetch.objects.create(
        feed=feed,
        step="poll",
        outcome=outcome,
        started_at=NOW,
        finished_at=NOW,
        **fields,
    )


def _page(feed):
    return reverse("admin:talks_feed_change", args=[feed.pk])


def test_the_feeds_own_page_shows_its_last_runs(staff):
    feed = factories.feed()
    _polled(feed, counts={"new": 3, "skipped": 7})
    _polled(feed, "bot_wall", note="A page that asks for a browser.")

    shown = staff.get(_page(feed)).content.decode()

    assert '<td class="number">7</td>' in shown
    assert "not read: no count, not zero" in shown
    assert "A page that asks for a browser." in shown


def test_a_failing_feed_says_why_in_the_list(staff):
    _polled(factories.feed(failures=2), "timeout", note="No answer in 40 seconds.")

    shown = staff.get(LIST).content.decode()

    assert "failing (2 times): No answer in 40 seconds." in shown


def test_a_feed_is_polled_paused_and_resumed_from_its_own_page(staff, sent):
    feed = factories.feed()
    tell = reverse("admin:talks_feed_tell", args=[feed.pk])

    staff.post(tell, {"verb": "poll"})
    assert sent == [feed.pk]

    staff.post(tell, {"verb": "pause"})
    assert not Feed.objects.get().is_on
    assert 'value="resume"' in staff.get(_page(feed)).content.decode()

    staff.post(tell, {"verb": "resume"})
    assert Feed.objects.get().is_on


def test_a_retired_feed_that_is_resumed_is_polled_again(staff):
    feed = factories.feed(retired_at=NOW, disabled_reason="Gone.", failures=1)

    _do(staff, "resume", feed)

    assert Feed.objects.due(timezone.now()).get() == feed


@pytest.mark.parametrize("verb", ["", "delete"])
def test_a_feed_does_nothing_else_it_is_told(staff, verb):
    feed = factories.feed()

    told = staff.post(reverse("admin:talks_feed_tell", args=[feed.pk]), {"verb": verb})

    assert told.status_code == 403


def test_many_feeds_take_no_more_queries(staff, django_assert_max_num_queries):
    for _ in range(5):
        _polled(factories.feed(failures=1), "timeout")

    with django_assert_max_num_queries(4):
        staff.get(LIST)


def test_many_runs_take_no_more_queries(staff, django_assert_max_num_queries):
    feed = factories.feed()
    for _ in range(10):
        _polled(feed)

    with django_assert_max_num_queries(7):
        staff.get(_page(feed))


def test_the_feeds_own_page_leads_to_trying_its_address(staff):
    feed = factories.feed()

    page = staff.get(reverse("admin:talks_feed_change", args=[feed.pk]))

    assert f"{TRY}?address=https%3A%2F%2Ffeeds.example" in page.content.decode()
