"""Invented reports, pages and feeds for the tests of ingestion; no sentence was ever printed."""

from __future__ import annotations

from tests import factories

TITLE = "Libya: delegations meet in Geneva"
TEXT = f"""{TITLE}

GENEVA - Officers of the Government of National Accord and of Khalifa Haftar met in \
Geneva on Monday under the roof of the United Nations.

At least 12 people were killed in shelling near the airport of Tripoli on Sunday, a \
health official said.

The mediator said that the two delegations sat in separate rooms all day long, and that \
neither had asked for a joint session so far.

A second meeting was planned for Thursday, he added, if the guns were silent until then \
and if the airport opened again.
"""
SENTENCES = tuple(TEXT.strip().split("\n\n")[1:])
OTHER_TEXT = """Port reopens in the east

Workers in Benghazi opened the gates of the harbour on Wednesday after a dispute over \
wages of nine weeks. Two ships with flour were the first to moor. The harbour master \
spoke of a good day for bakers, and hoped that insurers would return before the end of \
the month.
"""


def page(
    *,
    title: str = TITLE,
    paragraphs: tuple[str, ...] = SENTENCES,
    head: str = "",
    language: str = "en",
) -> str:
    """Return a page as papers write them: menu, report, teasers, footer."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><title>{title}</title>{head}'
        f'</head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>'
        f"<main><article><h1>{title}</h1>{body}</article></main>"
        "<aside><h3>Read also</h3><a href='/x'>Ten recipes for winter</a></aside>"
        "<footer>Copyright. All rights reserved. Privacy policy.</footer></body></html>"
    )


def rss(*items: str, channel: str = "") -> str:
    """Return an RSS 2.0 feed of these items."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" '
        'xmlns:media="http://search.yahoo.com/mrss/">'
        f"<channel><title>The Herald</title>{channel}{''.join(items)}</channel></rss>"
    )


def known_names() -> None:
    """Make the actors and places that the invented report names."""
    for make in (factories.gna, factories.haftar, factories.tripoli, factories.geneva):
        make()
