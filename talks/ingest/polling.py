"""One poll of one feed: claimed, asked with its validators, and ended by one outcome."""

from __future__ import annotations

import logging
import random
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from django.db import transaction

from talks.ingest import hosts, schedule
from talks.ingest.adapters import ADAPTERS
from talks.ingest.adapters.entries import Entry, Listing, Subscription
from talks.ingest.arrivals import take_in, withdraw
from talks.ingest.http import Answer, Door, Question
from talks.ingest.refusals import Outcome, Refusal
from talks.models.articles import Fetch
from talks.models.sources import Feed

# Longer than the time limit of the task that polls.
LEASE = timedelta(minutes=6)
_MOST_PAGES = 20
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Polled:
    """What a poll brought: its outcome, what it says, and the articles that wait now."""

    outcome: Outcome
    note: str = ""
    waiting: list[int] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    status_code: int | None = None
    size: int | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """What a feed would bring, without storing anything."""

    outcome: Outcome
    note: str = ""
    title: str = ""
    entries: tuple[Entry, ...] = ()


@dataclass(slots=True)
class _Heard:
    """What the other side said in the course of one poll."""

    first: Answer | None = None
    asked: schedule.Asked = field(default_factory=schedule.Asked)
    size: int = 0


def due_feeds(*, now: datetime) -> list[int]:
    """Return the feeds to poll now. One index scan, one query."""
    due = Feed.objects.due(now).order_by("next_poll_at")
    return list(due.values_list("pk", flat=True)[:500])


def make_due(feed_id: int, *, now: datetime) -> None:
    """Let a feed be polled next, whatever its schedule says."""
    Feed.objects.filter(pk=feed_id).update(next_poll_at=now)


def poll(feed_id: int, *, now: datetime, door: Door) -> Polled | None:
    """Poll the feed if it is due and nobody else does; None where that is not so."""
    claimed = Feed.objects.due(now).filter(pk=feed_id).update(claimed_until=now + LEASE)
    if not claimed:
        return None
    feed = Feed.objects.select_related("source").get(pk=feed_id)
    began, heard = time.monotonic(), _Heard()
    try:
        polled = _poll(feed, heard, now=now, door=door)
    except hosts.NotYet as busy:
        Feed.objects.filter(pk=feed_id).update(
            claimed_until=None, next_poll_at=busy.turn
        )
        return None
    except Refusal as refusal:
        polled = Polled(
            refusal.outcome, refusal.reason, status_code=refusal.status_code
        )
        heard.asked = replace(heard.asked, again_at=refusal.again_at)
    except Exception as error:  # noqa: BLE001 -- logged, recorded, tried again
        _log.exception("feed %s failed", feed_id)
        polled = Polled(Outcome.FAILED, f"{type(error).__name__}: {error}"[:500])
    _settle(feed, polled, heard, now=now, took=time.monotonic() - began)
    return polled


def preview(feed: Feed, *, now: datetime, door: Door) -> Preview:
    """Return what this feed, saved or not, would bring; it asks once and stores nothing."""
    try:
        question = ADAPTERS[feed.adapter].ask(_subscription(feed, now=now))
        answer = _visit(feed, question, door=door, now=now)
        listing = ADAPTERS[feed.adapter].read(answer)
    except hosts.NotYet as busy:
        return Preview(Outcome.THROTTLED, f"The server is being asked; {busy}.")
    except Refusal as refusal:
        return Preview(refusal.outcome, refusal.reason)
    outcome = Outcome.NEW if listing.entries else Outcome.UNCHANGED
    return Preview(outcome, title=listing.title, entries=listing.entries)


def _poll(feed: Feed, heard: _Heard, *, now: datetime, door: Door) -> Polled:
    counts: Counter[str] = Counter()
    waiting: list[int] = []
    for listing in _listings(feed, heard, now=now, door=door):
        arrived = take_in(listing.entries, feed=feed, now=now)
        withdraw(listing.withdrawn, feed=feed, now=now)
        counts += arrived.counts
        waiting += arrived.waiting
        # Older pages are for what was missed: where one report is known, nothing was.
        is_gap = feed.last_success_at is not None and not arrived.counts["unchanged"]
        if listing.more_is_older and not is_gap:
            break
    if counts["new"] or counts["copies"]:
        outcome = Outcome.NEW
    else:
        outcome = Outcome.UPDATED if counts["updated"] else Outcome.UNCHANGED
    status = heard.first.status if heard.first else None
    return Polled(
        outcome,
        waiting=waiting,
        counts=counts,
        status_code=status,
        size=heard.size or None,
    )


def _listings(
    feed: Feed, heard: _Heard, *, now: datetime, door: Door
) -> Iterator[Listing]:
    """Yield the pages of one poll; none at all where the server says nothing changed."""
    adapter = ADAPTERS[feed.adapter]
    question = adapter.ask(_subscription(feed, now=now))
    answer = _visit(feed, _conditional(question, feed), door=door, now=now)
    heard.first, heard.size = answer, len(answer.body)
    if answer.status == 304:
        return
    listing = adapter.read(replace(answer, question=question))
    heard.asked = listing.asked
    yield listing
    yield from _further(feed, listing, heard, now=now, door=door)


