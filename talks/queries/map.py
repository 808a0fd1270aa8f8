"""Where the events asked for happened: places with their counts, and what has no place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from talks.filters import EventFilter
from talks.models import Event, EventPlace, Place
from talks.queries.names import Name, local, name


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with events; one without coordinates cannot be drawn."""

    name: Name
    kind: str
    country: str
    latitude: float | None
    longitude: float | None
    events: int


@dataclass(frozen=True, slots=True)
class Located:
    """What the map shows, the places of most events first."""

    spots: list[Spot]
    events: int
    unlocated: int


def located(asked: EventFilter, language: str) -> Located:
    """Return where what matches happened, in two queries."""
    events = asked.narrow(Event.objects.published()).order_by()
    drawn = EventPlace.objects.filter(
        event=OuterRef("pk"), place__latitude__isnull=False
    )
    sums = events.aggregate(all=Count("pk"), located=Count("pk", filter=Exists(drawn)))
    there = Q(event_places__event__in=events.values("pk"))
    rows = Place.objects.filter(there).annotate(events_here=Count("event_places"))
    return Located(
        spots=_spots(rows.order_by("-events_here", "name"), language),
        events=sums["all"],
        unlocated=sums["all"] - sums["located"],
    )


def _spots(rows: QuerySet[Any], language: str) -> list[Spot]:
    columns = rows.values(
        *("slug", "name", "kind", "country", "latitude", "longitude", "events_here"),
        name_local=local("name", language),
    )
    return [
        Spot(
            name=name(row, language),
            kind=row["kind"],
            country=row["country"],
            latitude=row["latitude"],
            longitude=row["longitude"],
            events=row["events_here"],
        )
        for row in columns
    ]
