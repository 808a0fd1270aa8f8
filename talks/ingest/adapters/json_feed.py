"""JSON Feed 1.0 and 1.1, with the liberties people take with it."""

from __future__ import annotations

from typing import Any

from talks.ingest.adapters.entries import Entry, Listing
from talks.ingest.canonical import is_web_address, join
from talks.ingest.decoding import read_json
from talks.ingest.http import FEED, Question
from talks.ingest.moments import read_moment
from talks.ingest.refusals import Outcome, Refusal

_MOST_ENTRIES = 20_000


def read(text: str, *, address: str) -> Listing:
    """Return what a JSON Feed lists; entries of the wrong shape are passed over."""
    feed = _parsed(text)
    items = feed.get("items")
    if not isinstance(items, list):
        raise Refusal(Outcome.NOT_A_FEED, "It is JSON, but not a JSON Feed.")
    entries = (
        _entry(item, feed=feed, base=address)
        for item in items[:_MOST_ENTRIES]
        if isinstance(item, dict)
    )
    kept = tuple(entry for entry in entries if entry.title or entry.content)
    if feed.get("expired") is True:
        raise Refusal(Outcome.GONE, "The feed says that it has ended.")
    return Listing(
        kept,
        title=_words(feed.get("title")),
        more=_more(feed, address),
        more_is_older=True,
    )


def _parsed(text: str) -> dict[str, Any]:
    try:
        feed = read_json(text)
    except (ValueError, RecursionError) as error:
        reason = f"Its JSON cannot be parsed: {error}"[:300]
        raise Refusal(Outcome.BROKEN, reason) from None
    if not isinstance(feed, dict) or "jsonfeed.org" not in _words(feed.get("version")):
        raise Refusal(Outcome.NOT_A_FEED, "It is JSON, but not a JSON Feed.")
    return feed


def _entry(item: dict[str, Any], *, feed: dict[str, Any], base: str) -> Entry:
    guid = _words(item.get("id"))
    named = [_words(item.get("url")), _words(item.get("external_url")), guid]
    links = [join(base, link) for link in named[:2] if link]
    links += [guid] if is_web_address(guid) else []
    content = _words(item.get("content_html")) or _words(item.get("content_text"))
    return Entry(
        title=_words(item.get("title")),
        address=next((link for link in links if is_web_address(link)), ""),
        guid=guid[:2000],
        summary=_words(item.get("summary")),
        content=content,
        published=read_moment(_words(item.get("date_published"))),
        updated=_words(item.get("date_modified")),
        language=(_words(item.get("language")) or _words(feed.get("language")))[:2],
        byline=_byline(item),
    )


def _byline(item: dict[str, Any]) -> str:
    """Return the authors: a list since version 1.1, one before."""
    authors = item.get("authors") or [item.get("author")]
    if not isinstance(authors, list):
        return ""
    names = (
        _words(author.get("name")) for author in authors if isinstance(author, dict)
    )
    return ", ".join(name for name in names if name)


def _more(feed: dict[str, Any], address: str) -> Question | None:
    """Return the question for the next page; a page that names itself is the last."""
    following = join(address, _words(feed.get("next_url")))
    if following == address or not is_web_address(following):
        return None
    return Question(following, limits=FEED)


def _words(value: Any) -> str:
    """Return a string or number as words; anything else is not one."""
    is_word = isinstance(value, str | int | float) and not isinstance(value, bool)
    return str(value).strip() if is_word else ""
