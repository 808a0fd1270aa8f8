"""The timeline: one page of cards, what they could be narrowed to, and their picture."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import TruncMonth

from talks.filters import EventFilter, Key
from talks.models import (
    Actor,
    Citation,
    Event,
    EventPlace,
    Participation,
    Place,
    Source,
)
from talks.models.base import Localized
from talks.models.events import EventQuerySet
from talks.queries import cards
from talks.queries.cards import Card
from talks.queries.names import Name, local, name, pick
from talks.values import PartialDate

PAGE = 50
MOST_MARKS = 400
MOST_OPTIONS = 150


@dataclass(frozen=True, slots=True)
class Page:
    """Some cards, and where the pages beside them begin."""

    cards: list[Card]
    newer: Key | None
    older: Key | None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many events match, by what they could be narrowed to.

    An event of an inexact day is `surely` inside the days asked for where all of it
    is, and `possibly` where any of it is.
    """

    possibly: int
    surely: int
    kinds: Mapping[str, int]
    tracks: Mapping[str, int]
    modalities: Mapping[str, int]
    months: Mapping[date, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Option:
    """Something to narrow by, and how many events that would leave."""

    name: Name
    count: int


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


@dataclass(slots=True)
class _Counts:
    possibly: int = 0
    surely: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    tracks: Counter[str] = field(default_factory=Counter)
    modalities: Counter[str] = field(default_factory=Counter)
    months: dict[date, Counter[str]] = field(default_factory=dict)


def page(asked: EventFilter, language: str) -> Page:
    """Return one page, newest first, in one query whatever page it is."""
    events = asked.narrow(Event.objects.published())
    if asked.after:
        found = cards.fetch(_newer(events, asked.after)[: PAGE + 1], language)
        shown = found[:PAGE][::-1]
        return _page(shown, newer=len(found) > PAGE, older=True)
    if asked.before:
        events = _older(events, asked.before)
    found = cards.fetch(events.order_by("-earliest", "-id")[: PAGE + 1], language)
    return _page(found[:PAGE], newer=bool(asked.before), older=len(found) > PAGE)


def tally(asked: EventFilter) -> Tally:
    """Count what matches by month, kind, track and modality, in one query.

    Each part is counted as if it were not narrowed yet, so that a choice beside the
    chosen one shows what it would give.
    """
    events = asked.narrow(
        Event.objects.published(), leaving_out={"kind", "track", "modality", "days"}
    )
    possibly, surely = _inside(asked)
    cells = (
        events.values("kind", "track", "modality", month=TruncMonth("earliest"))
        .annotate(
            all=Count("pk"),
            possibly=Count("pk", filter=possibly),
            surely=Count("pk", filter=surely),
        )
        .order_by("month")
    )
    counts = _Counts()
    for cell in cells:
        _count(counts, cell, asked)
    return Tally(
        possibly=counts.possibly,
        surely=counts.surely,
        kinds=counts.kinds,
        tracks=counts.tracks,
        modalities=counts.modalities,
        months=counts.months,
    )


def actors(asked: EventFilter, language: str) -> list[Option]:
    """Return who takes part in what matches, those of most events first."""
    parts = Participation.objects.filter(event__in=_but(asked, "actor"))
    if asked.roles:
        parts = parts.filter(role__in=asked.roles)
    return _options(parts, "actor", language)


def places(asked: EventFilter, language: str) -> list[Option]:
    """Return where what matches happened; what lies in a place is not counted to it."""
    found = EventPlace.objects.filter(event__in=_but(asked, "place"))
    return _options(found, "place", language)


def sources(asked: EventFilter, language: str) -> list[Option]:
    """Return who reports what matches, those of most events first."""
    cited = Citation.objects.filter(event__in=_but(asked, "source"))
    return _options(cited, "article__source", language)


def chosen(asked: EventFilter, language: str) -> dict[str, list[Name]]:
    """Return the names of the actors, places and sources asked for, where they exist."""
    nouns = (
        ("actor", Actor.objects, asked.actors),
        ("place", Place.objects, asked.places),
        ("source", Source.objects, asked.sources),
    )
    found = {}
    for part, rows, slugs in nouns:
        known = rows.filter(slug__in=slugs) if slugs else rows.none()
        columns = known.values("slug", "name", name_local=local("name", language))
        found[part] = [name(row, language) for row in columns]
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


def _older(events: EventQuerySet, key: Key) -> EventQuerySet:
    # written so that the index on both columns is entered at the day
    beyond = Q(earliest__lt=key.day) | Q(id__lt=key.id)
    return events.filter(beyond, earliest__lte=key.day)


def _newer(events: EventQuerySet, key: Key) -> EventQuerySet:
    beyond = Q(earliest__gt=key.day) | Q(id__gt=key.id)
    return events.filter(beyond, earliest__gte=key.day).order_by("earliest", "id")


def _page(shown: list[Card], *, newer: bool, older: bool) -> Page:
    if not shown:
        return Page([], None, None)
    ends = [Key(card.when.earliest, card.id) for card in (shown[0], shown[-1])]
    return Page(shown, ends[0] if newer else None, ends[1] if older else None)


def _inside(asked: EventFilter) -> tuple[Q, Q]:
    """Return what is possibly, and what is surely, within the days asked for."""
    possibly, surely = Q(), Q()
    if asked.first:
        possibly &= Q(ongoing_until__gte=asked.first)
        surely &= Q(earliest__gte=asked.first)
    if asked.last:
        possibly &= Q(earliest__lte=asked.last)
        surely &= Q(latest__lte=asked.last)
    everything = Q(pk__isnull=False)
    return possibly or everything, surely or everything


def _count(counts: _Counts, cell: Mapping[str, Any], asked: EventFilter) -> None:
    """Add a cell to each part's counts if it matches what is asked of the others."""
    wanted = {
        "kind": asked.kinds,
        "track": asked.tracks,
        "modality": asked.modalities,
    }
    missed = {part for part, of in wanted.items() if of and cell[part] not in of}
    for part, counter in (
        ("kind", counts.kinds),
        ("track", counts.tracks),
        ("modality", counts.modalities),
    ):
        if missed <= {part} and cell["possibly"]:
            counter[cell[part]] += cell["possibly"]
    if not missed:
        counts.possibly += cell["possibly"]
        counts.surely += cell["surely"]
        months = counts.months.setdefault(cell["month"], Counter())
        months[cell["track"]] += cell["all"]


def _but(asked: EventFilter, part: str) -> QuerySet[Event, Any]:
    events = asked.narrow(Event.objects.published(), leaving_out={part})
    return events.order_by().values("pk")


def _options(rows: QuerySet[Any, Any], path: str, language: str) -> list[Option]:
    found = (
        rows.order_by()
        .values(
            slug=F(f"{path}__slug"),
            name=F(f"{path}__name"),
            name_local=local(f"{path}__name", language),
        )
        .annotate(count=Count("event", distinct=True))
        .order_by("-count", "name")[:MOST_OPTIONS]
    )
    return [Option(name(row, language), row["count"]) for row in found]


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
