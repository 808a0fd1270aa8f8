"""One event and all that belongs to it: who says so, figures, details, what came before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, F, Q

from talks.models import Citation, Event, Source
from talks.models.events import EventQuerySet
from talks.queries import cards, event_details, figures, history
from talks.queries.cards import Card
from talks.queries.claims import Claim
from talks.queries.history import Version
from talks.queries.names import Name, columns, local, name, of_part, pick

NEIGHBOURS = 3
Kind = Event.Kind
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Statement:
    """One citation: what this report says of the event, in whose voice."""

    article: int
    title: str
    language: str
    address: str
    published_at: datetime | None
    source: Name
    reliability: str
    stance: str
    speaker: Name | None
    quote: str
    translation: str
    copies: int
    is_copy: bool


@dataclass(frozen=True, slots=True)
class Detail:
    """All that the event's page shows."""

    card: Card
    row: Row
    statements: list[Statement]
    claims: list[Claim]
    round: Row | None
    truce: Row | None
    commitments: list[Row] | None
    before: list[Row]
    after: list[Row]
    versions: list[Version]


def detail(
    slug: str, *, today: date, language: str, known_by: date | None = None
) -> Detail | None:
    """Return a published event's page, or None if there is no such event.

    As of a past day it has the reports and claims of that day, and an event that none
    of them told of is not there. Causes six to nine queries: rounds, truces and
    commitments are asked for only where the event's kind has them.
    """
    published = Event.objects.published(known_by=known_by)
    found = cards.fetch(published.filter(slug=slug), language, day=known_by)
    if not found:
        return None
    card, day = found[0], known_by or today
    claimed = figures.known_by(day).filter(event=card.id)
    before, after = _neighbours(card, language, published)
    return Detail(
        card=card,
        row=_row(card.id, language),
        statements=_statements(card.id, language, known_by),
        claims=figures.fetch(claimed, day=day, language=language),
        before=before,
        after=after,
        versions=history.of_event(card.id),
        **_details(card, language),
    )


def _details(card: Card, language: str) -> dict[str, Any]:
    return {
        part: fetch(card.id, language) if card.kind in kinds else None
        for part, (fetch, kinds) in _OF_KINDS.items()
    }


_OF_KINDS: dict[str, tuple[Callable[[int, str], Any], set[Kind]]] = {
    "round": (event_details.round_of, {Kind.TALKS, Kind.AGREEMENT}),
    "truce": (event_details.truce_of, {Kind.TRUCE, Kind.AGREEMENT}),
    "commitments": (
        event_details.commitments_in,
        {Kind.TRUCE, Kind.AGREEMENT, Kind.RESOLUTION, Kind.TALKS},
    ),
}


def _row(event: int, language: str) -> dict[str, Any]:
    """Return the event's own fields, and the truce or embargo it is said to break."""
    embargo, broken = "embargo_violation__", "truce_violation__truce__event__"
    row: dict[str, Any] = Event.objects.values(
        *("known_on", "changed_at", "editor_note", "discounted_reason"),
        broken_slug=F(f"{broken}slug"),
        broken_name=F(f"{broken}title"),
        broken_name_local=local(f"{broken}title", language),
        **{
            field: F(f"{embargo}{field}")
            for field in ("item", "item_words", "carrier", "carrier_mark", "route")
        },
        **columns("supplier", language, prefix=embargo),
        **columns("recipient", language, prefix=embargo),
        **columns("reported_by", language, prefix=embargo),
    ).get(pk=event)
    parts = ("supplier", "recipient", "reported_by", "broken")
    return row | {part: of_part(row, part, language) for part in parts}


def _statements(event: int, language: str, known_by: date | None) -> list[Statement]:
    rows = (
        Citation.objects.published_by(known_by)
        .filter(event=event)
        .order_by("article__published_at", "id")
        .values(
            *("article_id", "stance", "quote", "translation"),
            *("article__title", "article__language", "article__address"),
            *("article__published_at", "article__duplicate_of"),
            *("article__source__text_rule", "article__source__reliability"),
            copies=Count("article__copies"),
            slug=F("article__source__slug"),
            name=F("article__source__name"),
            name_local=local("article__source__name", language),
            **columns("speaker", language),
        )
    )
    return [_statement(row, language) for row in rows]


def _statement(row: Row, language: str) -> Statement:
    quotable = row["article__source__text_rule"] != Source.TextRule.HEADLINE
    return Statement(
        article=row["article_id"],
        title=row["article__title"],
        language=row["article__language"],
        address=row["article__address"],
        published_at=row["article__published_at"],
        source=name(row, language),
        reliability=row["article__source__reliability"],
        stance=row["stance"],
        speaker=of_part(row, "speaker", language),
        quote=row["quote"] if quotable else "",
        translation=row["translation"] if quotable else "",
        copies=row["copies"],
        is_copy=row["article__duplicate_of"] is not None,
    )


def _neighbours(
    card: Card, language: str, published: EventQuerySet
) -> tuple[list[Row], list[Row]]:
    """Return what came just before and after on the same track, in one query."""
    rows = published.filter(track=card.track).values(
        *("id", "slug", "title", "earliest", "latest"),
        *("date_precision", "date_words"),
        title_local=local("title", language),
    )
    day = card.when.earliest
    # written so that the index on day and number is entered at the day
    earlier = rows.filter(Q(earliest__lt=day) | Q(id__lt=card.id), earliest__lte=day)
    later = rows.filter(Q(earliest__gt=day) | Q(id__gt=card.id), earliest__gte=day)
    before = earlier.order_by("-earliest", "-id")[:NEIGHBOURS]
    after = later.order_by("earliest", "id")[:NEIGHBOURS]
    found = sorted(before.union(after, all=True), key=_place)
    told = [(_place(row) < (day, card.id), _neighbour(row, language)) for row in found]
    return (
        [row for is_before, row in told if is_before],
        [row for is_before, row in told if not is_before],
    )


def _place(row: Row) -> tuple[date, int]:
    return row["earliest"], row["id"]


def _neighbour(row: dict[str, Any], language: str) -> Row:
    return row | {"title": pick(row, "title", language), "when": cards.when(row)}
