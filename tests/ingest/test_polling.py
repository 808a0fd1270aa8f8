"""One poll of one feed against a real server: what comes, and when it is asked again."""

from __future__ import annotations

from datetime import timedelta

import pytest
from werkzeug import Response

from talks.ingest import hosts, polling
from talks.models import Article, Feed, Fetch
from tests import factories
from tests.ingest.invented import rss
from tests.ingest.polls import NOW, item, poll, serve

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("paper")]


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
