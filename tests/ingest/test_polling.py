"""One poll of one feed against a real server: what comes, and when it is asked again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from werkzeug import Response

from talks.ingest import hosts, polling
from talks.ingest.duplicates import identity_of
from talks.models import Article, Feed, Fetch
from tests import factories
from tests.ingest.invented import rss

pytestmark = pytest.mark.django_db
NOW = datetime(2020, 2, 4, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    monkeypatch.setattr(hosts.time, "sleep", lambda seconds: None)


@pytest.fixture(autouse=True)
def _no_rules(httpserver):
    httpserver.expect_request("/robots.txt").respond_with_data("", status=404)


@pytest.fixture
def herald(httpserver) -> Feed:
    return factories.feed(
        source=factories.herald(),
        address=httpserver.url_for("/rss.xml"),
        next_poll_at=NOW,
    )


def item(number: int, extra: str = "") -> str:
    return (
        f"<item><title>Report {number}</title><link>https://paper.example/{number}</link>"
        f"<guid>https://paper.example/{number}</guid>{extra}</item>"
    )


def answer(
    httpserver, body: str = "", *, status: int = 200, headers=None, path="/rss.xml"
):
    httpserver.expect_ordered_request(path).respond_with_data(
        body, status=status, headers=headers, content_type="application/rss+xml"
    )


def serve(httpserver, body: str = "", **options) -> None:
    httpserver.expect_request("/rss.xml").respond_with_data(body, **options)


def poll(feed: Feed, door, *, now: datetime = NOW):
    polling.make_due(feed.pk, now=now)
    polled = polling.poll(feed.pk, now=now, door=door)
    feed.refresh_from_db()
    return polled


# ---------------------------------------------------------------------- what comes


def test_new_entries_become_articles_that_wait(herald, door, httpserver):
    serve(httpserver, rss(item(1), item(2)))

    polled = poll(herald, door)

    articles = Article.objects.order_by("pk")
    assert polled.waiting == [article.pk for article in articles]
    assert {(a.state, a.next_attempt_at) for a in articles} == {("found", NOW)}
    assert articles[0].canonical_address == "https://paper.example/1"


def test_what_is_known_is_not_stored_again(herald, door, httpserver):
    serve(httpserver, rss(item(1), item(2)))

    poll(herald, door)
    polled = poll(herald, door, now=NOW + timedelta(hours=1))

    assert polled.counts == {"unchanged": 2}
    assert Article.objects.count() == 2


def test_a_poll_leaves_one_line_in_the_record_with_its_counts(herald, door, httpserver):
    serve(httpserver, rss(item(1)))

    poll(herald, door)

    record = Fetch.objects.get()
    assert (record.feed, record.step, record.outcome) == (herald, "poll", "new")
    assert (record.counts, record.status_code) == ({"new": 1}, 200)


def test_two_feeds_that_bring_one_report_make_one_article(herald, door, httpserver):
    other = factories.feed(address=httpserver.url_for("/other.xml"), next_poll_at=NOW)
    link = "<item><title>R</title><link>{}</link></item>"
    serve(httpserver, rss(link.format("https://www.paper.example/1?utm_source=a")))
    httpserver.expect_request("/other.xml").respond_with_data(
        rss(link.format("http://paper.example/1/#top"))
    )

    poll(herald, door)
    poll(other, door)

    assert Article.objects.get().feed == herald


def test_a_feed_narrowed_by_words_passes_over_the_rest(herald, door, httpserver):
    herald.options = {"words": ["libya", "ليبيا"]}
    herald.save()
    serve(
        httpserver, rss(item(1), item(2, "<description>Talks on Libya</description>"))
    )

    polled = poll(herald, door)

    assert polled.counts == {"new": 1, "skipped": 1}


def test_an_entry_that_looks_different_is_an_update(herald, door, httpserver):
    answer(httpserver, "", status=404, path="/robots.txt")
    answer(httpserver, rss(item(1, "<pubDate>Tue, 04 Feb 2020 10:00:00 GMT</pubDate>")))
    answer(httpserver, rss(item(1, "<pubDate>Tue, 04 Feb 2020 11:00:00 GMT</pubDate>")))
    poll(herald, door)
    Article.objects.update(state="read", text="held", fingerprint="f" * 64)

    polled = poll(herald, door, now=NOW + timedelta(hours=1))

    assert polled.counts == {"updated": 1}
    assert Article.objects.get().state == "found"


def test_the_whole_text_in_a_feed_saves_the_page(herald, door, httpserver):
    words = "The two delegations sat in separate rooms all day long. " * 20
    serve(httpserver, rss(item(1, f"<content:encoded>{words}</content:encoded>")))

    poll(herald, door)

    article = Article.objects.get()
    assert article.state == "fetched"
    assert article.text.startswith("Report 1\n\nThe two delegations")


def test_a_teaser_is_kept_for_the_day_the_page_is_closed(herald, door, httpserver):
    teaser = "The two delegations sat in separate rooms all day long, a mediator said."
    serve(httpserver, rss(item(1, f"<description>{teaser}</description>")))

    poll(herald, door)

    article = Article.objects.get()
    assert article.state == "found"
    assert teaser in article.text


def test_a_report_that_facts_cite_is_fetched_when_its_feed_brings_it(
    herald, door, httpserver
):
    from_facts = factories.article("", state="cited")
    identity = identity_of(address="https://paper.example/1", source="", title="")
    Article.objects.filter(pk=from_facts.pk).update(identity=identity)
    serve(httpserver, rss(item(1)))

    polled = poll(herald, door)

    from_facts.refresh_from_db()
    assert polled.waiting == [from_facts.pk]
    assert from_facts.state == "found"


def test_a_guid_on_a_mended_slug_is_the_same_report(herald, door, httpserver):
    entry = (
        "<item><title>Talks</title><link>https://paper.example/{}</link>"
        '<guid isPermaLink="false">https://old.example/?p=12</guid></item>'
    )
    answer(httpserver, "", status=404, path="/robots.txt")
    answer(httpserver, rss(entry.format("tlaks")))
    answer(httpserver, rss(entry.format("talks")))

    poll(herald, door)
    polled = poll(herald, door, now=NOW + timedelta(hours=1))

    assert polled.counts == {"unchanged": 1}


def test_a_guid_used_for_another_story_is_another_report(herald, door, httpserver):
    entry = (
        "<item><title>{0}</title><link>https://paper.example/{0}</link>"
        '<guid isPermaLink="false">1</guid></item>'
    )
    answer(httpserver, "", status=404, path="/robots.txt")
    answer(httpserver, rss(entry.format("talks")))
    answer(httpserver, rss(entry.format("port")))

    poll(herald, door)
    poll(herald, door, now=NOW + timedelta(hours=1))

    assert Article.objects.count() == 2


@pytest.mark.parametrize("written", ["Fri, 04 Feb 2022 10:00:00 GMT", "", "soon"])
def test_a_future_or_missing_date_is_not_known(herald, door, httpserver, written: str):
    serve(httpserver, rss(item(1, f"<pubDate>{written}</pubDate>")))

    poll(herald, door)

    assert Article.objects.get().published_at is None


def test_older_pages_fill_a_gap_after_an_absence(herald, door, httpserver):
    Feed.objects.update(last_success_at=NOW - timedelta(days=3))
    more = (
        '<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="next" href="/2.xml"/>'
    )
    serve(httpserver, rss(item(3), channel=more))
    httpserver.expect_request("/2.xml").respond_with_data(rss(item(2)))

    assert poll(herald, door).counts == {"new": 2}


def test_a_first_poll_does_not_dig_up_the_archive(herald, door, httpserver):
    more = (
        '<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="next" href="/2.xml"/>'
    )
    serve(httpserver, rss(item(3), channel=more))

    assert poll(herald, door).counts == {"new": 1}


def test_a_report_taken_back_is_marked_and_kept(herald, door, httpserver):
    answer(httpserver, "", status=404, path="/robots.txt")
    answer(httpserver, rss(item(1)))
    answer(httpserver, rss(channel='<deleted-entry ref="https://paper.example/1"/>'))

    poll(herald, door)
    poll(herald, door, now=NOW + timedelta(hours=1))

    assert Article.objects.get().withdrawn_at == NOW + timedelta(hours=1)


# ------------------------------------------------------------------------ manners


def test_validators_are_sent_back_as_they_were_written(herald, door, httpserver):
    seen = []

    def reply(request):
        seen.append(request.headers)
        if request.headers.get("If-None-Match"):
            return Response(status=304)
        headers = {"ETag": 'W/"a b"', "Last-Modified": "Tue, 04 Feb 2020 10:00:00 GMT"}
        return Response(rss(item(1)), headers=headers)

    httpserver.expect_request("/rss.xml").respond_with_handler(reply)
    poll(herald, door)
    polled = poll(herald, door, now=NOW + timedelta(hours=1))

    assert polled.outcome == "unchanged"
    assert seen[1]["If-None-Match"] == 'W/"a b"'
    assert seen[1]["If-Modified-Since"] == "Tue, 04 Feb 2020 10:00:00 GMT"
    assert herald.etag == 'W/"a b"'


def test_validators_of_what_was_no_feed_are_dropped(herald, door, httpserver):
    Feed.objects.update(etag='"old"')
    serve(httpserver, "<html><p>Hello</p></html>", headers={"ETag": '"page"'})

    poll(herald, door)

    assert herald.etag == ""


def test_three_permanent_redirects_move_the_address(herald, door, httpserver):
    new = httpserver.url_for("/new.xml")
    serve(httpserver, status=301, headers={"Location": new})
    httpserver.expect_request("/new.xml").respond_with_data(rss(item(1)))

    addresses = []
    for hours in range(3):
        poll(herald, door, now=NOW + timedelta(hours=hours))
        addresses.append(herald.address)

    assert addresses == [httpserver.url_for("/rss.xml")] * 2 + [new]
    assert "Moved from" in Fetch.objects.first().note


def test_a_temporary_redirect_never_moves_it(herald, door, httpserver):
    serve(httpserver, status=302, headers={"Location": httpserver.url_for("/new.xml")})
    httpserver.expect_request("/new.xml").respond_with_data(rss(item(1)))

    for hours in range(4):
        poll(herald, door, now=NOW + timedelta(hours=hours))

    assert herald.address == httpserver.url_for("/rss.xml")


def test_a_move_to_the_address_of_another_feed_retires_it(herald, door, httpserver):
    new = httpserver.url_for("/new.xml")
    factories.feed(address=new)
    serve(httpserver, status=308, headers={"Location": new})
    httpserver.expect_request("/new.xml").respond_with_data(rss())

    for hours in range(3):
        poll(herald, door, now=NOW + timedelta(hours=hours))

    assert herald.retired_at is not None


def test_gone_retires_it_for_good(herald, door, httpserver):
    serve(httpserver, status=410)

    poll(herald, door)

    assert herald.retired_at == NOW
    assert polling.poll(herald.pk, now=NOW + timedelta(days=9), door=door) is None


def test_retry_after_is_waited_for(herald, door, httpserver):
    serve(httpserver, status=429, headers={"Retry-After": "36000"})

    poll(herald, door)

    assert herald.next_poll_at >= NOW + timedelta(hours=10)


@pytest.mark.parametrize(
    ("body", "status", "outcome"),
    [
        pytest.param(
            "<html><title>Just a moment...</title></html>", 200, "bot_wall", id="wall"
        ),
        pytest.param(
            "Please limit requests to one every 5 seconds.", 200, "throttled", id="note"
        ),
        pytest.param("<html><p>Our new site</p></html>", 200, "not_a_feed", id="page"),
        pytest.param("", 404, "not_found", id="404"),
        pytest.param("", 403, "refused", id="403"),
        pytest.param("", 500, "server_error", id="500"),
        pytest.param("", 200, "empty", id="nothing"),
    ],
)
def test_a_failure_is_its_own_outcome_and_never_no_news(
    herald, door, httpserver, body, status, outcome
):
    serve(httpserver, body, status=status)

    poll(herald, door)

    assert Fetch.objects.get().outcome == outcome
    assert herald.failures > 0
    assert herald.last_success_at is None


def test_a_feed_barred_by_robots_txt_is_not_asked(herald, door, httpserver):
    httpserver.clear()
    httpserver.expect_request("/robots.txt").respond_with_data(
        "User-agent: *\nDisallow: /"
    )

    assert poll(herald, door).outcome == "robots"


def test_a_feed_that_keeps_failing_is_disabled_and_comes_back(herald, door, httpserver):
    serve(httpserver, status=404)
    for hours in range(10):
        poll(herald, door, now=NOW + timedelta(hours=hours))
    assert herald.disabled_at is not None
    assert "404" in herald.disabled_reason
    assert herald.is_on

    httpserver.clear()
    serve(httpserver, rss(item(1)))
    poll(herald, door, now=NOW + timedelta(days=2))

    assert (herald.disabled_at, herald.disabled_reason, herald.failures) == (
        None,
        "",
        0,
    )


def test_an_adapter_that_lacks_something_says_so(door):
    feed = factories.feed(adapter="gdelt", next_poll_at=NOW)

    assert poll(feed, door).outcome == "not_configured"


# ------------------------------------------------------------------------- claims


def test_a_feed_that_is_claimed_is_not_polled_twice(herald, door, httpserver):
    Feed.objects.update(claimed_until=NOW + timedelta(minutes=5))

    assert polling.poll(herald.pk, now=NOW, door=door) is None
    assert httpserver.log == []


def test_a_claim_left_by_a_dead_worker_runs_out(herald, door, httpserver):
    serve(httpserver, rss())
    Feed.objects.update(claimed_until=NOW - timedelta(seconds=1))

    assert polling.poll(herald.pk, now=NOW, door=door).outcome == "unchanged"


def test_only_what_is_due_and_on_is_named():
    due = factories.feed(next_poll_at=NOW)
    factories.feed(next_poll_at=NOW + timedelta(minutes=1))
    factories.feed(next_poll_at=NOW, is_on=False)
    factories.feed(next_poll_at=NOW, retired_at=NOW)

    assert polling.due_feeds(now=NOW) == [due.pk]


def test_asking_what_is_due_takes_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        polling.due_feeds(now=NOW)


def test_a_busy_host_puts_the_poll_off_without_a_failure(herald, door, httpserver):
    serve(httpserver, rss())
    poll(herald, door)
    hosts.Host.objects.update(next_request_at=NOW + timedelta(minutes=2))

    assert poll(herald, door, now=NOW + timedelta(seconds=1)) is None
    assert herald.claimed_until is None
    assert herald.next_poll_at == NOW + timedelta(minutes=2)
    assert Fetch.objects.count() == 1


# ------------------------------------------------------------------------ preview


def test_an_address_can_be_tried_before_it_is_saved(door, httpserver):
    serve(httpserver, rss(item(1), item(2)))
    unsaved = Feed(address=httpserver.url_for("/rss.xml"), adapter="feed")

    seen = polling.preview(unsaved, now=NOW, door=door)

    assert (seen.outcome, seen.title) == ("new", "The Herald")
    assert [entry.title for entry in seen.entries] == ["Report 1", "Report 2"]
    assert not Article.objects.exists()
    assert not Fetch.objects.exists()


def test_a_preview_of_what_is_no_feed_says_why(door, httpserver):
    serve(httpserver, "<html><p>Hello</p></html>")
    unsaved = Feed(address=httpserver.url_for("/rss.xml"), adapter="feed")

    seen = polling.preview(unsaved, now=NOW, door=door)

    assert seen.outcome == "not_a_feed"
    assert seen.note
