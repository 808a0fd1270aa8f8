"""One try at one step of one article: claimed by one worker, ended by exactly one outcome.

The row is the claim. A worker that dies leaves a claim that runs out; the sweep then
sends the article again. After five tries without an end it is set aside.
"""

from __future__ import annotations

import json
import logging
import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from time import monotonic
from typing import Any, Generic, TypeVar

from django.db import connection, transaction
from django.db.models import F

from talks.ingest import schedule
from talks.ingest.articles import wait_to_be_read
from talks.ingest.hosts import NotYet
from talks.ingest.refusals import Outcome, Refusal
from talks.models.articles import Article, Fetch

MOST_TRIES = 5
# Longer than the time limit of the task, so that a claim never outlives its worker
# while that is still at work.
LEASE = timedelta(seconds=90)
_SENT_AGAIN_AFTER = timedelta(minutes=3)
_MOST_SENT = 500
_LONGEST_REASON = 500

# Plain SQL for what is asked once a step: Django's compiler takes longer over it than the
# database.
_CLAIM = """
    UPDATE talks_article SET attempts = attempts + 1, next_attempt_at = %(until)s
    WHERE id = %(id)s AND state = %(state)s AND next_attempt_at <= %(now)s
        AND attempts < %(most)s
    RETURNING *
"""
_STILL_OURS = """
    SELECT * FROM talks_article
    WHERE id = %(id)s AND state = %(state)s AND attempts = %(attempts)s
    FOR UPDATE
"""
_RECORD = """
    INSERT INTO talks_fetch (article_id, step, outcome, note, started_at, finished_at,
        status_code, size, counts)
    VALUES (%(article)s, %(step)s, %(outcome)s, %(note)s, %(started_at)s,
        %(finished_at)s, %(status_code)s, %(size)s, %(counts)s)
"""

_State = Article.State
_log = logging.getLogger(__name__)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Step(Generic[T]):
    """What is done to an article in one state.

    `work` may take long and runs outside any transaction; `settle` writes its result in
    one, on the locked row, and names the outcome.
    """

    name: Fetch.Step
    state: Article.State
    work: Callable[[Article], T]
    settle: Callable[[Article, T], Ended]


@dataclass(frozen=True, slots=True)
class Ended:
    """How a try ended, for its row in the record."""

    outcome: Outcome
    note: str = ""
    status_code: int | None = None
    size: int | None = None
    counts: dict[str, int] | None = None


def run(step: Step[T], article_id: int, *, now: datetime) -> timedelta | None:
    """Try the step if nobody else does; return how soon to come back to the article.

    None means: not now; the sweep will bring it up when it is due, or it is done.
    """
    article = _claim(step, article_id, now=now)
    if article is None:
        return None
    began = monotonic()
    try:
        result = step.work(article)
        settle = lambda held: step.settle(held, result)  # noqa: E731
    except NotYet as busy:
        return _postpone(article, turn=busy.turn, now=now)
    except Refusal as refusal:
        settle = _refused(refusal, now=now)
    except Exception as error:  # noqa: BLE001 -- logged, recorded, tried again
        # Whatever a page provokes is an outcome of this article, not the worker's end.
        _log.exception("article %s: %s failed", article_id, step.name)
        reason = f"{type(error).__name__}: {error}"
        settle = _refused(Refusal(Outcome.FAILED, reason), now=now)
    return _end(article, step, settle, now=now, took=monotonic() - began)


def due_articles(*, now: datetime) -> list[int]:
    """Return articles to tell a worker of, the longest waiting first, and note that.

    A message is only a hint: one that was sent lately is not repeated, so that a slow
    queue does not fill up with the same names.
    """
    with transaction.atomic():
        waiting = (
            Article.objects.waiting(now)
            .exclude(sent_at__gt=now - _SENT_AGAIN_AFTER)
            .order_by("next_attempt_at")
            .select_for_update(skip_locked=True)
        )
        ids = list(waiting.values_list("pk", flat=True)[:_MOST_SENT])
        Article.objects.filter(pk__in=ids).update(sent_at=now)
    return ids


