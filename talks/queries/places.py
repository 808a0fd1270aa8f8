"""Places: the list as they lie in each other, and one with what happened there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, Max, Q

from talks.filters import EventFilter
from talks.models import Event, Place
from talks.queries import cards
from talks.queries.cards import Card
from talks.queries.names import Name, columns, local, name, of_part

LATEST = 20


@dataclass(frozen=True, slots=True)
class Row:
    """A place on the list, and how deep it lies in others."""

    name: Name
    kind: str
    depth: int
    events: int
    last: date | None


@dataclass(frozen=True, slots=True)
class Detail:
    """All that a place's page shows."""

    row: Mapping[str, Any]
    name: Name
    within: Name | None
    parts: list[Name]
    cards: list[Card]
    has_more: bool


def listing(language: str, *, known_by: date | None = None) -> list[Row]:
    """Return every place with its published events, each under what it lies in."""
    published = Q(event_places__event__status=Event.Status.APPROVED)
    if known_by:
        published &= Q(event_places__event__known_on__lte=known_by)
    rows = Place.objects.order_by("name").values(
        *("id", "within_id", "slug", "name", "kind"),
        name_local=local("name", language),
        count=Count("event_places__event", filter=published, distinct=True),
        last=Max("event_places__event__earliest", filter=published),
    )
    parts: dict[int | None, list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        parts[row["within_id"]].append(row)
    return list(_descend(parts, None, 0, language))


def detail(slug: str, language: str, *, known_by: date | None = None) -> Detail | None:
    """Return a place's page, or None if there is no such place. Three queries."""
    row = (
        Place.objects.filter(slug=slug)
        .values(
            *("id", "slug", "name", "name_ar", "name_fr", "kind", "country"),
            *("latitude", "longitude"),
            name_local=local("name", language),
            spellings=ArrayAgg("aliases__text", filter=Q(aliases__isnull=False)),
            **columns("within", language),
        )
        .first()
    )
    if row is None:
        return None
    parts = Place.objects.filter(within=row["id"]).order_by("name")
    asked = EventFilter(places=(slug,), known_by=known_by)
    newest = asked.narrow(Event.objects.published()).order_by("-earliest", "-id")
    found = cards.fetch(newest[: LATEST + 1], language, day=known_by)
    return Detail(
        row=row,
        name=name(row, language),
        within=of_part(row, "within", language),
        parts=[
            name(part, language)
            for part in parts.values("slug", "name", name_local=local("name", language))
        ],
        cards=found[:LATEST],
        has_more=len(found) > LATEST,
    )


def _descend(
    parts: Mapping[int | None, list[Mapping[str, Any]]],
    within: int | None,
    depth: int,
    language: str,
) -> Iterator[Row]:
    for row in parts.get(within, []):
        called = name(row, language)
        yield Row(called, row["kind"], depth, row["count"], row["last"])
        yield from _descend(parts, row["id"], depth + 1, language)
