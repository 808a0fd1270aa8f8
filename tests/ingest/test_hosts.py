"""Manners towards the servers we ask."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from werkzeug import Response

from talks.ingest import hosts
from talks.ingest.http import Question
from talks.ingest.refusals import Outcome, Refusal
from talks.models import Host

pytestmark = pytest.mark.django_db
NOW = datetime(2020, 2, 4, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def slept(monkeypatch):
    seconds: list[float] = []
    monkeypatch.setattr(hosts.time, "sleep", seconds.append)
    return seconds


@pytest.fixture
def site(httpserver):
    """A site with a page and rules that bar a part of it."""
    rules = "User-agent: *\nDisallow: /private/\n\nUser-agent: libyatalkstracker\nDisallow: /not-you/\n"
    httpserver.expect_request("/robots.txt").respond_with_data(rules)
    for path in ("/news", "/private/a", "/not-you/a"):
        httpserver.expect_request(path).respond_with_data("ok")
    return httpserver


def visit(door, site, path: str, *, now: datetime = NOW, **options):
    return hosts.visit(door, Question(site.url_for(path)), now=now, **options)


def test_a_page_that_no_rule_bars_is_fetched(door, site):
    assert visit(door, site, "/news").body == b"ok"


def test_a_page_barred_to_us_is_not_asked_for(door, site):
    with pytest.raises(Refusal) as refused:
        visit(door, site, "/not-you/a")

    assert refused.value.outcome == Outcome.ROBOTS
    assert [request.path for request, _ in site.log] == ["/robots.txt"]


def test_a_page_barred_to_us_is_not_reached_by_a_redirect_either(door, site):
    _redirect(site, "/moved", to=site.url_for("/not-you/a"))

    with pytest.raises(Refusal) as refused:
        visit(door, site, "/moved")

    assert refused.value.outcome == Outcome.ROBOTS
    assert [request.path for request, _ in site.log] == ["/robots.txt", "/moved"]


def test_the_rules_of_the_host_that_a_redirect_leads_to_are_heeded(door, site):
    # By another name it is another host, whose rules are asked for.
    _redirect(site, "/moved", to=f"http://127.0.0.1:{site.port}/not-you/a")

    with pytest.raises(Refusal) as refused:
        visit(door, site, "/moved")

    assert f"127.0.0.1:{site.port} bars" in refused.value.reason
    assert Host.objects.count() == 2


def test_a_redirect_that_no_rule_bars_is_followed(door, site):
    _redirect(site, "/moved", to=f"http://127.0.0.1:{site.port}/news")

    assert visit(door, site, "/moved").body == b"ok"


def _redirect(site, path: str, *, to: str) -> None:
    site.expect_request(path).respond_with_data("", 302, {"Location": to})


def test_an_exception_with_a_reason_sets_the_rules_aside(door, site):
    answer = visit(door, site, "/not-you/a", robots_exception="Allowed by mail, ed.")

    assert answer.body == b"ok"


def test_the_rules_are_read_once_a_day(door, site):
    for minutes in (0, 1, 60 * 23):
        visit(door, site, "/news", now=NOW + timedelta(minutes=minutes))
    visit(door, site, "/news", now=NOW + timedelta(hours=25))

    assert [r.path for r, _ in site.log].count("/robots.txt") == 2


@pytest.mark.parametrize("status", [404, 403, 410])
def test_where_there_are_no_rules_all_is_allowed(door, httpserver, status: int):
    httpserver.expect_request("/robots.txt").respond_with_data("", status=status)
    httpserver.expect_request("/news").respond_with_data("ok")

    assert visit(door, httpserver, "/news").body == b"ok"


def test_a_page_in_place_of_the_rules_is_no_rule(door, httpserver):
    httpserver.expect_request("/robots.txt").respond_with_data(
        "<html>User-agent: *\nDisallow: /</html>", content_type="text/html"
    )
    httpserver.expect_request("/news").respond_with_data("ok")

    assert visit(door, httpserver, "/news").body == b"ok"


def test_while_the_rules_cannot_be_had_nothing_is_asked(door, httpserver):
    httpserver.expect_request("/robots.txt").respond_with_data("", status=500)

    with pytest.raises(Refusal) as refused:
        visit(door, httpserver, "/news")

    assert refused.value.outcome == Outcome.SERVER_ERROR


def test_old_rules_serve_while_new_ones_cannot_be_had(door, httpserver):
    answers = [Response("User-agent: *\nDisallow: /private/"), Response("", 500)]
    httpserver.expect_request("/robots.txt").respond_with_handler(
        lambda request: answers.pop(0)
    )
    httpserver.expect_request("/news").respond_with_data("ok")
    visit(door, httpserver, "/news")

    with pytest.raises(Refusal) as refused:
        visit(door, httpserver, "/private/a", now=NOW + timedelta(days=2))

    assert refused.value.outcome == Outcome.ROBOTS


def test_questions_to_one_host_keep_a_second_apart(door, site, slept):
    for _ in range(3):
        visit(door, site, "/news")

    assert slept == [0, 1, 2]


def test_a_turn_far_ahead_is_kept_and_not_waited_for(door, site):
    for _ in range(4):
        visit(door, site, "/news")

    with pytest.raises(hosts.NotYet) as busy:
        visit(door, site, "/news")

    assert busy.value.turn == NOW + timedelta(seconds=4)
    assert visit(door, site, "/news", has_turn=True).body == b"ok"
    assert Host.objects.get().next_request_at == NOW + timedelta(seconds=5)


def test_who_has_other_work_does_not_wait_even_a_second(door, site, slept):
    visit(door, site, "/news", patience=timedelta(seconds=0.2))

    with pytest.raises(hosts.NotYet) as busy:
        visit(door, site, "/news", patience=timedelta(seconds=0.2))

    assert busy.value.turn == NOW + timedelta(seconds=1)
    assert slept == [0]


def test_a_crawl_delay_is_kept_up_to_a_limit(door, httpserver):
    httpserver.expect_request("/robots.txt").respond_with_data(
        "User-agent: *\nCrawl-delay: 9999"
    )
    httpserver.expect_request("/news").respond_with_data("ok")

    visit(door, httpserver, "/news")

    assert Host.objects.get().next_request_at == NOW + timedelta(seconds=30)


def test_hosts_do_not_wait_for_each_other(door, site, slept):
    visit(door, site, "/news")
    Host.objects.create(name="other.example", next_request_at=NOW + timedelta(hours=1))

    visit(door, site, "/news")

    assert slept == [0, 1]