def _claim(step: Step[T], article_id: int, *, now: datetime) -> Article | None:
    """Take the article for as long as the lease runs; one of many workers succeeds."""
    asked = {
        "id": article_id,
        "state": step.state.value,
        "now": now,
        "until": now + LEASE,
        "most": MOST_TRIES,
    }
    if claimed := next(iter(Article.objects.raw(_CLAIM, asked)), None):
        return claimed
    waiting = Article.objects.waiting(now).filter(pk=article_id, state=step.state)
    if exhausted := waiting.filter(attempts__gte=MOST_TRIES).first():
        _set_aside_silent(exhausted, now=now)
    return None


def _end(
    article: Article,
    step: Step[T],
    settle: Callable[[Article], Ended],
    *,
    now: datetime,
    took: float,
) -> timedelta | None:
    """Write result and outcome in one transaction, if the claim is still ours."""
    claim = {
        "id": article.pk,
        "state": step.state.value,
        "attempts": article.attempts,
    }
    with transaction.atomic():
        held = next(iter(Article.objects.raw(_STILL_OURS, claim)), None)
        if held is None:
            return None
        ended = settle(held)
        record(held, step.name, ended, now=now, took=took)
    is_due = held.next_attempt_at is not None and held.next_attempt_at <= now
    return timedelta(0) if is_due else None


def record(
    article: Article,
    step: Fetch.Step,
    ended: Ended,
    *,
    now: datetime,
    took: float = 0,
) -> None:
    """Note how a step of an article ended."""
    noted: dict[str, Any] = {
        "article": article.pk,
        "step": step.value,
        "outcome": ended.outcome.value,
        "note": ended.note,
        "started_at": now,
        "finished_at": now + timedelta(seconds=took),
        "status_code": ended.status_code,
        "size": ended.size,
        "counts": json.dumps(ended.counts or {}),
    }
    with connection.cursor() as cursor:
        cursor.execute(_RECORD, noted)


def _postpone(article: Article, *, turn: datetime, now: datetime) -> timedelta:
    """Give the try back: the host was busy, nothing was asked."""
    Article.objects.filter(
        pk=article.pk, state=article.state, attempts=article.attempts
    ).update(attempts=F("attempts") - 1, next_attempt_at=turn, turn_at=turn)
    return turn - now


def _refused(refusal: Refusal, *, now: datetime) -> Callable[[Article], Ended]:
    def settle(article: Article) -> Ended:
        reason = refusal.reason.replace("\x00", "")[:_LONGEST_REASON]
        article.reason, article.turn_at = reason, None
        if refusal.may_pass and article.attempts < MOST_TRIES:
            _rest(article, refusal, now=now)
        elif article.fingerprint and article.state == _State.FOUND:
            # It is the update that cannot be had; the text we hold stays read.
            article.state, article.next_attempt_at = _State.READ, None
            article.reason = f"An update could not be fetched. {reason}"
        elif article.text and not article.fingerprint:
            # The page is closed to us: what its feed says of it is better than nothing.
            wait_to_be_read(article, now=now)
            article.reason = f"Only what its feed says was read. {reason}"
        else:
            _stop(article, set_aside=refusal.may_pass)
        article.save()
        return Ended(refusal.outcome, note=reason, status_code=refusal.status_code)

    return settle


def _rest(article: Article, refusal: Refusal, *, now: datetime) -> None:
    wait = schedule.article_wait(article.attempts, chance=random.random())  # noqa: S311
    article.next_attempt_at = max(now + wait, refusal.again_at or now)
    article.sent_at = None


def _stop(article: Article, *, set_aside: bool) -> None:
    article.state = _State.SET_ASIDE if set_aside else _State.FAILED
    article.next_attempt_at = None
    if set_aside:
        article.reason = f"Set aside after {article.attempts} tries. {article.reason}"


def _set_aside_silent(article: Article, *, now: datetime) -> None:
    """Set aside what was tried five times without any answer: each time the worker died."""
    reason = f"The worker stopped during each of {article.attempts} tries."
    with transaction.atomic():
        stopped = Article.objects.filter(
            pk=article.pk, state=article.state, attempts=article.attempts
        ).update(state=_State.SET_ASIDE, next_attempt_at=None, reason=reason)
        if stopped:
            is_reading = article.state == _State.FETCHED
            step = Fetch.Step.READ if is_reading else Fetch.Step.FETCH
            record(article, step, Ended(Outcome.FAILED, reason), now=now)
