"""News sitemaps in whatever namespace."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talks.ingest.adapters import sitemap
from talks.ingest.adapters.entries import Listing, Subscription
from talks.ingest.http import Answer
from talks.ingest.moments import Moment
from talks.ingest.refusals import Outcome, Refusal

BASE = "https://paper.example/news-sitemap.xml"


def read(body: str | bytes) -> Listing:
    body = body.encode() if isinstance(body, str) else body
    return sitemap.read(Answer(BASE, 200, {}, body))


def news(scheme: str = "http") -> str:
    return (
        f'<?xml version="1.0"?><urlset xmlns="{scheme}://www.sitemaps.org/schemas/sitemap/0.9" '
        f'xmlns:news="{scheme}://www.google.com/schemas/sitemap-news/0.9"><url>'
        "<loc>https://paper.example/1</loc><lastmod>2020-02-05T08:00:00Z</lastmod><news:news>"
        "<news:publication><news:name>The Herald</news:name><news:language>ar</news:language>"
        "</news:publication><news:publication_date>2020-02-04</news:publication_date>"
        "<news:title>Talks</news:title></news:news></url></urlset>"
    )


def test_it_is_asked_for_at_its_address():
    assert sitemap.ask(Subscription(BASE, now=datetime.now(UTC))).address == BASE


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_an_entry_is_read_in_either_namespace(scheme: str):
    (entry,) = read(news(scheme)).entries

    assert (entry.title, entry.address) == ("Talks", "https://paper.example/1")
    assert (entry.language, entry.publisher) == ("ar", "The Herald")
    assert entry.published == Moment(datetime(2020, 2, 4, tzinfo=UTC), day_only=True)
    assert entry.updated == "2020-02-05T08:00:00Z"


def test_an_index_leads_to_the_sitemap_changed_last():
    body = (
        "<sitemapindex><sitemap><loc>/old.xml</loc><lastmod>2019-01-01</lastmod></sitemap>"
        "<sitemap><loc>/new.xml</loc><lastmod>2020-02-04</lastmod></sitemap></sitemapindex>"
    )

    found = read(body)

    assert (found.entries, found.more_is_older) == ((), False)
    assert found.more.address == "https://paper.example/new.xml"


def test_an_empty_index_leads_nowhere():
    assert read("<sitemapindex><sitemap/></sitemapindex>").more is None


def test_a_sitemap_cut_off_keeps_what_came_before():
    assert len(read(news()[:-20]).entries) == 1


def test_entries_without_an_address_are_passed_over():
    assert read("<urlset><url><loc></loc></url><!-- x --><url/></urlset>").entries == ()


def test_entities_are_not_followed(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("https://hush.example/")
    body = (
        f'<!DOCTYPE urlset [<!ENTITY x SYSTEM "file://{secret}">]>'
        "<urlset><url><loc>&x;</loc></url></urlset>"
    )

    assert read(body).entries == ()


def test_a_billion_laughs_are_not_laughed():
    laughs = ["ha", *(f"&l{n};&l{n};" for n in range(29))]
    entities = "".join(f'<!ENTITY l{n} "{laugh}">' for n, laugh in enumerate(laughs))
    url = "<url><loc>https://paper.example/1</loc><title>A &l29;</title></url>"

    listing = read(f"<!DOCTYPE urlset [{entities}]><urlset>{url}</urlset>")

    (entry,) = listing.entries
    assert len(entry.title) < 20


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        ("<rss/>", Outcome.NOT_A_FEED),
        ("<!DOCTYPE html><html><body>Hello</body></html>", Outcome.NOT_A_FEED),
        ("<html><title>Just a moment...</title></html>", Outcome.BOT_WALL),
        ("words", Outcome.NOT_A_FEED),
        ("", Outcome.EMPTY),
    ],
)
def test_what_is_no_sitemap_is_its_own_outcome(body: str, outcome: Outcome):
    with pytest.raises(Refusal) as refused:
        read(body)

    assert refused.value.outcome == outcome


@settings(deadline=None)
@given(st.binary(max_size=200), st.booleans())
def test_no_bytes_break_it(body: bytes, inside: bool):
    with suppress(Refusal):
        read(b"<urlset>" + body if inside else body)


def test_a_character_that_cannot_be_spoils_nothing():
    (entry,) = read(news().replace("Talks", "Talks &#xd800;go on&#0;")).entries

    assert entry.title == "Talks go on"
