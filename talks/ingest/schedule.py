"""When to come again: one rule for feeds, one for articles. Pure; chance is handed in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum, auto

MIN, MAX = timedelta(minutes=10), timedelta(hours=24)
_DISABLE_AFTER = 10.0  # failures; a passing one counts for less than a lasting one
_SAME_MOVES = 3
_MINUTE = timedelta(minutes=1)
_ONCE_A_DAY = timedelta(days=1)
_ARTICLE_WAITS = tuple(timedelta(minutes=m) for m in (1, 10, 60, 360))


class Poll(Enum):
    """How a poll ended, as far as the next one is concerned."""

    NEW = auto()  # something new came
    NOTHING_NEW = auto()  # answered, and all was known; also 304
    PASSING = auto()  # time-outs, throttles, faults of the server
    LASTING = auto()  # refused, barred, not found, not a feed
    GONE = auto()  # 410


@dataclass(frozen=True, slots=True)
class State:
    """What the rule knows of a feed before a poll, and what it says for after."""

    interval: timedelta
    next_poll_at: datetime
    failures: float = 0
    disabled_at: datetime | None = None
    retired_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """What the other side asks of us: not before a moment, not more often than a span.

    Nor at some hours (0 to 23, UTC), nor on some days (0 is Monday).
    """

    again_at: datetime | None = None
    at_most_every: timedelta = timedelta(0)
    not_at_hours: frozenset[int] = frozenset()
    not_on_days: frozenset[int] = frozenset()


def after_poll(
    state: State, *, ended: Poll, now: datetime, chance: float, asked: Asked
) -> State:
    """Return the feed's schedule after a poll; `chance`, from 0 to 1, spreads the feeds.

    1. 410 retires it.
    2. Success clears failures and adapts the interval: half when something new came,
       a quarter more when nothing did, between ten minutes and a day.
    3. Failure lengthens the wait in step with the failures (a passing one counts a
       half), never beyond a day; at ten the system disables the feed, and it tries
       itself once a day.
    4. Up to a tenth is added by chance, so that feeds do not come in clumps.
    5. Retry-After is waited for, whatever the rest says; ttl, skipHours and skipDays for
       a day at most.
    """
    if ended is Poll.GONE:
        return replace(state, retired_at=now)
    if ended in {Poll.NEW, Poll.NOTHING_NEW}:
        interval = _adapted(state.interval, has_new=ended is Poll.NEW)
        next_state = replace(state, interval=interval, failures=0, disabled_at=None)
        wait = max(interval, min(asked.at_most_every, MAX))
    else:
        failures = state.failures + (0.5 if ended is Poll.PASSING else 1)
        is_disabled = state.disabled_at is not None or failures >= _DISABLE_AFTER
        disabled_at = (state.disabled_at or now) if is_disabled else None
        next_state = replace(state, failures=failures, disabled_at=disabled_at)
        wait = _ONCE_A_DAY if is_disabled else _backed_off(state.interval, failures)
    next_poll_at = now + wait * (1 + 0.1 * chance)
    if asked.again_at:
        next_poll_at = max(next_poll_at, asked.again_at + _MINUTE * chance)
    return replace(next_state, next_poll_at=_out_of_skipped(next_poll_at, asked))


def _out_of_skipped(moment: datetime, asked: Asked) -> datetime:
    """Return the next full hour that is not asked to be skipped, a day ahead at most."""
    for hours in range(25):
        later = moment + timedelta(hours=hours)
        is_skipped = later.hour in asked.not_at_hours
        if not is_skipped and later.weekday() not in asked.not_on_days:
            return later
    return moment


def after_move(
    moved_to: str, *, before: str, times: int, current: str
) -> tuple[str, int, bool]:
    """Return where permanent redirects lead, how often in a row, and whether to follow.

    Three identical answers move the feed's address for good: one may be a captive portal.
    """
    if not moved_to or moved_to == current:
        return "", 0, False
    times = times + 1 if moved_to == before else 1
    return moved_to, times, times >= _SAME_MOVES


def article_wait(attempts: int, *, chance: float) -> timedelta:
    """Return how long to let an article rest after its n-th failed try."""
    wait = _ARTICLE_WAITS[min(max(attempts, 1), len(_ARTICLE_WAITS)) - 1]
    return wait * (1 + 0.5 * chance)


def _adapted(interval: timedelta, *, has_new: bool) -> timedelta:
    return min(max(interval * (0.5 if has_new else 1.25), MIN), MAX)


def _backed_off(interval: timedelta, failures: float) -> timedelta:
    """In step with the failures: doubling each time is too much for long intervals."""
    return min(max(interval, MIN) * max(failures, 1), MAX)
