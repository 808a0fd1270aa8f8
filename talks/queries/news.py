"""What is new or changed here since a moment: events, and claimed numbers."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps

from talks.models import Event, Figure
from talks.queries import cards, figures
from talks.queries.cards import Card
from talks.queries.claims import Claim
from talks.queries.history import TOLD_FIELDS, Change

MOST = 50


@dataclass(frozen=True, slots=True)
class Changed:
    """An event that was published before, and in what it differs now."""

    card: Card
    changes: list[Change]


@dataclass(frozen=True, slots=True)
class News:
    """What a visitor who last looked at a moment has not seen, newest first.

    `has_more` tells that there was more than a page holds.
    """

    new: list[Card]
    changed: list[Changed]
    claims: list[Claim]
    has_more: bool


def since(moment: datetime, *, now: datetime, language: str) -> News:
    """Return what was published or changed from `moment` on. Four queries."""
    rows = list(
        Event.objects.published()
        .filter(changed_at__gte=moment)
        .order_by("-changed_at", "-id")
        .values("id", *TOLD_FIELDS)[: MOST + 1]
    )
    shown = {row["id"]: row for row in rows[:MOST]}
    found = cards.fetch(Event.objects.filter(pk__in=shown), language)
    by_id = {card.id: card for card in found}
    before = _before(moment, shown)
    changed = [
        Changed(by_id[pk], _differences(before[pk], row))
        for pk, row in shown.items()
        if pk in before
    ]
    claims = _claims(moment, now, language)
    return News(
        new=[by_id[pk] for pk in shown if pk not in before],
        changed=[each for each in changed if each.changes],
        claims=claims[:MOST],
        has_more=len(rows) > MOST or len(claims) > MOST,
    )


def _before(moment: datetime, events: Collection[int]) -> dict[int, Mapping[str, Any]]:
    """Return what the public last saw of these events before the moment, if anything."""
    versions = apps.get_model("talks", "EventVersion").objects
    rows = (
        versions.filter(
            pgh_obj__in=events,
            pgh_created_at__lt=moment,
            status=Event.Status.APPROVED,
        )
        .order_by("pgh_obj", "-pgh_id")
        .distinct("pgh_obj")
        .values("pgh_obj", *TOLD_FIELDS)
    )
    return {row["pgh_obj"]: row for row in rows}


def _differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Change]:
    return [
        Change(field, before[field], after[field])
        for field in TOLD_FIELDS
        if before[field] != after[field]
    ]


def _claims(moment: datetime, now: datetime, language: str) -> list[Claim]:
    newest = Figure.objects.published().filter(changed_at__gte=moment)
    chosen = newest.order_by("-changed_at", "-id").values("pk")[: MOST + 1]
    rows = Figure.objects.filter(pk__in=chosen)
    return figures.fetch(rows, day=now.date(), language=language)[::-1]
