"""Article rows as reports come in: found by address, held with text, updated, or copies."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from talks.detect.language import find_language
from talks.ingest.duplicates import find_original, identity_of, print_of
from talks.ingest.moments import Moment
from talks.ingest.pages import Page
from talks.ingest.refusals import Outcome
from talks.ingest.versions import keep_version, move_quotes
from talks.ingest.wires import find_wire
from talks.models.articles import Article

_State = Article.State
# Clocks differ and zones are misread, but nobody publishes two days ahead.
_AHEAD = timedelta(days=1)


def hold(article: Article, *, page: Page, now: datetime, language: str = "") -> Outcome:
    """Give the article this page's text; call in a transaction, with its row locked or new.

    Returns NEW or UPDATED (it now waits to be read), COPY, or UNCHANGED. `language` is
    what a person said; otherwise the text itself tells.
    """
    printed = print_of(page.text)
    was_held = bool(article.fingerprint)
    note_moment(article, page.published, now=now)
    if was_held and article.fingerprint == printed.fingerprint:
        return _settle(article, Outcome.UNCHANGED, now=now)
    if was_held:
        keep_version(article, now=now)
    article.title, article.text = page.title or article.title, page.text
    article.byline = page.byline
    article.language = _language(page, said=language or article.language)
    article.fingerprint, article.bands = printed.fingerprint, printed.bands
    article.wire_origin = find_wire(
        page.text, byline=page.byline, publisher=article.source.name
    )
    article.duplicate_of = _elsewhere(article, page) or find_original(article)
    if was_held:
        move_quotes(article)
    if article.duplicate_of:
        return _settle(article, Outcome.COPY, now=now)
    return _settle(article, Outcome.UPDATED if was_held else Outcome.NEW, now=now)


def find_locked(identity: str) -> Article | None:
    """Return the article of this identity, its row locked, if we have it."""
    rows = "SELECT * FROM talks_article WHERE identity = %s FOR UPDATE"
    return next(iter(Article.objects.raw(rows, [identity])), None)


def wait_to_be_read(article: Article, *, now: datetime) -> None:
    """Let the article, whose text is held, be read next."""
    article.state, article.attempts = _State.FETCHED, 0
    article.next_attempt_at, article.sent_at = now, None


def wait_to_be_fetched(article: Article, *, now: datetime) -> None:
    """Let the article's page be fetched next."""
    article.state, article.attempts = _State.FOUND, 0
    article.next_attempt_at, article.sent_at, article.reason = now, None, ""


def send_again(article_id: int, *, now: datetime) -> bool:
    """Give a failed article, or one set aside, another five tries; tell whether it was one."""
    with transaction.atomic():
        article = (
            Article.objects.select_for_update()
            .filter(pk=article_id, state__in=[_State.FAILED, _State.SET_ASIDE])
            .first()
        )
        if article is None:
            return False
        again = wait_to_be_read if article.fingerprint else wait_to_be_fetched
        again(article, now=now)
        article.reason = ""
        article.save()
    return True


def _settle(article: Article, outcome: Outcome, *, now: datetime) -> Outcome:
    """Save the row. Text not read yet waits for that; a copy needs no reading."""
    article.fetched_at = now
    is_done = outcome == Outcome.COPY or bool(
        outcome == Outcome.UNCHANGED
        and (article.reader_version or article.duplicate_of_id)
    )
    if not is_done:
        article.reason = ""
        wait_to_be_read(article, now=now)
    else:
        article.state, article.next_attempt_at = _State.READ, None
        article.attempts, article.reason = 0, ""
    article.save()
    return outcome


def _elsewhere(article: Article, page: Page) -> Article | None:
    """Return the report that the page itself names as its canonical address, if we have it."""
    if not page.canonical:
        return None
    identity = identity_of(address=page.canonical, source="", title="")
    other = Article.objects.filter(identity=identity).exclude(pk=article.pk).first()
    if other is None or other.state == _State.CITED:
        return None
    original = other.duplicate_of or other
    return None if original == article else original


def note_moment(article: Article, found: Moment | None, *, now: datetime) -> None:
    """Take the moment of publication where it is better than what is known."""
    if found is None or found.at > now + _AHEAD:
        return
    if article.published_at is None or (
        article.published_day_only and not found.day_only
    ):
        article.published_at, article.published_day_only = found.at, found.day_only


def _language(page: Page, *, said: str) -> str:
    """Return what a person or feed said, else what the text tells, else what the page claims."""
    told = find_language(page.text)
    return said or (told if told != "und" else page.language[:3])
