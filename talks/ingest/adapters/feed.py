"""RSS 0.9x, 1.0 and 2.0 and Atom by a library, JSON Feed by hand."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import feedparser

from talks.ingest import walls
from talks.ingest.adapters import json_feed
from talks.ingest.adapters.entries import Entry, Listing, Subscription
from talks.ingest.canonical import is_web_address, join
from talks.ingest.decoding import decode, without_impossible_references
from talks.ingest.http import FEED, Answer, Question
from talks.ingest.moments import Moment, read_moment
from talks.ingest.refusals import Outcome, Refusal
from talks.ingest.schedule import Asked

_ACCEPT = (
    "application/rss+xml, application/atom+xml, application/feed+json, "
    "application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5"
)
_MOST_ENTRIES = 20_000
_MOST_TAGS = 1_000_000  # which take a minute; twenty thousand entries have less
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_PERIODS = {"hourly": 1, "daily": 24, "weekly": 168, "monthly": 720, "yearly": 8760}
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SKIPPED_DAY = re.compile(r"<day>([^<]{3,12})</day>", re.IGNORECASE)
_SKIPPED_HOUR = re.compile(r"<hour>\s*(\d{1,2})\s*</hour>", re.IGNORECASE)
_TOMBSTONE = re.compile(r"""<(?:[\w-]+:)?deleted-entry\b[^>]*?\bref=["']([^"'>]+)""")
_HEAD = 50_000
_ITEM = re.compile(r"<(?:[\w-]+:)?(?:item|entry)[\s>]")


def ask(subscription: Subscription) -> Question:
    """Return the question for a plain feed: its address."""
    return Question(subscription.address, accept=_ACCEPT, limits=FEED)


def read(answer: Answer) -> Listing:
    """Return what a feed lists; of entries that share a guid, the last."""
    text = decode(answer.body, declared=answer.charset)
    if text.lstrip().startswith("{"):
        return json_feed.read(text, address=answer.address)
    if text.count("<") > _MOST_TAGS:
        raise Refusal(Outcome.TOO_LARGE, f"It has more than {_MOST_TAGS:,} tags.")
    text = _without_doctype(text)
    if not _ITEM.search(text) and "<html" in text[:2000].lower():
        walls.refuse_stand_ins(text)
        raise Refusal(Outcome.NOT_A_FEED, "An HTML page answered in place of the feed.")
    parsed = _parse(text, address=answer.address)
    entries = tuple(_entries(parsed, base=answer.address))
    if not entries and not parsed.get("version"):
        walls.refuse_stand_ins(text)
        raise Refusal(Outcome.NOT_A_FEED, _why_not(parsed))
    title = str(parsed.get("feed", {}).get("title", ""))
    if title.startswith(("Comments on:", "Comments for ")):
        raise Refusal(Outcome.NOT_A_FEED, "It is a feed of comments, not of reports.")
    return Listing(
        entries,
        title=title,
        more=_older(parsed.get("feed", {}), base=answer.address),
        more_is_older=True,
        asked=_asked(parsed.get("feed", {}), text),
        withdrawn=tuple(html.unescape(ref) for ref in _TOMBSTONE.findall(text)),
    )


def _parse(text: str, *, address: str) -> feedparser.FeedParserDict:
    """Parse what is decoded already; the library must not decide on its own again."""
    plain = without_impossible_references(_DECLARATION.sub("", text, count=1))
    document = plain.encode("utf-8", "replace")
    headers = {
        "content-type": "application/xml; charset=utf-8",
        "content-location": address,
    }
    try:
        return feedparser.parse(
            io.BytesIO(document), response_headers=headers, sanitize_html=False
        )
    except (
        ValueError,
        TypeError,
        LookupError,
        AttributeError,
        AssertionError,
    ) as error:
        reason = f"It cannot be parsed: {error}"[:300]  # the library is not total
        raise Refusal(Outcome.BROKEN, reason) from None


def _without_doctype(text: str) -> str:
    """Drop the document type, and with it entities that somebody defined for themselves."""
    start = text.find("<!DOCTYPE", 0, 2000)
    if start < 0:
        return text
    bracket, close = text.find("[", start), text.find(">", start)
    if 0 <= bracket < close:
        inner = text.find("]", bracket)
        close = text.find(">", inner) if inner >= 0 else -1
    return text[:start] + text[close + 1 :] if close >= 0 else text[:start]


def _entries(parsed: feedparser.FeedParserDict, *, base: str) -> Iterator[Entry]:
    language = str(parsed.get("feed", {}).get("language", ""))[:2].lower()
    by_guid: dict[str, Entry] = {}
    for number, item in enumerate(parsed.get("entries", [])[:_MOST_ENTRIES]):
        entry = _entry(item, language=language, base=base)
        if entry.title or entry.address or entry.summary or entry.content:
            by_guid[entry.guid or entry.address or f"#{number}"] = entry
    yield from by_guid.values()


def _entry(item: Any, *, language: str, base: str) -> Entry:
    address = _link(item, base=base)
    source = item.get("source", {})
    content = max(
        (c.get("value", "") for c in item.get("content", [])), key=len, default=""
    )
    # Asked through `dict`, since the library's own `get` makes up what is not there.
    updated = str(dict.get(item, "updated") or "")
    published = item.get("published") or updated or item.get("created") or ""
    title = str(item.get("title", ""))
    publisher = str(source.get("title", "") or item.get("publisher", ""))
    return Entry(
        title=title.removesuffix(f" - {publisher}") if publisher else title,
        address=address,
        guid=str(item.get("id", ""))[:2000],
        summary=str(item.get("summary", "")),
        content=str(content),
        published=_moment(str(published), parsed=item.get("published_parsed")),
        updated=updated or str(published),
        language=str(item.get("language", ""))[:2].lower() or language,
        byline=str(item.get("author", "")),
        publisher=publisher,
        origin=_via(item),
    )


def _link(item: Any, *, base: str) -> str:
    """Return the page of an entry, where it has one on the web.

    A guid that is no permalink is a name: WordPress writes "?p=12" there, on a host that
    may be long gone. UN News writes a counter into the link, and the page into the guid.
    """
    guid = str(item.get("id", ""))
    alternates = [
        str(link.get("href", ""))
        for link in item.get("links", [])
        if link.get("rel", "alternate") == "alternate"
        and "html" in link.get("type", "text/html")
    ]
    named = [*alternates, str(item.get("link", ""))]
    if item.get("guidislink"):
        named.append(guid)
    for address in (join(base, words) for words in named if words.strip()):
        is_comment = address.rstrip("/").endswith("/feed")
        if is_web_address(address) and not is_comment:
            return address
    return ""


def _via(item: Any) -> str:
    named = (link for link in item.get("links", []) if link.get("rel") == "via")
    return next((str(link.get("href", "")) for link in named), "")


def _moment(words: str, *, parsed: Any) -> Moment | None:
    """Read the date ourselves first: the library forgets whether the hour was given.

    Midnight and noon sharp are how feeds write a day without an hour.
    """
    moment = read_moment(words)
    if moment is None and parsed:
        moment = read_moment("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z".format(*parsed[:6]))
    if moment and (moment.at.hour % 12, moment.at.minute, moment.at.second) == (
        0,
        0,
        0,
    ):
        return Moment(moment.at, day_only=True)
    return moment


def _older(feed: Any, *, base: str) -> Question | None:
    """Return the question for older entries (RFC 5005), where the feed names their page."""
    named = {
        link.get("rel"): str(link.get("href", "")) for link in feed.get("links", [])
    }
    older = named.get("next") or named.get("prev-archive") or ""
    address = join(base, older)
    if not older or address == base or not is_web_address(address):
        return None
    return Question(address, accept=_ACCEPT, limits=FEED)


def _asked(feed: Any, text: str) -> Asked:
    """Return what the feed asks of its readers: ttl, sy:updatePeriod, hours and days off."""
    head = text[:_HEAD]
    days = {day.strip().lower()[:3] for day in _SKIPPED_DAY.findall(head)}
    return Asked(
        at_most_every=_least_wait(feed),
        not_at_hours=frozenset(int(hour) % 24 for hour in _SKIPPED_HOUR.findall(head)),
        not_on_days=frozenset(n for n, day in enumerate(_DAYS) if day in days),
    )


def _least_wait(feed: Any) -> timedelta:
    ttl = str(feed.get("ttl", ""))
    minutes = int(ttl) if ttl.isdecimal() and len(ttl) < 6 else 0
    hours = _PERIODS.get(str(feed.get("sy_updateperiod", "")).strip().lower(), 0)
    frequency = str(feed.get("sy_updatefrequency", "1"))
    often = int(frequency) if frequency.isdecimal() and len(frequency) < 6 else 1
    return max(timedelta(minutes=minutes), timedelta(hours=hours) / max(often, 1))


def _why_not(parsed: feedparser.FeedParserDict) -> str:
    error = str(parsed.get("bozo_exception", "") or "it names no feed format")
    return f"It is not a feed: {error}"[:300]
