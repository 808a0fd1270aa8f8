"""What an answer without a page means, and a connection that fails: outcome and plain words."""

from __future__ import annotations

import errno
import socket
import ssl
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from talks.ingest import walls
from talks.ingest.refusals import Outcome, Refusal

_LONGEST_RETRY = timedelta(days=1)
_STATUSES = {
    404: (Outcome.NOT_FOUND, "It is not there (404)."),
    410: (Outcome.GONE, "It is gone for good (410)."),
    408: (Outcome.TIMEOUT, "It gave up waiting (408)."),
    425: (Outcome.THROTTLED, "It asks to come later (425)."),
    429: (Outcome.THROTTLED, "It asks to come less often (429)."),
}
_FAILURES = {
    errno.ECONNREFUSED: "It takes no connections.",
    errno.ECONNRESET: "It broke the connection off.",
    errno.EPIPE: "It broke the connection off.",
    errno.ECONNABORTED: "It broke the connection off.",
    errno.EHOSTUNREACH: "No way leads to it.",
    errno.ENETUNREACH: "No way leads to it.",
    errno.EMFILE: "Too many connections are open here.",
}


def of_status(
    status: int, headers: Mapping[str, str], body: bytes, *, now: datetime
) -> Refusal:
    """Return what an answer means whose status is neither 200 nor 304."""
    again_at = _retry_after(headers.get("retry-after", ""), now=now)
    outcome, reason = _meaning(status, body, asks_us_back=again_at is not None)
    return Refusal(outcome, reason, status_code=status, again_at=again_at)


def of_failure(error: Exception) -> Refusal:
    """Return what a connection means that failed, by what made it fail."""
    cause = error.__cause__ or error.__context__ or error
    if isinstance(cause, ssl.SSLCertVerificationError):
        reason = f"Its certificate is not valid: {cause.verify_message}."
        return Refusal(Outcome.TLS, reason[:300])
    if isinstance(cause, ssl.SSLError):
        # Python sets it only where the library below named one.
        what = getattr(cause, "reason", None) or "no reason given"
        what = what.replace("_", " ").lower()
        return Refusal(Outcome.TLS, f"Its encryption is not valid: {what}."[:300])
    return Refusal(Outcome.UNREACHABLE, _in_words(cause)[:300])


def of_unknown_name(host: str, error: Exception) -> Refusal:
    """Return what it means that a name leads to no address."""
    if isinstance(error, socket.gaierror) and error.errno == socket.EAI_AGAIN:
        reason = f"Names cannot be looked up just now, {host[:200]} among them."
    else:
        reason = f"Nobody is known by the name {host[:200]}."
    return Refusal(Outcome.UNREACHABLE, reason)


def _in_words(error: BaseException) -> str:
    if isinstance(error, OSError) and error.errno in _FAILURES:
        return _FAILURES[error.errno]
    said = error.strerror if isinstance(error, OSError) else str(error)
    return f"It cannot be reached: {said or 'no reason given'}."


def _meaning(status: int, body: bytes, *, asks_us_back: bool) -> tuple[Outcome, str]:
    try:
        walls.refuse_stand_ins(body[:50_000].decode("utf-8", "replace"))
    except Refusal as wall:
        return wall.outcome, f"{wall.reason} ({status})"
    return _STATUSES.get(status) or _by_hundreds(status, asks_us_back=asks_us_back)


def _by_hundreds(status: int, *, asks_us_back: bool) -> tuple[Outcome, str]:
    if status >= 500 and asks_us_back:
        return Outcome.THROTTLED, f"It asks to come later ({status})."
    if status >= 500:
        return Outcome.SERVER_ERROR, f"The server has a fault ({status})."
    if status >= 400:
        return Outcome.REFUSED, f"It refuses us ({status})."
    return Outcome.EMPTY, f"It answers without a page ({status})."


def _retry_after(value: str, *, now: datetime) -> datetime | None:
    """Return when the server asks us back: seconds or a date, a day ahead at most."""
    if not value:
        return None
    if value.isdecimal() and value.isascii():
        wait = timedelta(seconds=min(int(value[:9]), 10**6))
        return now + min(wait, _LONGEST_RETRY)
    try:
        asked = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    asked = asked if asked.tzinfo else asked.replace(tzinfo=UTC)
    return min(max(asked, now), now + _LONGEST_RETRY)
