"""What people give."""

from __future__ import annotations

from datetime import UTC, date, datetime
from threading import Thread

import pytest
from django.db import connection

from talks.ingest import articles, byhand
from talks.ingest.byhand import Said
from talks.ingest.moments import Moment
from talks.ingest.refusals import Refusal
from talks.models import Article, Fetch, Source
from tests import factories
from tests.ingest.invented import TEXT, TITLE, rss

pytestmark = pytest.mark.django_db
NOW = datetime(2020, 2, 4, 12, tzinfo=UTC)
DAY = date(2020, 2, 3)


@pytest.fixture
def said() -> Said:
    return Said(factories.herald(), DAY)


def test_a_text_waits_to_be_read_with_its_outcome_on_record(said):
    (taken,) = byhand.take_document(TEXT.encode(), said=said, now=NOW)

    article = Article.objects.get(pk=taken.article_id)
    assert (taken.outcome, article.state, article.title) == ("new", "fetched", TITLE)
    assert (article.counted_from, article.published_at) == (DAY, None)
    assert Fetch.objects.get().note == "Given by hand."


@pytest.mark.django_db(transaction=True)
def test_a_report_that_another_stores_meanwhile_is_taken_once(said, monkeypatch):
    look = articles.find_locked
    monkeypatch.setattr(
        articles,
        "find_locked",
        lambda identity: look(identity) or _overtaken(identity, said.source),
    )

    (taken,) = byhand.take_document(TEXT.encode(), said=said, now=NOW)

    assert (taken.outcome, Article.objects.get().pk) == ("new", taken.article_id)


def _overtaken(identity: str, source: Source) -> None:
    """Store the report by a connection of another, between our look and our write."""

    def store() -> None:
        Article.objects.create(identity=identity, source=source, found_at=NOW)
        connection.close()

    other = Thread(target=store)
    other.start()
    other.join()


def test_what_the_giver_says_goes_before_what_the_text_tells():
    published = Moment(NOW, day_only=True)
    told = Said(factories.herald(), DAY, published=published, language="fr")

    byhand.take_document(TEXT.encode(), said=told, now=NOW)

    article = Article.objects.get()
    assert (article.published_at, article.published_day_only) == (NOW, True)
    assert (article.language, article.counted_from) == ("fr", None)


def test_pasted_text_comes_under_its_title(said):
    taken = byhand.take_text(
        "<p>One.</p><p>Two.</p>", title="Talks", said=said, now=NOW
    )

    assert Article.objects.get(pk=taken.article_id).text == "Talks\n\nOne.\n\nTwo."


def test_an_address_waits_to_be_fetched_and_is_known_the_second_time(said, door):
    first = byhand.take_address(
        "https://www.a.example/1?utm_source=x", said=said, door=door, now=NOW
    )
    Article.objects.update(state="read", text="held")
    second = byhand.take_address("https://a.example/1", said=said, door=door, now=NOW)

    assert (first.outcome, second.outcome) == ("new", "unchanged")
    assert first.article_id == second.article_id
    assert Article.objects.get().canonical_address == "https://a.example/1"


def test_an_address_that_facts_cite_is_fetched(said, door):
    address = "https://a.example/1"
    cited = factories.article(
        "",
        state="cited",
        identity=byhand.identity_of(address=address, source="", title=""),
    )

    taken = byhand.take_address(address, said=said, door=door, now=NOW)

    cited.refresh_from_db()
    assert (taken.article_id, cited.state) == (cited.pk, "found")


def test_an_address_set_aside_is_tried_again_when_given_again(said, door):
    byhand.take_address("https://a.example/1", said=said, door=door, now=NOW)
    Article.objects.update(state="set_aside", next_attempt_at=None, attempts=5)

    byhand.take_address("https://a.example/1", said=said, door=door, now=NOW)

    article = Article.objects.get()
    assert (article.state, article.attempts, article.next_attempt_at) == (
        "found",
        0,
        NOW,
    )


@pytest.mark.parametrize(
    "address",
    [
        *("ftp://a.example/1", "a.example/1", "http://user:secret@a.example/"),
        *("http://127.0.0.1/", "http://[::1]/", "http://0x7f000001/", "http://127.1/"),
        *("http://169.254.169.254/", "http://[::ffff:127.0.0.1]/", "http://localhost/"),
        *("http://10.0.0.1/", "http://8.8.8.8:5432/", "http://site.localhost./"),
    ],
)
def test_what_would_never_be_asked_is_refused_and_leaves_nothing(
    said, shut_door, address: str
):
    with pytest.raises(Refusal) as refused:
        byhand.take_address(address, said=said, door=shut_door, now=NOW)

    assert refused.value.outcome == "blocked_address"
    assert not Article.objects.exists()


def test_a_feed_is_taken_apart(said):
    body = rss(
        "<item><title>One</title><link>https://a.example/1</link>"
        "<description>Some words.</description></item>",
        "<item><title>Two</title><link>https://a.example/2</link></item>",
    )

    taken = byhand.take_document(body.encode(), said=said, now=NOW)

    states = [Article.objects.get(pk=part.article_id).state for part in taken]
    assert states == ["fetched", "found"]


def test_an_entry_that_says_nothing_and_leads_nowhere_stops_no_other(said):
    body = rss(
        "<item><title>Only a title</title></item>",
        "<item><title>Two</title><link>https://a.example/2</link></item>",
    )

    (taken,) = byhand.take_document(body.encode(), said=said, now=NOW)

    assert Article.objects.get(pk=taken.article_id).address == "https://a.example/2"


def test_a_feed_given_as_an_address_is_taken_apart_in_its_place(said, door, httpserver):
    address = httpserver.url_for("/rss.xml")
    httpserver.expect_request("/robots.txt").respond_with_data("", status=404)
    httpserver.expect_request("/rss.xml").respond_with_data(
        rss("<item><title>One</title><description>Some words.</description></item>")
    )

    (taken,) = byhand.take_feed_at(address, said=said, door=door, now=NOW)

    assert Article.objects.get().pk == taken.article_id


def test_the_source_called_by_hand_is_made_once():
    assert byhand.source_by_hand() == byhand.source_by_hand()
    assert Source.objects.filter(slug="by-hand").count() == 1
