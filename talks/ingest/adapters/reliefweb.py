"""ReliefWeb API v2: reports on Libya with their text, by name of an approved application."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from talks.ingest.adapters.entries import Entry, Listing, Subscription
from talks.ingest.decoding import read_json
from talks.ingest.http import FEED, Answer, Question
from talks.ingest.moments import read_moment
from talks.ingest.refusals import Outcome, Refusal

_ROWS, _MOST_ROWS = 100, 1000
# Editors mend reports after the fact: each poll looks back two days behind the last.
_OVERLAP = timedelta(hours=48)
_FIRST_LOOK_BACK = timedelta(days=7)
_NO_TEXT = {"Map", "Infographic"}
_FIELDS = (
    *("title", "body-html", "body", "url", "url_alias", "origin", "status"),
    *("date.original", "date.created", "date.changed"),
    *("source.name", "source.shortname", "format.name", "language.code"),
)


def ask(subscription: Subscription) -> Question:
    """Return the first page of what changed since the last poll."""
    appname = str(subscription.options.get("appname", "")).strip()
    if not appname:
        reason = "ReliefWeb needs an approved appname; put it into the feed's options."
        raise Refusal(Outcome.NOT_CONFIGURED, reason)
    since = (subscription.since or subscription.now - _FIRST_LOOK_BACK) - _OVERLAP
    base = subscription.address.partition("?")[0]
    return Question(
        f"{base}?{urlencode({'appname': appname})}",
        accept="application/json",
        headers={"Content-Type": "application/json"},
        body=json.dumps(_query(subscription, since=since)).encode(),
        limits=FEED,
    )


def read(answer: Answer) -> Listing:
    """Return what a page of the API lists, and the question for the next one."""
    page = _parsed(answer)
    rows = [row for row in page["data"] if isinstance(row, dict)]
    entries = tuple(entry for row in rows if (entry := _entry(row)))
    return Listing(entries, more=_more(page, asked=answer.question))


def _query(subscription: Subscription, *, since: datetime) -> dict[str, Any]:
    conditions = [
        {
            "field": "country.iso3",
            "value": subscription.options.get("country", "lby"),
        },
        {
            "field": "language.code",
            "value": subscription.options.get("languages", ["en", "ar", "fr"]),
        },
        {"field": "date.changed", "value": {"from": since.isoformat()}},
    ]
    return {
        "filter": {"operator": "AND", "conditions": conditions},
        "fields": {"include": _FIELDS},
        "sort": ["date.changed:asc"],
        "limit": _ROWS,
        "offset": 0,
    }


def _more(page: dict[str, Any], *, asked: Question) -> Question | None:
    """Return the question for the next rows, up to the end or to a cap for one poll."""
    query = json.loads(asked.body)
    offset, total = query["offset"] + _ROWS, page.get("totalCount", 0)
    if (
        not page["data"]
        or not isinstance(total, int)
        or offset >= min(total, _MOST_ROWS)
    ):
        return None
    body = json.dumps({**query, "offset": offset}).encode()
    return replace(asked, body=body)


def _parsed(answer: Answer) -> dict[str, Any]:
    try:
        page = read_json(answer.body.decode())
    except (ValueError, RecursionError):
        reason = "ReliefWeb answered a page in place of data: it throttles us."
        raise Refusal(Outcome.THROTTLED, reason) from None
    if not isinstance(page, dict) or not isinstance(page.get("data"), list):
        raise Refusal(Outcome.BROKEN, "ReliefWeb's answer has no data.")
    return page


def _entry(row: dict[str, Any]) -> Entry | None:
    """Return a report; maps and infographics have no text, and a PDF-only one has its title."""
    fields = row.get("fields")
    if not isinstance(fields, dict):
        return None
    formats = {_name(item) for item in _list(fields, "format")}
    if formats and formats <= _NO_TEXT:
        return None
    dates = next(iter(_list(fields, "date")), {})
    languages = [str(item.get("code", "")) for item in _list(fields, "language")]
    return Entry(
        title=str(fields.get("title", "")),
        address=str(fields.get("url_alias") or fields.get("url") or ""),
        guid=f"reliefweb:{row.get('id', '')}",
        content=str(fields.get("body-html") or fields.get("body") or ""),
        published=read_moment(str(dates.get("original") or dates.get("created") or "")),
        updated=str(dates.get("changed", "")),
        language=languages[0] if languages else "",
        publisher=", ".join(_name(item) for item in _list(fields, "source")),
        origin=str(fields.get("origin") or ""),
    )


def _list(fields: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """Return a field's objects: one alone comes without its list."""
    value = fields.get(name)
    items = value if isinstance(value, list) else [value]
    return [item for item in items if isinstance(item, dict)]


def _name(item: dict[str, Any]) -> str:
    return str(item.get("name", ""))
