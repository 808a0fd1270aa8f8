"""Entries of a feed become articles: new ones, updates of known ones, and what is passed over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from urllib.parse import urlsplit

from django.db import transaction
from django.db.models import Q

from talks.ingest import articles, pages
from talks.ingest.adapters.entries import Entry
from talks.ingest.canonical import NotAnAddressError, canonical_address
from talks.ingest.duplicates import identity_of
from talks.ingest.pages import Page
from talks.ingest.refusals import Outcome
from talks.models.articles import Article
from talks.models.sources import Feed

_State = Article.State
_BATCH = 500
# A feed that carries its reports whole saves us the page; a teaser does not.
_WHOLE, _WORTH_KEEPING = 150, 12  # words
_TEASER = re.compile(
    r"(?:\[?(?:…|\.\.\.)\]?|read more|continue reading|lire la suite|اقرأ المزيد)\W*\Z"
    r"|The post .{1,300} appeared first on .{1,200}\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Arrival:
    """An entry with what it is known by."""

    entry: Entry
    identity: str
    address: str
    canonical: str
    seen_as: str
    text: str


@dataclass(frozen=True, slots=True)
class Arrived:
    """What came of a feed's entries, and the articles that now wait for a worker."""

    counts: Counter[str]
    waiting: list[int]


class Fate(StrEnum):
    """What would become of an entry."""

    NEW = "new"
    KNOWN = "known"
    SKIPPED = "skipped"


def take_in(entries: Iterable[Entry], *, feed: Feed, now: datetime) -> Arrived:
    """Note every entry once; safe to stop anywhere and to run again."""
    counts: Counter[str] = Counter()
    waiting: list[int] = []
    arrivals: dict[str, Arrival] = {}
    for entry in entries:
        arrival = _arrival(entry, feed)
        if arrival is None:
            counts["skipped"] += 1
        else:
            arrivals[arrival.identity] = arrival
    in_order = list(arrivals.values())
    for start in range(0, len(in_order), _BATCH):
        batch = in_order[start : start + _BATCH]
        waiting += _take_batch(batch, counts, feed=feed, now=now)
    return Arrived(counts, waiting)


def foresee(entries: Iterable[Entry], *, feed: Feed) -> list[Fate]:
    """Say of each entry what taking it in would do, in one query and without storing.

    Copies of another publisher's report are only told once their text is held.
    """
    arrivals = [_arrival(entry, feed) for entry in entries]
    identities = {arrival.identity for arrival in arrivals if arrival}
    rows = Article.objects.filter(identity__in=identities)
    known = set(rows.values_list("identity", flat=True))
    return [_fate(arrival, known) for arrival in arrivals]


def _fate(arrival: Arrival | None, known: set[str]) -> Fate:
    if arrival is None:
        return Fate.SKIPPED
    return Fate.KNOWN if arrival.identity in known else Fate.NEW


def withdraw(guids: Sequence[str], *, feed: Feed, now: datetime) -> None:
    """Note that the publisher took these reports back; what they said stays on record."""
    if guids:
        named = Article.objects.filter(feed=feed, guid__in=guids, withdrawn_at=None)
        named.update(withdrawn_at=now)


def _arrival(entry: Entry, feed: Feed) -> Arrival | None:
    """Return what an entry is known by, or None for one that is not for us."""
    text = pages.as_text(max(entry.content, entry.summary, key=len))
    title = pages.as_line(entry.title)
    if not _is_wanted(f"{title} {text}", feed):
        return None
    canonical = _canonical(entry)
    if not canonical and not (title and text):
        return None
    identity = identity_of(
        address=canonical, text=text, source=feed.source.slug, title=title
    )
    whole = text if is_whole(text) else ""
    seen = "\x1f".join([title, entry.updated, whole])
    seen_as = sha256(seen.encode("utf-8", "surrogatepass")).hexdigest()
    address = entry.address if canonical else ""
    return Arrival(entry, identity, address, canonical, seen_as, text)


def is_whole(text: str) -> bool:
    """Tell whether this is the whole report, and not its beginning."""
    return len(text.split()) >= _WHOLE and not _TEASER.search(text[-600:])


def _is_wanted(words: str, feed: Feed) -> bool:
    """Tell whether an entry has one of the words its feed is narrowed by, if it is."""
    wanted = feed.options.get("words", []) if isinstance(feed.options, dict) else []
    return not wanted or any(str(w).casefold() in words.casefold() for w in wanted)


def _canonical(entry: Entry) -> str:
    """Return the address of the first publication where one is named, else the entry's."""
    for address in (entry.origin, entry.address):
        try:
            canonical = canonical_address(address)
        except NotAnAddressError:
            continue
        # An origin that is somebody's front page names no report.
        if address == entry.address or urlsplit(canonical).path != "/":
            return canonical
    return ""


