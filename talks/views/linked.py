"""What a page says of its record to machines: schema.org in JSON-LD."""

from __future__ import annotations

from typing import Any

from talks.models.base import Localized
from talks.queries.cards import Card
from talks.queries.events import Detail, Statement
from talks.values import PartialDate

CONTEXT = "https://schema.org"


def event(it: Detail, address: str) -> dict[str, Any]:
    """Return an event with its reports; no day is given that nobody knows exactly."""
    card = it.card
    said = {
        "@context": CONTEXT,
        "@type": "Event",
        "url": address,
        "name": _words(card.title),
        "description": _words(card.summary) if card.summary.text else None,
        **_days(card),
        "location": [
            {"@type": "Place", "name": _words(place.text)} for place in card.places
        ],
        "subjectOf": [_report(each) for each in it.statements],
    }
    return {part: value for part, value in said.items() if value}


def _words(it: Localized) -> dict[str, str]:
    return {"@language": it.language, "@value": it.text}


def _days(card: Card) -> dict[str, str]:
    last = card.lasted_until
    if card.when.days == 1:
        return {
            "startDate": card.when.earliest.isoformat(),
            "endDate": (last or card.when.latest).isoformat(),
        }
    return dict(zip(("startDate", "endDate"), _reduced(card.when), strict=True))


def _reduced(when: PartialDate) -> tuple[str, str]:
    """Return the months or years that hold both ends: ISO 8601 of reduced precision."""
    first, last = when.earliest, when.latest
    form = "%Y-%m" if (first.year, first.month) == (last.year, last.month) else "%Y"
    return first.strftime(form), last.strftime(form)


def _report(it: Statement) -> dict[str, Any]:
    said = {
        "@type": "NewsArticle",
        "headline": it.title,
        "url": it.address if it.address.startswith(("http://", "https://")) else None,
        "inLanguage": it.language,
        "datePublished": it.published_at and it.published_at.date().isoformat(),
        "publisher": {"@type": "Organization", "name": _words(it.source.text)},
    }
    return {part: value for part, value in said.items() if value}
