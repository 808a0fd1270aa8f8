"""What a body is, by its first bytes: servers and file names often say something else."""

from __future__ import annotations

import re
from enum import Enum, auto

# What may stand before the root is never taken in two ways (`?>`, `*+`): comments by the
# hundred would be tried in every grouping.
_FEED_ROOT = re.compile(
    rb"[\s\x00\xef\xbb\xbf\xff\xfe]*+"
    rb"(?>(?:<\?[^>]*>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)\s*)*+"
    rb"<(?:[\w-]+:)?(?:rss|rdf|feed)\b",
    re.IGNORECASE | re.DOTALL,
)
_SITEMAP_ROOT = re.compile(rb"<(?:[\w-]+:)?(?:urlset|sitemapindex)\b", re.IGNORECASE)
_JSON_FEED = re.compile(rb'"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org')
_MARKUP = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|article|main|p|div|h1|br|meta|title)\b",
    re.IGNORECASE,
)
_LOOKED_AT = 8192


class Kind(Enum):
    """The families of documents that ingestion can tell apart."""

    FEED = auto()
    SITEMAP = auto()
    PAGE = auto()
    TEXT = auto()


def kind_of(body: bytes, *, media_type: str = "") -> Kind:
    """Return what this body is; plain text where nothing speaks for anything else."""
    head = body[:_LOOKED_AT].replace(b"\x00", b"")  # UTF-16 reads like ASCII that way
    if _FEED_ROOT.match(head) or _JSON_FEED.search(head):
        return Kind.FEED
    if _SITEMAP_ROOT.search(head[:2000]):
        return Kind.SITEMAP
    if _MARKUP.search(head) or media_type in {"text/html", "application/xhtml+xml"}:
        return Kind.PAGE
    return Kind.TEXT
