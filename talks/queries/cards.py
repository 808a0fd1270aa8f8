"""An event as every list shows it: one plain row with its people, places and sources."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import groupby
from typing import Any, Generic, Protocol, TypeVar

from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection
from django.db.models import F, OuterRef, QuerySet
from django.db.models.expressions import RawSQL
from django.db.models.functions import JSONObject

from talks.models import Citation, Event, EventPlace, Participation
from talks.models.base import Localized
from talks.models.events import EventQuerySet
from talks.queries.grading import CAMPS, Accused, Grade, Grading, Voice, judge
from talks.queries.names import Name, local, of_json, pick
from talks.values import PartialDate, Precision


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody in an event, in a role."""

    actor: Name
    side: str
    role: str


@dataclass(frozen=True, slots=True)
class Card:
    """An event on a list."""

    id: int
    slug: str
    kind: str
    track: str
    modality: str
    title: Localized
    summary: Localized
    when: PartialDate
    lasted_until: date | None
    places: tuple[Name, ...]
    parts: tuple[Part, ...]
    voices: tuple[Voice, ...]
    grading: Grading

    @property
    def grade(self) -> Grade:
        """How well it is supported."""
        return self.grading.grade

    @property
    def sources(self) -> list[Name]:
        """Who reports it, each source once, in the order of citation."""
        return list({voice.source.slug: voice.source for voice in self.voices}.values())


class Dated(Protocol):
    """Something that stands on a list by its date: a card, or an event's number."""

    @property
    def when(self) -> PartialDate:
        """When it happened, or began."""


DatedT = TypeVar("DatedT", bound=Dated)


@dataclass(frozen=True, slots=True)
class Day(Generic[DatedT]):
    """The cards of one date, exact or not."""

    when: PartialDate
    cards: list[DatedT]


@dataclass(frozen=True, slots=True)
class Month(Generic[DatedT]):
    """The days of a list that begin in one month."""

    first: date
    days: list[Day[DatedT]]


def by_month(cards: Iterable[DatedT]) -> list[Month[DatedT]]:
    """Return the cards as a list runs: months, in them days, in them cards."""
    months = groupby(cards, key=lambda card: card.when.earliest.replace(day=1))
    return [Month(first, _by_day(of_month)) for first, of_month in months]


def _by_day(cards: Iterable[DatedT]) -> list[Day[DatedT]]:
    days = groupby(cards, key=_date)
    return [Day(when, list(of_day)) for when, of_day in days]


def _date(card: Dated) -> PartialDate:
    return replace(card.when, words="")


def fetch(
    events: EventQuerySet, language: str, *, day: date | None = None
) -> list[Card]:
    """Return the cards of these events, in one query however many there are.

    With a `day`, only reports published by its end are counted in the grading.
    """
    return [_card(row, language) for row in _rows(events, language, day)]


def by_number(
    numbers: Collection[int], language: str, *, day: date | None = None
) -> list[Card]:
    """Return the cards of the events with these numbers, in no order.

    The query is the same for every page, and written once: to write it anew costs more
    than to answer it.
    """
    if day is not None:
        return fetch(Event.objects.filter(pk__in=numbers), language, day=day)
    sql, params = _written(language)
    given = [list(numbers) if each is _NUMBERS else each for each in params]
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        names = [column.name for column in cursor.description]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    for row in rows:
        for part in ("places_json", "parts_json", "voices_json"):
            row[part] = [json.loads(each) for each in row[part]]
    return [_card(row, language) for row in rows]


_NUMBERS: list[int] = []


@cache
def _written(language: str) -> tuple[str, tuple[Any, ...]]:
    """Return the query for cards as text, with a place for the numbers of events."""
    # the list is bound like any other value
    numbers = RawSQL("SELECT unnest(%s::bigint[])", [_NUMBERS])
    rows = _rows(Event.objects.filter(pk__in=numbers).order_by(), language, None)
    sql, params = rows.query.sql_with_params()
    return sql, tuple(params)


def _rows(
    events: EventQuerySet, language: str, day: date | None
) -> QuerySet[Event, dict[str, Any]]:
    rows: QuerySet[Event, dict[str, Any]] = events.values(
        *("id", "slug", "kind", "track", "modality", "title", "summary"),
        *("earliest", "latest", "date_precision", "date_words", "lasted_until"),
        "discounted_reason",
        title_local=local("title", language),
        summary_local=local("summary", language),
        places_json=ArraySubquery(_places(language)),
        parts_json=ArraySubquery(_parts(language)),
        voices_json=ArraySubquery(_voices(language, day)),
    )
    return rows


def _card(row: Mapping[str, Any], language: str) -> Card:
    voices = tuple(_voice(each, language) for each in row["voices_json"])
    parts = row["parts_json"]
    return Card(
        id=row["id"],
        slug=row["slug"],
        kind=row["kind"],
        track=row["track"],
        modality=row["modality"],
        title=pick(row, "title", language),
        summary=pick(row, "summary", language),
        when=when(row),
        lasted_until=row["lasted_until"],
        places=tuple(of_json(each, language) for each in row["places_json"]),
        parts=tuple(_part(each, language) for each in parts),
        voices=voices,
        grading=judge(
            voices,
            accused=_accused(parts),
            is_discounted=bool(row["discounted_reason"]),
        ),
    )


def when(row: Mapping[str, Any]) -> PartialDate:
    """Return when the event of this row happened or began."""
    return PartialDate(
        row["earliest"],
        row["latest"],
        Precision(row["date_precision"]),
        row["date_words"],
    )


def _accused(parts: Iterable[Mapping[str, Any]]) -> Accused:
    found = [each for each in parts if each["role"] == Participation.Role.ACCUSED]
    return Accused(
        frozenset(each["id"] for each in found),
        CAMPS & {each["side"] for each in found},
    )


def _part(row: Mapping[str, Any], language: str) -> Part:
    return Part(of_json(row, language), row["side"], row["role"])


def _voice(row: Mapping[str, Any], language: str) -> Voice:
    return Voice(
        source=of_json(row, language),
        lean=row["lean"],
        article=row["article"],
        original=row["original"] or row["article"],
        agency=row["agency"],
        stance=row["stance"],
        speaker=row["speaker"],
        speaker_side=row["side"] or "",
        speaker_name=of_json(row["said_by"], language) if row["speaker"] else None,
    )


def _places(language: str) -> QuerySet[EventPlace, Any]:
    return _of_event(EventPlace.objects.order_by("position", "id")).values(
        json=JSONObject(
            slug="place__slug",
            name="place__name",
            local=local("place__name", language),
        )
    )


def _parts(language: str) -> QuerySet[Participation, Any]:
    return _of_event(Participation.objects.order_by("id")).values(
        json=JSONObject(
            id="actor_id",
            slug="actor__slug",
            name="actor__name",
            local=local("actor__name", language),
            side="actor__side",
            role="role",
        )
    )


def _voices(language: str, day: date | None) -> QuerySet[Citation, Any]:
    citations = Citation.objects.published_by(day).order_by("id")
    return _of_event(citations).values(
        json=JSONObject(
            slug="article__source__slug",
            name="article__source__name",
            local=local("article__source__name", language),
            lean="article__source__lean",
            article="article_id",
            original=F("article__duplicate_of"),
            agency="article__wire_origin",
            stance="stance",
            speaker="speaker_id",
            side="speaker__side",
            said_by=JSONObject(
                slug="speaker__slug",
                name="speaker__name",
                local=local("speaker__name", language),
            ),
        )
    )


def _of_event(rows: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    return rows.filter(event=OuterRef("pk"))