def _take_batch(
    batch: Sequence[Arrival], counts: Counter[str], *, feed: Feed, now: datetime
) -> list[int]:
    known = _known(batch, feed)
    fresh = [arrival for arrival in batch if arrival.identity not in known]
    waiting = _found(
        [a for a in fresh if a.address and not is_whole(a.text)], feed, now
    )
    counts["new"] += len(waiting)
    for arrival in fresh:
        if not arrival.address or is_whole(arrival.text):
            waiting += _held(arrival, counts, feed=feed, now=now)
    for arrival in batch:
        if (article := known.get(arrival.identity)) is not None:
            waiting += _seen_again(article, arrival, counts, now=now)
    return waiting


def _known(batch: Sequence[Arrival], feed: Feed) -> dict[str, Article]:
    """Return the articles we have of these, by the arrival's identity.

    One that came under another address is known by its guid, if its title is the same
    too: some sites mend slugs, others use a guid twice.
    """
    by_identity = Q(identity__in=[arrival.identity for arrival in batch])
    guids = [arrival.entry.guid for arrival in batch if arrival.entry.guid]
    rows = Article.objects.filter(by_identity | Q(feed=feed, guid__in=guids)).only(
        *("identity", "guid", "title", "feed", "state", "seen_as", "address")
    )
    known = {row.identity: row for row in rows}
    by_guid = {
        (row.guid, row.title): row
        for row in rows
        if row.guid and row.feed_id == feed.pk
    }
    for arrival in batch:
        named = (arrival.entry.guid, pages.as_line(arrival.entry.title))
        if arrival.identity not in known and named in by_guid:
            known[arrival.identity] = by_guid[named]
    return known


def _found(fresh: Sequence[Arrival], feed: Feed, now: datetime) -> list[int]:
    """Store articles to be fetched; what another feed stored meanwhile stays as it is."""
    rows = [_row(arrival, feed, now) for arrival in fresh]
    Article.objects.bulk_create(rows, ignore_conflicts=True)
    mine = Article.objects.filter(
        identity__in=[row.identity for row in rows], feed=feed, found_at=now
    )
    return list(mine.order_by("id").values_list("pk", flat=True))


def _row(arrival: Arrival, feed: Feed, now: datetime) -> Article:
    """Return the article as its feed announces it.

    The feed's own words are kept as its text: should the page be closed to us, they are
    what is read.
    """
    entry = arrival.entry
    title = pages.as_line(entry.title)[:500]
    kept = arrival.text if len(arrival.text.split()) >= _WORTH_KEEPING else ""
    article = Article(
        source=feed.source,
        feed=feed,
        identity=arrival.identity,
        address=arrival.address,
        canonical_address=arrival.canonical,
        guid=entry.guid,
        seen_as=arrival.seen_as,
        title=title,
        text=f"{title}\n\n{kept}".strip() if kept else "",
        byline=pages.as_line(entry.byline or entry.publisher)[:300],
        language=(entry.language or feed.language)[:3],
        found_at=now,
        next_attempt_at=now,
    )
    articles.note_moment(article, entry.published, now=now)
    return article


def _held(
    arrival: Arrival, counts: Counter[str], *, feed: Feed, now: datetime
) -> list[int]:
    """Store an article whose text its feed carries."""
    with transaction.atomic():
        row = _row(arrival, feed, now)
        row.text = ""
        Article.objects.bulk_create([row], ignore_conflicts=True)
        article = Article.objects.select_for_update().get(identity=arrival.identity)
        if article.fingerprint:
            counts["unchanged"] += 1
            return []
        outcome = articles.hold(article, page=_page(arrival), now=now)
    counts["copies" if outcome == Outcome.COPY else "new"] += 1
    return [article.pk] if article.next_attempt_at else []


def _page(arrival: Arrival) -> Page:
    entry = arrival.entry
    page = pages.read_fragment(arrival.text, title=entry.title)
    return Page(
        title=page.title,
        text=page.text,
        byline=pages.as_line(entry.byline or entry.publisher)[:300],
        language=entry.language,
        published=entry.published,
    )


def _seen_again(
    known: Article, arrival: Arrival, counts: Counter[str], *, now: datetime
) -> list[int]:
    """Note that an entry came again; if it looks different, its story was updated."""
    is_cited = known.state == _State.CITED
    if known.seen_as == arrival.seen_as and not is_cited:
        counts["unchanged"] += 1
        return []
    with transaction.atomic():
        article = Article.objects.select_for_update().get(pk=known.pk)
        looked_otherwise = bool(article.seen_as) or is_cited
        article.seen_as = arrival.seen_as
        if not looked_otherwise:  # it came by another way; now its feed knows it too
            article.save(update_fields=["seen_as"])
            counts["unchanged"] += 1
            return []
        if is_whole(arrival.text):
            outcome = articles.hold(article, page=_page(arrival), now=now)
        else:
            article.address = arrival.address or article.address
            articles.wait_to_be_fetched(article, now=now)
            article.save()
            outcome = Outcome.UPDATED
    counts["new" if is_cited else str(outcome.value)] += 1
    return [article.pk] if article.next_attempt_at else []
