"""Pages taken apart."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talks.ingest import pages
from talks.ingest.moments import Moment
from talks.ingest.refusals import Outcome, Refusal
from tests.ingest.invented import SENTENCES, TITLE, page

NOON = Moment(datetime(2020, 2, 4, 12, 30, tzinfo=UTC))


def read(head: str = "", *, address: str = "", **options) -> pages.Page:
    return pages.read_html(page(head=head, **options).encode(), address=address)


def linked(**data) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def test_title_and_text_are_joined_so_that_both_can_be_quoted():
    found = read()

    assert found.title == TITLE
    assert found.text.startswith(f"{TITLE}\n\n{SENTENCES[0]}")


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(
            '<meta property="article:published_time" content="2020-02-04T12:30Z">',
            id="meta",
        ),
        pytest.param(
            '<meta itemprop="datePublished" content="2020-02-04T12:30Z">', id="itemprop"
        ),
        pytest.param(
            '<meta name="pubdate" content="Tue, 04 Feb 2020 12:30 GMT">', id="pubdate"
        ),
        pytest.param(linked(datePublished="2020-02-04T12:30:00Z"), id="JSON-LD"),
        pytest.param(
            linked(
                **{
                    "@graph": [
                        {"@type": "Person"},
                        {"datePublished": "2020-02-04T12:30Z"},
                    ]
                }
            ),
            id="JSON-LD graph",
        ),
        pytest.param(
            '<script type="application/ld+json">{broken</script>'
            '<meta property="article:published_time" content="2020-02-04T12:30Z">',
            id="broken JSON-LD beside a good date",
        ),
    ],
)
def test_the_date_is_read_where_pages_write_it(head: str):
    assert read(head).published == NOON


def test_a_date_that_is_not_named_is_not_guessed():
    with_year = (*SENTENCES, "Copyright 2019. A dispute of 12 May 2018 goes on.")

    assert read(paragraphs=with_year).published is None


@pytest.mark.parametrize(
    ("head", "byline"),
    [
        pytest.param(
            '<meta name="author" content="A. Reporter">', "A. Reporter", id="meta"
        ),
        pytest.param(
            linked(datePublished="2020-02-04", author=[{"name": "A. R."}, "B. W."]),
            "A. R., B. W.",
            id="JSON-LD",
        ),
        pytest.param("", "", id="nobody"),
    ],
)
def test_the_byline_is_read_where_pages_write_it(head: str, byline: str):
    assert read(head).byline == byline


@pytest.mark.parametrize(
    ("canonical", "expected"),
    [
        pytest.param(
            "https://www.paper.example/a?utm_source=x",
            "https://paper.example/a",
            id="own",
        ),
        pytest.param("/a", "https://paper.example/a", id="relative"),
        pytest.param("https://paper.example/", "", id="front page for every page"),
        pytest.param("https://elsewhere.example2/a", "", id="another site"),
        pytest.param("javascript:x", "", id="no address"),
    ],
)
def test_a_canonical_address_is_taken_if_it_can_be_meant(canonical: str, expected: str):
    head = f'<link rel="canonical" href="{canonical}">'

    assert read(head, address="https://paper.example/a?x=1").canonical == expected


def test_the_language_is_what_the_page_declares():
    assert read(language="ar-LY").language == "ar"


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        pytest.param(b"", Outcome.EMPTY, id="nothing"),
        pytest.param(b"<html></html>", Outcome.EMPTY, id="no report"),
        pytest.param(b"<p>" * 100_001, Outcome.TOO_LARGE, id="a heap of tags"),
        pytest.param(b"<title>Just a moment...</title>", Outcome.BOT_WALL, id="wall"),
        pytest.param(b"<p>Too many requests</p>", Outcome.THROTTLED, id="throttle"),
        pytest.param(b"%PDF-1.4", Outcome.WRONG_TYPE, id="PDF"),
    ],
)
def test_what_is_no_report_says_why(body: bytes, outcome: Outcome):
    with pytest.raises(Refusal) as refused:
        pages.read_html(body)

    assert refused.value.outcome == outcome


@pytest.mark.parametrize("body", [b"[1, 2]", b'{"a": 1}', b"[[[[", b"{}"])
def test_data_is_no_report(body: bytes):
    with pytest.raises(Refusal) as refused:
        pages.read_text(body)

    assert refused.value.outcome == Outcome.WRONG_TYPE


def test_a_text_may_open_with_a_bracket():
    assert pages.read_text(b"[Tripoli] A truce holds.").title.startswith("[Tripoli]")


def test_a_text_loses_what_the_site_wrote_below_it():
    report = "Guns fall silent\n\nThe shelling stopped at noon on Monday."
    foot = "More From: Invented Wire\n\nDon't Miss\n\nInvented Wire is not responsible for the content of other sites. Contact us."

    page = pages.read_text(f"{report}\n\n{foot}\n".encode())

    assert page.text == report


def test_a_text_without_a_body_stays_whole():
    assert pages.read_text(b"Guns fall silent").text == "Guns fall silent"


def test_the_first_line_of_a_text_is_its_title():
    found = pages.read_text(b"\n\n  Talks go on \n\nIn Geneva.\n")

    assert (found.title, found.text) == ("Talks go on", "Talks go on \n\nIn Geneva.")


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        pytest.param("<p>One</p><p>Two</p>", "One\n\nTwo", id="paragraphs"),
        pytest.param("One<br>Two", "One\n\nTwo", id="break"),
        pytest.param("a &amp; b &#8217;", "a & b ’", id="entities"),
        pytest.param("<script>alert(1)</script>Talks", "Talks", id="script"),
        pytest.param(
            "<style>p{}</style>Talks<script>x", "Talks", id="script never closed"
        ),
        pytest.param("Plain words", "Plain words", id="text"),
        pytest.param(
            '<a href="x">Talks</a>&nbsp;<font>now</font>', "Talks now", id="inline"
        ),
    ],
)
def test_markup_becomes_text(markup: str, text: str):
    assert pages.as_text(markup) == text


@pytest.mark.parametrize(
    ("markup", "line"),
    [
        ("Talks &amp;#8217;s end", "Talks ’s end"),
        ("<b>Talks</b>\n go on", "Talks go on"),
        ("Talks &amp;amp; truce", "Talks & truce"),
    ],
)
def test_titles_lose_tags_and_double_escapes(markup: str, line: str):
    assert pages.as_line(markup) == line


TAGS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div>",
        "<article>",
        "<script>",
        "<h1>",
        "<!--",
        "x y z ",
        "&",
        "<",
        "\x00",
    ]
)


@settings(deadline=None, max_examples=60)
@given(st.lists(TAGS, max_size=30).map("".join) | st.text(max_size=120))
def test_no_markup_breaks_it(markup: str):
    with suppress(Refusal):
        pages.read_html(f"<html>{markup}".encode())
