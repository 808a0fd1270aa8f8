"""The timeline: which events are on a page of it, and their picture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Q

from talks.filters import EventFilter, Key
from talks.models import Actor, Event, Place, Source
from talks.models.base import Localized
from talks.models.events import EventQuerySet
from talks.queries import cards
from talks.queries.names import Name, local, name, pick
from talks.values import PartialDate

PAGE = 50
MOST_MARKS = 400


@dataclass(frozen=True, slots=True)
class Entry:
    """An event's place in a list."""

    id: int
    when: PartialDate


@dataclass(frozen=True, slots=True)
class Page:
    """Some events, and where the pages beside them begin."""

    entries: list[Entry]
    newer: Key | None
    older: Key | None


@dataclass(frozen=True, slots=True)
class Mark:
    """An event as the picture shows it."""

    slug: str
    title: Localized
    kind: str
    track: str
    modality: str
    when: PartialDate
    lasted_until: date | None


@dataclass(frozen=True, slots=True)
class Span:
    """A truce as the picture shows it; without a last day it is still in force."""

    slug: str
    title: Localized
    first: date
    last: date | None


def page(asked: EventFilter) -> Page:
    """Return one page, newest first, in one query whatever page it is."""
    events = asked.newest_first(Event.objects.published())
    if asked.after:
        found = _entries(_newer(events, asked.after))
        return _page(found[:PAGE][::-1], newer=len(found) > PAGE, older=True)
    if asked.before:
        events = _older(events, asked.before)
    found = _entries(events)
    return _page(found[:PAGE], newer=bool(asked.before), older=len(found) > PAGE)


def chosen(asked: EventFilter, language: str) -> dict[str, list[Name]]:
    """Return the names of the actors, places and sources asked for, where they exist."""
    nouns = (
        ("actor", Actor.objects, asked.actors),
        ("place", Place.objects, asked.places),
        ("source", Source.objects, asked.sources),
    )
    found: dict[str, list[Name]] = {}
    for part, rows, slugs in nouns:
        found[part] = []
        if slugs:
            columns = {"name_local": local("name", language)}
            known = rows.filter(slug__in=slugs).values("slug", "name", **columns)
            found[part] = [name(row, language) for row in known]
    return found


def marks(asked: EventFilter, language: str) -> list[Mark] | None:
    """Return what the picture shows of the days asked for, or None if it were too much."""
    events = asked.narrow(Event.objects.published()).order_by("earliest", "id")
    rows = events.values(
        *("slug", "title", "kind", "track", "modality"),
        *("earliest", "latest", "date_precision", "date_words", "lasted_until"),
        title_local=local("title", language),
    )[: MOST_MARKS + 1]
    found = [_mark(row, language) for row in rows]
    return found if len(found) <= MOST_MARKS else None


def truces(first: date, last: date, language: str) -> list[Span]:
    """Return the truces in force on any of these days."""
    rows = (
        Event.objects.published()
        .filter(truce__effective_on__lte=last)
        .exclude(truce__ended_on__lt=first)
        .order_by("truce__effective_on")
        .values(
            "slug",
            "title",
            title_local=local("title", language),
            first=F("truce__effective_on"),
            last=F("truce__ended_on"),
        )
    )
    return [
        Span(row["slug"], pick(row, "title", language), row["first"], row["last"])
        for row in rows
    ]


def _entries(events: EventQuerySet) -> list[Entry]:
    rows = events.values("id", "earliest", "latest", "date_precision", "date_words")[
        : PAGE + 1
    ]
    return [Entry(row["id"], cards.when(row)) for row in rows]


def _older(events: EventQuerySet, key: Key) -> EventQuerySet:
    # written so that an index on day and number is entered at the day
    beyond = Q(earliest__lt=key.day) | Q(id__lt=key.id)
    return events.filter(beyond, earliest__lte=key.day)


def _newer(events: EventQuerySet, key: Key) -> EventQuerySet:
    beyond = Q(earliest__gt=key.day) | Q(id__gt=key.id)
    return events.filter(beyond, earliest__gte=key.day).reverse()


def _page(shown: list[Entry], *, newer: bool, older: bool) -> Page:
    if not shown:
        return Page([], None, None)
    ends = [Key(entry.when.earliest, entry.id) for entry in (shown[0], shown[-1])]
    return Page(shown, ends[0] if newer else None, ends[1] if older else None)


def _mark(row: Mapping[str, Any], language: str) -> Mark:
    return Mark(
        slug=row["slug"],
        title=pick(row, "title", language),
        kind=row["kind"],
        track=row["track"],
        modality=row["modality"],
        when=cards.when(row),
        lasted_until=row["lasted_until"],
    )
