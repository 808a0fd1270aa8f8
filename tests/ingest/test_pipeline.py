"""From an address to suggestions, against a real server."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from talks.ingest import articles, hosts, pipeline
from talks.models import Article, ArticleVersion, Fetch
from tests import factories
from tests.ingest.invented import SENTENCES, TITLE, known_names, page, rss

pytestmark = pytest.mark.django_db
NOW = datetime(2020, 2, 4, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    monkeypatch.setattr(hosts.time, "sleep", lambda seconds: None)


@pytest.fixture(autouse=True)
def _site(httpserver):
    known_names()
    httpserver.expect_request("/robots.txt").respond_with_data("", status=404)


@pytest.fixture
def found(httpserver) -> Article:
    return factories.article(
        "",
        state="found",
        address=httpserver.url_for("/geneva"),
        source=factories.herald(),
        language="",
        published_at=None,
        next_attempt_at=NOW,
    )


def serve(httpserver, body: str, **options) -> None:
    options = {"content_type": "text/html; charset=utf-8"} | options
    httpserver.clear()
    httpserver.expect_request("/robots.txt").respond_with_data("", status=404)
    httpserver.expect_request("/geneva").respond_with_data(body, **options)


def advance(article: Article, door, *, now: datetime = NOW) -> Article:
    while (again := pipeline.advance(article.pk, now=now, door=door)) is not None:
        now += again
    article.refresh_from_db()
    return article


def test_a_page_goes_all_the_way_to_suggestions(found, door, httpserver):
    head = '<meta property="article:published_time" content="2020-02-04T09:30:00Z">'
    serve(httpserver, page(head=head))

    advance(found, door)

    assert (found.state, found.title, found.language) == ("read", TITLE, "en")
    assert found.published_at == datetime(2020, 2, 4, 9, 30, tzinfo=UTC)
    assert found.suggestions.filter(kind="event").exists()
    assert found.suggestions.filter(kind="figure").exists()
    assert [f.outcome for f in found.fetches.order_by("id")] == ["new", "read"]


def test_boilerplate_is_left_out(found, door, httpserver):
    serve(httpserver, page())

    advance(found, door)

    assert all(sentence in found.text for sentence in SENTENCES)
    for furniture in ("Home", "Privacy", "recipes", "Read also"):
        assert furniture not in found.text


def test_a_step_done_twice_changes_nothing(found, door, httpserver):
    serve(httpserver, page())
    advance(found, door)
    before = list(found.suggestions.values())

    advance(found, door)

    assert list(found.suggestions.values()) == before
    assert found.fetches.count() == 2


def test_arabic_sent_as_western_arrives_whole(found, door, httpserver):
    sentence = (
        "اجتمع الوفدان في قاعتين منفصلتين في جنيف، وقال الوسيط إن الخلاف لم يحسم بعد."
    )
    body = page(title="محادثات جنيف", paragraphs=(sentence,) * 3, language="ar")
    serve(
        httpserver, body.encode("cp1256"), content_type="text/html; charset=iso-8859-1"
    )

    advance(found, door)

    assert sentence in found.text
    assert found.language == "ar"


@pytest.mark.parametrize(
    ("body", "status", "ends"),
    [
        pytest.param(page(), 404, ("not_found", "failed"), id="404"),
        pytest.param(page(), 410, ("gone", "failed"), id="410"),
        pytest.param(page(), 403, ("refused", "failed"), id="403"),
        pytest.param(page(), 500, ("server_error", "found"), id="500"),
        pytest.param(
            "<title>Just a moment...</title>", 200, ("bot_wall", "found"), id="wall"
        ),
        pytest.param("", 200, ("empty", "failed"), id="nothing"),
        pytest.param(
            "<html><body></body></html>", 200, ("empty", "failed"), id="no report"
        ),
        pytest.param(rss(), 200, ("is_a_feed", "failed"), id="a feed"),
    ],
)
def test_a_page_that_cannot_be_had_says_why(
    found, door, httpserver, body, status, ends
):
    serve(httpserver, body, status=status)

    advance(found, door)

    assert (found.fetches.get().outcome, found.state) == ends
    assert found.reason


def test_a_reprint_points_to_its_original_and_is_not_read(found, door, httpserver):
    serve(httpserver, page())
    advance(found, door)
    reprint = factories.article(
        "",
        state="found",
        address=httpserver.url_for("/geneva?x=1"),
        next_attempt_at=NOW,
    )
    serve(httpserver, page(title="Rivals under one roof in Geneva"))

    advance(reprint, door)

    assert (reprint.duplicate_of, reprint.state) == (found, "read")
    assert not reprint.suggestions.exists()
    assert reprint.fetches.get().outcome == "copy"


def test_an_update_keeps_the_old_text_and_moves_the_quotes(found, door, httpserver):
    serve(httpserver, page())
    advance(found, door)
    old_text = found.text
    citation = factories.citation(
        event=factories.event(), article=found, quote=SENTENCES[1]
    )
    articles.wait_to_be_fetched(found, now=NOW)
    found.save()
    serve(httpserver, page(paragraphs=("The guns fell silent at nine.", *SENTENCES)))

    advance(found, door, now=NOW + timedelta(hours=1))

    citation.refresh_from_db()
    assert ArticleVersion.objects.get(article=found).text == old_text
    assert found.text[citation.quote_start : citation.quote_end] == SENTENCES[1]
    for suggestion in found.suggestions.filter(state="open"):
        assert (
            found.text[suggestion.quote_start : suggestion.quote_end]
            == suggestion.quote
        )


def test_a_sentence_that_an_update_drops_keeps_its_words(found, door, httpserver):
    serve(httpserver, page())
    advance(found, door)
    citation = factories.citation(
        event=factories.event(), article=found, quote=SENTENCES[1]
    )
    articles.wait_to_be_fetched(found, now=NOW)
    found.save()
    serve(httpserver, page(paragraphs=(SENTENCES[0], *SENTENCES[2:])))

    advance(found, door, now=NOW + timedelta(hours=1))

    citation.refresh_from_db()
    assert (citation.quote, citation.quote_start) == (SENTENCES[1], None)
    assert not found.suggestions.filter(kind="figure", state="open").exists()


def test_what_was_set_aside_can_be_sent_again(found, door, httpserver):
    Article.objects.update(state="set_aside", next_attempt_at=None, attempts=5)
    serve(httpserver, page())

    assert articles.send_again(found.pk, now=NOW)
    advance(found, door)

    assert found.state == "read"


def test_what_was_read_is_not_sent_again():
    assert not articles.send_again(factories.article().pk, now=NOW)


def test_a_page_answered_by_another_host_says_so(found, door, httpserver):
    httpserver.clear()
    httpserver.expect_request("/robots.txt").respond_with_data("", status=404)
    there = f"http://127.0.0.1:{httpserver.port}/there"
    httpserver.expect_request("/geneva").respond_with_data(
        status=302, headers={"Location": there}
    )
    httpserver.expect_request("/there").respond_with_data(
        page(), content_type="text/html"
    )

    advance(found, door)

    assert "127.0.0.1" in Fetch.objects.filter(step="fetch").get().note


def test_a_second_page_of_one_host_leaves_the_worker_to_others(found, door, httpserver):
    serve(httpserver, page())
    later = factories.article(
        "",
        state="found",
        address=httpserver.url_for("/geneva?2"),
        source=found.source,
        next_attempt_at=NOW,
    )
    pipeline.advance(found.pk, now=NOW, door=door)

    again = pipeline.advance(later.pk, now=NOW, door=door)

    later.refresh_from_db()
    assert again == timedelta(seconds=1)
    assert (later.state, later.attempts) == (Article.State.FOUND, 0)
    assert later.turn_at == NOW + again
    assert not later.fetches.exists()
