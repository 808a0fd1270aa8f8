"""Where the events asked for happened: places with their counts, and what has no place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import (
    Case,
    Count,
    Exists,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)

from talks.filters import EventFilter
from talks.models import Event, EventPlace, Place
from talks.models.events import EventQuerySet
from talks.queries import cards, proof
from talks.queries.cards import Card
from talks.queries.names import Name, local, name
from talks.queries.proof import Standard

# So many events at most are weighed one by one; more must be narrowed first.
MOST_WEIGHED = 2000


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
    """What the map shows, the places of most events first.

    `is_weighed` is false where too many events match to weigh the proof of each: then
    all that is alleged is counted.
    """

    spots: list[Spot]
    events: int
    unlocated: int
    is_weighed: bool = True


def located(asked: EventFilter, standard: Standard, language: str) -> Located:
    """Return where what matches happened, in two queries."""
    events = asked.narrow(Event.objects.published())
    if standard == Standard.ALL:
        return _counted(events, language)
    newest = events.order_by("-earliest", "-id")[: MOST_WEIGHED + 1]
    weighed = cards.fetch(newest, language)
    if len(weighed) > MOST_WEIGHED:
        return replace(_counted(events, language), is_weighed=False)
    return _weighed(proof.counted(weighed, standard), language)


def _counted(events: EventQuerySet, language: str) -> Located:
    """Let the database count the events of each place."""
    drawn = EventPlace.objects.filter(
        event=OuterRef("pk"), place__latitude__isnull=False
    )
    sums = events.order_by().aggregate(
        all=Count("pk"), located=Count("pk", filter=Exists(drawn))
    )
    there = Q(event_places__event__in=events.order_by().values("pk"))
    rows = Place.objects.filter(there).annotate(events_here=Count("event_places"))
    return Located(
        spots=_spots(rows.order_by("-events_here", "name"), language),
        events=sums["all"],
        unlocated=sums["all"] - sums["located"],
    )


def _weighed(shown: Sequence[Card], language: str) -> Located:
    """Count the events that meet a standard of proof."""
    counts = Counter(place.slug for card in shown for place in card.places)
    rows = Place.objects.filter(slug__in=counts).annotate(
        events_here=Case(
            *(When(slug=slug, then=Value(count)) for slug, count in counts.items()),
            default=Value(0),
            output_field=IntegerField(),
        )
    )
    spots = _spots(rows.order_by("-events_here", "name"), language)
    drawn = {spot.name.slug for spot in spots if spot.latitude is not None}
    unlocated = sum(
        not drawn.intersection(place.slug for place in card.places) for card in shown
    )
    return Located(spots=spots, events=len(shown), unlocated=unlocated)


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
