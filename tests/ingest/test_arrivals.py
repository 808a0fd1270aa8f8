"""Entries become articles, by themselves and with a poll."""

from __future__ import annotations

from datetime import timedelta

import pytest

from talks.ingest.adapters.entries import Entry
from talks.ingest.arrivals import foresee, is_whole, take_in
from talks.ingest.duplicates import identity_of
from talks.models import Article
from tests import factories
from tests.ingest.invented import rss
from tests.ingest.polls import NOW, answer, item, poll, serve

WORDS = "The two delegations sat in separate rooms all day long. " * 20


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(WORDS, True, id="long"),
        pytest.param("Short.", False, id="short"),
        pytest.param(f"{WORDS} […]", False, id="dots in brackets"),
        pytest.param(f"{WORDS} Read more", False, id="an invitation"),
        pytest.param(f"{WORDS} اقرأ المزيد...", False, id="in Arabic"),
        pytest.param(f"{WORDS} The post X appeared first on Y.", False, id="WordPress"),
    ],
)
def test_a_whole_report_is_told_from_a_teaser(text: str, expected: bool):
    assert is_whole(text) is expected


@pytest.mark.django_db
def test_an_entry_is_known_by_the_address_of_its_first_publication():
    reprint = Entry(
        "T", address="https://library.example/1", origin="https://a.example/1"
    )
    by_front_page = Entry(
        "U", address="https://library.example/2", origin="https://a.example/"
    )

    take_in([reprint, by_front_page], feed=factories.feed(), now=NOW)

    known = Article.objects.order_by("pk").values_list("canonical_address", flat=True)
    assert list(known) == ["https://a.example/1", "https://library.example/2"]


@pytest.mark.django_db
def test_an_entry_with_neither_address_nor_text_is_passed_over():
    arrived = take_in([Entry("Only a title")], feed=factories.feed(), now=NOW)

    assert (arrived.counts, arrived.waiting) == ({"skipped": 1}, [])


@pytest.mark.django_db
def test_ten_thousand_entries_take_a_query_a_batch(django_assert_max_num_queries):
    feed = factories.feed()
    entries = [Entry(f"R{n}", address=f"https://a.example/{n}") for n in range(2000)]

    with django_assert_max_num_queries(20):
        arrived = take_in(entries, feed=feed, now=NOW)

    assert arrived.counts == {"new": 2000}


# --------------------------------------------------------------------- with a poll


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
    serve(httpserver, rss(item(1, f"<content:encoded>{WORDS}</content:encoded>")))

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


def test_a_report_taken_back_is_marked_and_kept(herald, door, httpserver):
    answer(httpserver, "", status=404, path="/robots.txt")
    answer(httpserver, rss(item(1)))
    answer(httpserver, rss(channel='<deleted-entry ref="https://paper.example/1"/>'))

    poll(herald, door)
    poll(herald, door, now=NOW + timedelta(hours=1))

    assert Article.objects.get().withdrawn_at == NOW + timedelta(hours=1)


@pytest.mark.django_db
def test_what_would_come_of_entries_is_foreseen_in_one_query(django_assert_num_queries):
    feed = factories.feed(options={"words": ["Libya"]})
    entries = [
        Entry("Libya talks", address="https://a.example/1"),
        Entry("Libya again", address="https://a.example/2"),
        Entry("The weather", address="https://a.example/3"),
    ]
    take_in(entries[1:2], feed=feed, now=NOW)

    with django_assert_num_queries(1):
        fates = foresee(entries, feed=feed)

    assert fates == ["new", "known", "skipped"]
    assert Article.objects.count() == 1
