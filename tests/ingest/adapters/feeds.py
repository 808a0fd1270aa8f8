"""Feeds as bytes, and what the adapter reads in them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from talks.ingest.adapters import feed
from talks.ingest.adapters.entries import Entry, Listing
from talks.ingest.http import Answer
from talks.ingest.refusals import Refusal

BASE = "https://paper.example/rss.xml"
NOON = datetime(2020, 2, 4, 12, 30, tzinfo=UTC)
ATOM = 'xmlns="http://www.w3.org/2005/Atom"'


def listing(body: str | bytes, *, kind: str = "application/rss+xml") -> Listing:
    body = body.encode() if isinstance(body, str) else body
    return feed.read(Answer(BASE, 200, {"content-type": kind}, body))


def only(body: str | bytes, **options) -> Entry:
    (entry,) = listing(body, **options).entries
    return entry


def item(inner: str) -> str:
    return f"<item><title>Talks</title>{inner}</item>"


def refusal(body: str | bytes) -> Refusal:
    with pytest.raises(Refusal) as refused:
        listing(body)
    return refused.value
