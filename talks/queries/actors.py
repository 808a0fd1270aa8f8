"""Actors: the list, and one with its names, affiliations and events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, F, Max, Min, Q, QuerySet

from talks.models import Actor, Affiliation, Event, Participation
from talks.models.base import Localized
from talks.queries import cards
from talks.queries.cards import Card
from talks.queries.names import Name, columns, local, name, of_part, pick
from talks.values import PartialDate

LATEST = 20


@dataclass(frozen=True, slots=True)
class Row:
    """An actor on the list."""

    name: Name
    kind: str
    side: str
    role: str
    events: int
    last: date | None


@dataclass(frozen=True, slots=True)
class Tie:
    """A body that somebody belongs to, or a member of one, from when to when."""

    other: Name
    role: str
    began: PartialDate | None
    ended: PartialDate | None


@dataclass(frozen=True, slots=True)
class Met:
    """Somebody else, and in how many events both took part."""

    actor: Name
    events: int


@dataclass(frozen=True, slots=True)
class Detail:
    """All that an actor's page shows."""

    row: Mapping[str, Any]
    name: Name
    description: Localized
    roles: Mapping[str, int]
    first: date | None
    last: date | None
    within: list[Tie]
    members: list[Tie]
    met: list[Met]
    cards: list[Card]


def listing(language: str, *, known_by: date | None = None) -> list[Row]:
    """Return every actor with the number of its published events, in one query."""
    published = Q(participations__event__status=Event.Status.APPROVED)
    if known_by:
        published &= Q(participations__event__known_on__lte=known_by)
    rows = Actor.objects.order_by("name").values(
        *("slug", "name", "kind", "side", "role"),
        name_local=local("name", language),
        count=Count("participations__event", filter=published, distinct=True),
        last=Max("participations__event_earliest", filter=published),
    )
    return [
        Row(
            name(row, language),
            row["kind"],
            row["side"],
            row["role"],
            row["count"],
            row["last"],
        )
        for row in rows
    ]


def detail(slug: str, language: str, *, known_by: date | None = None) -> Detail | None:
    """Return an actor's page, or None if there is no such actor. Six queries."""
    row = (
        Actor.objects.filter(slug=slug)
        .values(
            *("id", "slug", "name", "name_ar", "name_fr", "kind", "side", "role"),
            "description",
            name_local=local("name", language),
            description_local=local("description", language),
            spellings=ArrayAgg("aliases__text", filter=Q(aliases__isnull=False)),
        )
        .first()
    )
    if row is None:
        return None
    own = _shown(known_by).filter(actor=row["id"])
    ends = own.aggregate(first=Min("event_earliest"), last=Max("event_earliest"))
    roles = own.order_by().values_list("role").annotate(Count("pk"))
    ties = _ties(row["id"], language)
    return Detail(
        row=row,
        name=name(row, language),
        description=pick(row, "description", language),
        roles=Counter(dict(roles)),
        within=ties[0],
        members=ties[1],
        met=_met(row["id"], language, known_by),
        cards=_latest(row["id"], language, known_by),
        **ends,
    )


def _shown(known_by: date | None) -> QuerySet[Participation, Participation]:
    """Return who took part in what is published, and was known by the end of a day."""
    shown = Participation.objects.filter(event__status=Event.Status.APPROVED)
    return shown.filter(event__known_on__lte=known_by) if known_by else shown


def _latest(actor: int, language: str, known_by: date | None) -> list[Card]:
    """Return the newest events of an actor, found by the index on its own timeline."""
    events = Event.objects.published(known_by=known_by).filter(
        pk__in=Participation.objects.filter(actor=actor).values("event")
    )
    newest = events.order_by("-earliest", "-id")[:LATEST]
    return cards.fetch(newest, language, day=known_by)


def _ties(actor: int, language: str) -> tuple[list[Tie], list[Tie]]:
    rows = list(
        Affiliation.objects.filter(Q(actor=actor) | Q(body=actor))
        .order_by("began_earliest", "id")
        .values(
            *("actor_id", "role", "began_earliest", "began_latest"),
            *("ended_earliest", "ended_latest"),
            **columns("actor", language),
            **columns("body", language),
        )
    )
    within = [_tie(row, "body", language) for row in rows if row["actor_id"] == actor]
    members = [_tie(row, "actor", language) for row in rows if row["actor_id"] != actor]
    return within, members


def _tie(row: Mapping[str, Any], other: str, language: str) -> Tie:
    name = of_part(row, other, language)
    if name is None:
        raise ValueError("an affiliation always has two ends")
    return Tie(name, row["role"], _date(row, "began"), _date(row, "ended"))


def _date(row: Mapping[str, Any], end: str) -> PartialDate | None:
    first, last = row[f"{end}_earliest"], row[f"{end}_latest"]
    return PartialDate.spanning(first, last) if first and last else None


def _met(actor: int, language: str, known_by: date | None) -> list[Met]:
    """Return whom the actor shares most events with."""
    theirs = Participation.objects.filter(actor=actor).values("event")
    rows = (
        _shown(known_by)
        .filter(event__in=theirs)
        .exclude(actor=actor)
        .order_by()
        .values(
            slug=F("actor__slug"),
            name=F("actor__name"),
            name_local=local("actor__name", language),
        )
        .annotate(count=Count("event", distinct=True))
        .order_by("-count", "name")[:10]
    )
    return [Met(name(row, language), row["count"]) for row in rows]