def _further(
    feed: Feed, listing: Listing, heard: _Heard, *, now: datetime, door: Door
) -> Iterator[Listing]:
    """Yield the pages after the first, to a cap. Older ones may fail: they are an extra."""
    adapter = ADAPTERS[feed.adapter]
    asked_before: set[tuple[str, bytes]] = set()
    for _ in range(_MOST_PAGES):
        question, is_extra = listing.more, listing.more_is_older
        if question is None or (question.address, question.body) in asked_before:
            return
        asked_before.add((question.address, question.body))
        time.sleep(question.pause)
        try:
            answer = _visit(feed, question, door=door, now=now, has_turn=True)
            listing = adapter.read(replace(answer, question=question))
        except Refusal:
            if is_extra:
                return
            raise
        heard.size += len(answer.body)
        yield listing


def _visit(
    feed: Feed, question: Question, *, door: Door, now: datetime, has_turn: bool = False
) -> Answer:
    return hosts.visit(
        door,
        question,
        now=now,
        has_turn=has_turn,
        robots_exception=feed.robots_exception,
    )


def _subscription(feed: Feed, *, now: datetime) -> Subscription:
    return Subscription(
        address=feed.address,
        now=now,
        options=feed.options if isinstance(feed.options, dict) else {},
        since=feed.last_success_at,
    )


def _conditional(question: Question, feed: Feed) -> Question:
    """Ask for what changed, with the validators exactly as the server wrote them."""
    validators = {}
    if feed.etag:
        validators["If-None-Match"] = feed.etag
    if feed.last_modified:
        validators["If-Modified-Since"] = feed.last_modified
    return replace(question, headers={**question.headers, **validators})


# ------------------------------------------------------------------- afterwards

_ENDED = {
    Outcome.NEW: schedule.Poll.NEW,
    Outcome.UPDATED: schedule.Poll.NEW,
    Outcome.UNCHANGED: schedule.Poll.NOTHING_NEW,
    Outcome.GONE: schedule.Poll.GONE,
    **dict.fromkeys(
        (
            *(Outcome.THROTTLED, Outcome.TIMEOUT, Outcome.UNREACHABLE),
            *(Outcome.SERVER_ERROR, Outcome.FAILED),
        ),
        schedule.Poll.PASSING,
    ),
}


def _settle(
    feed: Feed, polled: Polled, heard: _Heard, *, now: datetime, took: float
) -> None:
    """Write the outcome and what follows from it, in one transaction."""
    ended = _ENDED.get(polled.outcome, schedule.Poll.LASTING)
    with transaction.atomic():
        held = Feed.objects.select_for_update().get(pk=feed.pk)
        _reschedule(held, ended, heard.asked, reason=polled.note, now=now)
        if ended in {schedule.Poll.NEW, schedule.Poll.NOTHING_NEW}:
            _note_success(
                held, heard.first, has_new=bool(polled.counts["new"]), now=now
            )
        elif ended is not schedule.Poll.PASSING:
            # What came was no feed: its validators must not make it look unchanged.
            held.etag = held.last_modified = ""
        moved = _follow_moves(held, heard.first, now=now)
        held.claimed_until, held.last_polled_at = None, now
        held.save()
        Fetch.objects.create(
            feed=held,
            step=Fetch.Step.POLL,
            outcome=polled.outcome,
            note=(polled.note or moved).replace("\x00", ""),
            started_at=now,
            finished_at=now + timedelta(seconds=took),
            status_code=polled.status_code,
            size=polled.size,
            counts=dict(polled.counts),
        )


def _reschedule(
    feed: Feed,
    ended: schedule.Poll,
    asked: schedule.Asked,
    *,
    reason: str,
    now: datetime,
) -> None:
    before = schedule.State(
        interval=timedelta(minutes=feed.interval_minutes),
        next_poll_at=feed.next_poll_at,
        failures=feed.failures,
        disabled_at=feed.disabled_at,
        retired_at=feed.retired_at,
    )
    chance = random.random()  # noqa: S311 -- spreads the load, guards nothing
    after = schedule.after_poll(
        before, ended=ended, now=now, chance=chance, asked=asked
    )
    feed.interval_minutes = round(after.interval.total_seconds() / 60)
    feed.next_poll_at, feed.failures = after.next_poll_at, after.failures
    feed.disabled_at, feed.retired_at = after.disabled_at, after.retired_at
    feed.disabled_reason = reason[:300] if after.disabled_at or after.retired_at else ""


def _note_success(
    feed: Feed, answer: Answer | None, *, has_new: bool, now: datetime
) -> None:
    feed.last_success_at = now
    if has_new:
        feed.last_new_at = now
    if answer and answer.status == 200:
        etag, modified = (answer.headers.get(k, "") for k in ("etag", "last-modified"))
        feed.etag = etag if len(etag) <= 500 else ""
        feed.last_modified = modified if len(modified) <= 200 else ""


def _follow_moves(feed: Feed, answer: Answer | None, *, now: datetime) -> str:
    """Move the feed's address after three identical permanent redirects; say so."""
    if answer is None:
        return ""
    moved_to = answer.moved_to[:1000]
    feed.moved_to, feed.moved_times, follow = schedule.after_move(
        moved_to, before=feed.moved_to, times=feed.moved_times, current=feed.address
    )
    if not follow:
        return f"It says it has moved to {moved_to}." if feed.moved_to else ""
    note = f"Moved from {feed.address} to {moved_to}."
    if Feed.objects.filter(address=moved_to).exclude(pk=feed.pk).exists():
        feed.retired_at = now
        feed.disabled_reason = "It moved to the address of another feed."[:300]
    else:
        feed.address, feed.moved_to, feed.moved_times = moved_to, "", 0
    return note
