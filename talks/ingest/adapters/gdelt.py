"""GDELT DOC 2.0: addresses and titles of articles anywhere that match a query."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from talks.ingest.adapters.entries import Entry, Listing, Subscription
from talks.ingest.canonical import is_web_address
from talks.ingest.decoding import decode, read_json
from talks.ingest.http import FEED, Answer, Question
from talks.ingest.refusals import Outcome, Refusal
from talks.ingest.schedule import Asked

_MOST_ROWS = 250
_PAUSE = 6  # seconds; five are demanded, strictly
_FIRST_LOOK_BACK, _LONGEST_WINDOW = timedelta(days=1), timedelta(days=60)
_OVERLAP = timedelta(hours=1)
_LANGUAGES = {"English": "en", "Arabic": "ar", "French": "fr"}
_LEAST_WAIT = timedelta(minutes=15)


def ask(subscription: Subscription) -> Question:
    """Return the query for what was seen since the last poll."""
    query = str(subscription.options.get("query", "")).strip()
    if not query:
        reason = "GDELT needs a query; put it into the feed's options."
        raise Refusal(Outcome.NOT_CONFIGURED, reason)
    now = subscription.now
    since = max(
        (subscription.since or now - _FIRST_LOOK_BACK) - _OVERLAP, now - _LONGEST_WINDOW
    )
    asked = {
        "query": query,
        "mode": "artlist",
        "format": "json",
        "maxrecords": _MOST_ROWS,
        "sort": "datedesc",
        "startdatetime": f"{since:%Y%m%d%H%M%S}",
        "enddatetime": f"{now:%Y%m%d%H%M%S}",
    }
    base = subscription.address.partition("?")[0]
    return Question(
        f"{base}?{urlencode(asked)}",
        accept="application/json",
        limits=FEED,
        pause=_PAUSE,
    )


def read(answer: Answer) -> Listing:
    """Return what GDELT lists. `{}` is an empty result; plain text is never one."""
    text = decode(answer.body, declared=answer.charset)
    try:
        found = read_json(text)
    except (ValueError, RecursionError):
        raise _complaint(text) from None
    rows = found.get("articles", []) if isinstance(found, dict) else None
    if not isinstance(rows, list):
        raise Refusal(Outcome.BROKEN, "GDELT's answer is not a list of articles.")
    entries = (_entry(row) for row in rows if isinstance(row, dict))
    kept = tuple(entry for entry in entries if is_web_address(entry.address))
    return Listing(kept, asked=Asked(at_most_every=_LEAST_WAIT))


def _complaint(text: str) -> Refusal:
    """Return what GDELT says in words, with status 200: come less often, or ask better."""
    words = " ".join(text.split())[:200]
    if "limit requests" in words.lower():
        return Refusal(Outcome.THROTTLED, f'GDELT says "{words}"')
    return Refusal(Outcome.BROKEN, f'GDELT says "{words}"')


def _entry(row: dict[str, Any]) -> Entry:
    """Return an article. Its `seendate` is when GDELT saw it: no date of publication."""
    return Entry(
        title=str(row.get("title", "")),
        address=str(row.get("url", "")),
        updated="",
        language=_LANGUAGES.get(str(row.get("language", "")), ""),
        publisher=str(row.get("domain", "")),
    )
