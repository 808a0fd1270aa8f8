"""Manners towards the servers we ask: their robots.txt, and a pause between two questions."""

from __future__ import annotations

import time
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.db import connection
from protego import Protego

from talks.ingest.http import Answer, Door, Limits, Question
from talks.ingest.refusals import Outcome, Refusal
from talks.models.sources import Host

_LONGEST_PAUSE = 30.0  # seconds
# So long is a turn waited for here; one further ahead is kept, for who comes back.
_PATIENCE = timedelta(seconds=3)
_ROBOTS_KEPT = timedelta(days=1)
_ROBOTS_LIMITS = Limits(in_all=20, size=500_000)
_MOST_ROBOTS = 100_000  # characters; beyond, rules are for somebody with other plans
# RFC 9309: where robots.txt is refused or missing there are no rules.
_NO_RULES = {
    *(Outcome.NOT_FOUND, Outcome.GONE, Outcome.REFUSED, Outcome.WRONG_TYPE),
    *(Outcome.EMPTY, Outcome.BROKEN, Outcome.TOO_LARGE),
}
# Reserves the next free moment and returns it: all workers queue up on this one row.
_RESERVE = """
    INSERT INTO talks_host AS host (name, next_request_at, robots)
    VALUES (%(name)s, %(now)s + make_interval(secs => %(pause)s), '')
    ON CONFLICT (name) DO UPDATE SET next_request_at =
        greatest(host.next_request_at, %(now)s) + make_interval(secs => %(pause)s)
    RETURNING next_request_at - make_interval(secs => %(pause)s)
"""


class NotYet(Exception):  # noqa: N818 -- a turn to wait for, not a mistake
    """The host is asked by others just now; a turn is kept for us at `turn`."""

    def __init__(self, turn: datetime) -> None:
        super().__init__(f"its turn is at {turn:%H:%M:%S}")
        self.turn = turn


def visit(
    door: Door,
    question: Question,
    *,
    now: datetime,
    has_turn: bool = False,
    robots_exception: str = "",
    patience: timedelta = _PATIENCE,
) -> Answer:
    """Ask the question when the host's turn comes and its robots.txt allows it.

    Wherever redirects lead, the robots.txt there is heeded too. `has_turn` says that a
    turn was kept for this question earlier and has come. Raises NotYet where the turn is
    too far ahead to wait for here, Refusal as the door does.
    """

    def allowed(address: str) -> Protego | None:
        return None if robots_exception else _allowing_rules(door, address, now=now)

    rules = allowed(question.address)
    if not has_turn:
        delay = rules.crawl_delay(door.user_agent) if rules else None
        pause = min(max(question.pause, delay or 0), _LONGEST_PAUSE)
        host = host_of(question.address)
        _wait_for_turn(host, pause=pause, patience=patience, now=now)
    return door.ask(question, now=now, may_follow=allowed)


def host_of(address: str) -> str:
    """Return the host and port that share one pause."""
    try:
        return urlsplit(address).netloc.rpartition("@")[2].lower()[:255]
    except ValueError:
        raise Refusal(Outcome.BLOCKED_ADDRESS, "Not an address.") from None


def _wait_for_turn(
    host: str, *, pause: float, patience: timedelta, now: datetime
) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_RESERVE, {"name": host, "now": now, "pause": pause})
        turn: datetime = cursor.fetchone()[0]
    if turn - now > patience:
        raise NotYet(turn)
    time.sleep(max((turn - now).total_seconds(), 0))


def _allowing_rules(door: Door, address: str, *, now: datetime) -> Protego:
    """Return the rules of the address's host. Raises Refusal where they bar it."""
    rules = _rules(door, address, now=now)
    if not rules.can_fetch(address, door.user_agent):
        reason = f"robots.txt of {host_of(address)} bars this address."
        raise Refusal(Outcome.ROBOTS, reason)
    return rules


def _rules(door: Door, address: str, *, now: datetime) -> Protego:
    """Return the host's rules, read again once a day; an old copy serves while it is down."""
    scheme, host = urlsplit(address).scheme, host_of(address)
    row, _ = Host.objects.get_or_create(name=host, defaults={"next_request_at": now})
    if row.robots_read_at is None or now - row.robots_read_at > _ROBOTS_KEPT:
        try:
            row.robots = _read_robots(door, f"{scheme}://{host}/robots.txt", now=now)
        except Refusal:
            if row.robots_read_at is None:
                raise
        row.robots_read_at = now
        row.save(update_fields=["robots", "robots_read_at"])
    return Protego.parse(row.robots)


def _read_robots(door: Door, address: str, *, now: datetime) -> str:
    try:
        answer = door.ask(Question(address, limits=_ROBOTS_LIMITS), now=now)
    except Refusal as refusal:
        if refusal.outcome in _NO_RULES:
            return ""
        raise
    text = answer.body.decode("utf-8", "replace").replace("\x00", "")
    return text[:_MOST_ROBOTS] if answer.media_type != "text/html" else ""
