"""What an event of some kinds has beside: its round, its truce, what was promised in it."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, F, OuterRef, Q, Subquery
from django.db.models.functions import JSONObject

from talks.models import (
    Commitment,
    CommitmentStatus,
    Event,
    Obligation,
    Round,
    Truce,
    TruceParty,
)
from talks.queries.names import columns, local, of_json, of_part, pick
from talks.queries.rounds import delegations


def round_of(event: int, language: str) -> dict[str, Any] | None:
    """Return the round that the event is, or is a step of, with its delegations."""
    row: dict[str, Any] | None = (
        Round.objects.filter(Q(event=event) | Q(steps=event))
        .order_by("-began_on", "-id")
        .values(
            *("series", "number", "session", "format", "began_on", "ended_on"),
            *("outcome", "outcome_words"),
            series_local=local("series", language),
            outcome_words_local=local("outcome_words", language),
            round_slug=F("slug"),
            continues_slug=F("continues__event__slug"),
            continues_number=F("continues__number"),
            sides=ArraySubquery(delegations(language)),
            **columns("venue", language),
            **columns("mediator", language),
        )
        .first()
    )
    return row and row | {
        "series": pick(row, "series", language),
        "venue": of_part(row, "venue", language),
        "mediator": of_part(row, "mediator", language),
        "words": pick(row, "outcome_words", language),
        "sides": [_delegation(party, language) for party in row["sides"]],
    }


def truce_of(event: int, language: str) -> dict[str, Any] | None:
    """Return the truce that the event is, with its parties and alleged violations."""
    counted = Q(
        violations__event__status=Event.Status.APPROVED,
        violations__event__discounted_reason="",
    )
    row: dict[str, Any] | None = (
        Truce.objects.filter(event=event)
        .values(
            *("purpose", "declared_on", "effective_on", "expires_on"),
            *("ended_on", "end", "terms"),
            terms_local=local("terms", language),
            violations_count=Count("violations", filter=counted),
            sides=ArraySubquery(_truce_parties(language)),
        )
        .first()
    )
    return row and row | {
        "terms": pick(row, "terms", language),
        "sides": [
            {"name": of_json(each, language), "position": each["position"]}
            for each in row["sides"]
        ],
    }


def commitments_in(event: int, language: str) -> list[dict[str, Any]]:
    """Return what was promised in the event, who is bound and how each stood last."""
    last = CommitmentStatus.objects.filter(commitment=OuterRef("pk")).order_by("-as_of")
    rows = (
        Commitment.objects.filter(agreement=event)
        .order_by("due_on", "slug")
        .values(
            *("slug", "provision", "due_on", "due_rule"),
            provision_local=local("provision", language),
            level=Subquery(last.values("level")[:1]),
            level_as_of=Subquery(last.values("as_of")[:1]),
            level_article=Subquery(last.values("article_id")[:1]),
            note=Subquery(last.values("note")[:1]),
            note_local=Subquery(last.values(text=local("note", language))[:1]),
            bound=ArraySubquery(_bound(language)),
        )
    )
    return [
        row
        | {
            "provision": pick(row, "provision", language),
            "note": pick(row, "note", language) if row["note"] else None,
            "bound": [of_json(each, language) for each in row["bound"]],
        }
        for row in rows
    ]


def _delegation(row: dict[str, Any], language: str) -> dict[str, Any]:
    head = row["head"]
    return {
        "party": of_json(row, language),
        "size": row["size"],
        "head": of_json(head, language) if head["slug"] else None,
        "head_name": row["head_name"],
    }


def _truce_parties(language: str) -> Any:
    return TruceParty.objects.filter(truce=OuterRef("pk")).values(
        json=JSONObject(
            slug="actor__slug",
            name="actor__name",
            local=local("actor__name", language),
            position="position",
        )
    )


def _bound(language: str) -> Any:
    return Obligation.objects.filter(commitment=OuterRef("pk")).values(
        json=JSONObject(
            slug="actor__slug",
            name="actor__name",
            local=local("actor__name", language),
        )
    )
