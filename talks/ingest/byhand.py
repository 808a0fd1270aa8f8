"""What people give: files, addresses, pasted text. The same rows as from feeds, at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction

from talks.ingest import articles, hosts, pages
from talks.ingest.adapters import feed, sitemap
from talks.ingest.adapters.entries import Entry, Listing
from talks.ingest.attempts import Ended, record
from talks.ingest.canonical import canonical_address, is_web_address
from talks.ingest.duplicates import identity_of
from talks.ingest.http import Answer, Door, Question
from talks.ingest.moments import Moment
from talks.ingest.pages import Page
from talks.ingest.refusals import Outcome
from talks.ingest.sniffing import Kind, kind_of
from talks.models.articles import Article, Fetch
from talks.models.sources import Source

_State = Article.State


@dataclass(frozen=True, slots=True)
class Said:
    """What the giver says of a report. `day` counts where no day of publication is known."""

    source: Source
    day: date
    published: Moment | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """One report taken in, and whether it was new, an update, a copy, or known."""

    article_id: int
    outcome: Outcome


def source_by_hand() -> Source:
    """Return the source of what is given without one; made once."""
    source, _ = Source.objects.get_or_create(
        slug="by-hand",
        defaults={
            "name": "By hand",
            "name_ar": "يدويًا",
            "name_fr": "À la main",
            "kind": Source.Kind.NEWS,
            "reliability_note": "Reports given without naming their publisher.",
        },
    )
    return source


def take_document(body: bytes, *, said: Said, now: datetime) -> list[Taken]:
    """Take in what these bytes hold: a page, a text, or every entry of a feed.

    Raises Refusal for what cannot be read.
    """
    match kind_of(body):
        case Kind.FEED:
            return _take_entries(
                feed.read(Answer("", 200, {}, body)), said=said, now=now
            )
        case Kind.SITEMAP:
            return _take_entries(
                sitemap.read(Answer("", 200, {}, body)), said=said, now=now
            )
        case Kind.PAGE:
            return [_take_page(pages.read_html(body), said=said, now=now)]
        case Kind.TEXT:
            return [_take_page(pages.read_text(body), said=said, now=now)]


def take_text(text: str, *, title: str, said: Said, now: datetime) -> Taken:
    """Take in pasted text under its title."""
    return _take_page(pages.read_fragment(text, title=title), said=said, now=now)


def take_address(address: str, *, said: Said, door: Door, now: datetime) -> Taken:
    """Take in an address; its page is fetched by the pipeline.

    Raises NotAnAddressError, and Refusal for one that would never be asked: nothing is
    kept of those.
    """
    door.refuse_inside(address)
    return _take_entry(Entry(title="", address=address), said=said, now=now)


def take_feed_at(address: str, *, said: Said, door: Door, now: datetime) -> list[Taken]:
    """Take in the entries of a feed that was given as if it were a report's address."""
    answer = hosts.visit(door, Question(address), now=now, has_turn=True)
    Article.objects.filter(
        address=address, state=_State.FAILED, fetches__outcome=Outcome.IS_A_FEED
    ).delete()
    return _take_entries(feed.read(answer), said=said, now=now)


def _take_entries(listing: Listing, *, said: Said, now: datetime) -> list[Taken]:
    """Take in every entry that says something or leads somewhere."""
    return [
        _take_entry(entry, said=said, now=now)
        for entry in listing.entries
        if is_web_address(entry.address) or pages.as_text(entry.content + entry.summary)
    ]


def _take_entry(entry: Entry, *, said: Said, now: datetime) -> Taken:
    """Take what the entry itself says, if it says anything; else fetch its page."""
    words = max(entry.content, entry.summary, key=len)
    if not pages.as_text(words):
        return _take_address(entry, said=said, now=now)
    page = pages.read_fragment(words, title=entry.title)
    is_linked = is_web_address(entry.address)
    canonical = canonical_address(entry.address) if is_linked else ""
    page = pages.Page(
        title=page.title,
        text=page.text,
        byline=pages.as_line(entry.byline)[:300],
        language=entry.language,
        published=entry.published,
        canonical=canonical,
    )
    return _take_page(page, said=said, now=now, address=entry.address)


def _take_page(page: Page, *, said: Said, now: datetime, address: str = "") -> Taken:
    identity = identity_of(
        address=page.canonical,
        text=page.text,
        source=said.source.slug,
        title=page.title,
    )

    def take() -> Taken:
        article = _row(identity, address or page.canonical, page.canonical, said, now)
        outcome = articles.hold(article, page=page, now=now, language=said.language)
        record(article, Fetch.Step.FETCH, Ended(outcome, "Given by hand."), now=now)
        return Taken(article.pk, outcome)

    return _at_once(take)


def _take_address(entry: Entry, *, said: Said, now: datetime) -> Taken:
    canonical = canonical_address(entry.address)
    identity = identity_of(
        address=canonical, source=said.source.slug, title=entry.title
    )

    def take() -> Taken:
        article = _row(identity, entry.address, canonical, said, now)
        is_known = article.state in {_State.READ, _State.FETCHED}
        if not is_known:
            article.title = article.title or pages.as_line(entry.title)
            articles.wait_to_be_fetched(article, now=now)
            article.save()
        return Taken(article.pk, Outcome.UNCHANGED if is_known else Outcome.NEW)

    return _at_once(take)


def _at_once(take: Callable[[], Taken]) -> Taken:
    """Do it in one transaction; once more if somebody else stored the report meanwhile."""
    try:
        with transaction.atomic():
            return take()
    except IntegrityError:
        with transaction.atomic():
            return take()


def _row(
    identity: str, address: str, canonical: str, said: Said, now: datetime
) -> Article:
    """Return the article of this identity, with what the giver says of it.

    It is locked; a new one is stored only when all is known of it.
    """
    article = articles.find_locked(identity) or Article(
        identity=identity,
        source=said.source,
        address=address,
        canonical_address=canonical,
        found_at=now,
    )
    if article.source_id == said.source.pk:
        article.source = said.source  # spares asking for it
    if said.published and said.published.at != article.published_at:
        article.reader_version = ""  # its days mean others now: it is read again
        article.published_at = said.published.at
        article.published_day_only = said.published.day_only
    if article.published_at is None and article.counted_from is None:
        article.counted_from = said.day
    return article
