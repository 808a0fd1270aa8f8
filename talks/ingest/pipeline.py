"""The steps one article goes through: fetch its page, then read its text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from talks.detect.article import read as read_article
from talks.detect.findings import Findings
from talks.ingest import articles, hosts, pages, suggestions
from talks.ingest.attempts import Ended, Step, run
from talks.ingest.gazetteer import current_gazetteer
from talks.ingest.http import Answer, Door, Question
from talks.ingest.pages import Page
from talks.ingest.refusals import Outcome, Refusal
from talks.ingest.sniffing import Kind, kind_of
from talks.models.articles import Article, Fetch

_State = Article.State
_READ = {"en", "ar", "fr"}  # what the reader reads; it tells the rest itself
# There are other reports to fetch meanwhile: a worker that slept for its turn at one host
# would leave the others idle.
_PATIENCE = timedelta(seconds=0.2)
# What reading changes of an article. Writing its text or language again, even unchanged,
# would have the search index made anew.
_NOTED = (
    *("relevant", "relevance_reason", "reader_version"),
    *("state", "next_attempt_at", "attempts"),
)
_ACCEPT = "text/html, application/xhtml+xml, text/plain;q=0.8, */*;q=0.1"


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came, and taken apart."""

    answer: Answer
    page: Page


def advance(article_id: int, *, now: datetime, door: Door) -> timedelta | None:
    """Take the article's next step; return how soon to come back, None for not now.

    Safe to call at any time and from many places: one of them does the step.
    """
    state = (
        Article.objects.filter(pk=article_id).values_list("state", flat=True).first()
    )
    if state == _State.FOUND:
        return fetch(article_id, now=now, door=door)
    if state == _State.FETCHED:
        return read(article_id, now=now)
    return None


def fetch(article_id: int, *, now: datetime, door: Door) -> timedelta | None:
    """Fetch the article's page, and see whether it is a copy of one that is held."""

    def work(article: Article) -> Fetched:
        return _fetch(article, door=door, now=now)

    def settle(article: Article, fetched: Fetched) -> Ended:
        return _hold(article, fetched, now=now)

    step = Step(Fetch.Step.FETCH, _State.FOUND, work, settle)
    return run(step, article_id, now=now)


def read(article_id: int, *, now: datetime) -> timedelta | None:
    """Read the article's text, and store what it says as suggestions."""

    def settle(article: Article, findings: Findings) -> Ended:
        return _note(article, findings, now=now)

    return run(
        Step(Fetch.Step.READ, _State.FETCHED, _read, settle), article_id, now=now
    )


def _fetch(article: Article, *, door: Door, now: datetime) -> Fetched:
    answer = hosts.visit(
        door,
        Question(article.address, accept=_ACCEPT),
        now=now,
        has_turn=article.turn_at is not None and article.turn_at <= now,
        robots_exception=article.feed.robots_exception if article.feed else "",
        patience=_PATIENCE,
    )
    match kind_of(answer.body, media_type=answer.media_type):
        case Kind.FEED:
            raise Refusal(Outcome.IS_A_FEED, "It is a feed, not a report.")
        case Kind.TEXT:
            page = pages.read_text(answer.body, declared=answer.charset)
        case _:
            page = pages.read_html(
                answer.body, declared=answer.charset, address=answer.address
            )
    return Fetched(answer, page)


def _hold(article: Article, fetched: Fetched, *, now: datetime) -> Ended:
    article.turn_at = None
    outcome = articles.hold(article, page=fetched.page, now=now)
    answer = fetched.answer
    moved = hosts.host_of(answer.address) != hosts.host_of(article.address)
    return Ended(
        outcome,
        note=f"Answered by {hosts.host_of(answer.address)}." if moved else "",
        status_code=answer.status,
        size=len(answer.body),
    )


def _read(article: Article) -> Findings:
    counted_from = article.counted_from or article.found_at.date()
    published = article.published_at.date() if article.published_at else counted_from
    return read_article(
        article.text,
        published=published,
        language=article.language if article.language in _READ else None,
        gazetteer=current_gazetteer(),
        title=article.title or None,
    )


def _note(article: Article, findings: Findings, *, now: datetime) -> Ended:
    stored = suggestions.store(article, findings=findings, now=now)
    article.relevant = findings.relevant
    article.relevance_reason = findings.relevance_reason[:300]
    article.reader_version = findings.reader_version
    article.state, article.next_attempt_at = _State.READ, None
    article.attempts = 0
    noted = [*_NOTED]
    if not article.language:
        article.language = findings.language[:3]
        noted.append("language")
    article.save(update_fields=noted)
    counts = {
        "added": stored.added,
        "changed": stored.changed,
        "withdrawn": stored.withdrawn,
    }
    outcome = Outcome.READ if findings.relevant else Outcome.IRRELEVANT
    return Ended(outcome, note=findings.relevance_reason[:500], counts=counts)
