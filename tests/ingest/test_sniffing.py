"""What a body is, by its first bytes."""

from __future__ import annotations

import pytest

from talks.ingest.sniffing import Kind, kind_of


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        pytest.param(b'<?xml version="1.0"?><rss version="2.0">', Kind.FEED, id="RSS"),
        pytest.param(b"<rss>", Kind.FEED, id="RSS without declaration"),
        pytest.param(
            b'<feed xmlns="http://www.w3.org/2005/Atom">', Kind.FEED, id="Atom"
        ),
        pytest.param(b"<rdf:RDF xmlns:rdf='x'>", Kind.FEED, id="RSS 1.0"),
        pytest.param(
            b"\xef\xbb\xbf\n<!-- hi -->\n<rss>", Kind.FEED, id="mark, comment"
        ),
        pytest.param(b"<?xml-stylesheet href='a'?><rss>", Kind.FEED, id="stylesheet"),
        pytest.param(b'<!DOCTYPE rss [<!ENTITY a "b">]><rss>', Kind.FEED, id="doctype"),
        pytest.param(
            "<?xml version='1.0'?><rss>".encode("utf-16"), Kind.FEED, id="UTF-16"
        ),
        pytest.param(
            b'{"version": "https://jsonfeed.org/version/1.1"}',
            Kind.FEED,
            id="JSON Feed",
        ),
        pytest.param(b"<?xml?><urlset xmlns='x'>", Kind.SITEMAP, id="sitemap"),
        pytest.param(b"<!DOCTYPE html><title>x</title>", Kind.PAGE, id="page"),
        pytest.param(b"<p>Talks about an <rss> of sorts</p>", Kind.PAGE, id="fragment"),
        pytest.param(b"Talks go on\n\nIn Geneva.", Kind.TEXT, id="text"),
        pytest.param(b"", Kind.TEXT, id="nothing"),
    ],
)
def test_a_body_is_told_by_how_it_begins(body: bytes, kind: Kind):
    assert kind_of(body) == kind


def test_a_server_that_says_html_is_believed_where_nothing_speaks_against_it():
    assert kind_of(b"Plain words", media_type="text/html") == Kind.PAGE


@pytest.mark.parametrize(
    "piece", [b"<!---->", b"<?xml?> ", b"<!DOCTYPE [] >", b"<!-- <rss> -->\n"]
)
def test_no_heap_of_what_may_come_first_takes_forever(piece: bytes):
    assert kind_of(piece * 2000) == Kind.TEXT
    assert kind_of(piece * 100 + b"<rss>") == Kind.FEED
