"""Feeds served by a real server, and polled."""

from __future__ import annotations

from datetime import UTC, datetime

from talks.ingest import polling
from talks.models import Feed

NOW = datetime(2020, 2, 4, 12, tzinfo=UTC)


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
