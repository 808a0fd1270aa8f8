"""Rounds of talks as series: who came, how each ended, what was promised and held."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef
from django.db.models.functions import JSONObject

from talks.models import Delegation, Event, Round, RoundStep
from talks.models.base import Localized
from talks.queries.names import Name, columns, local, of_json, of_part, pick

# A meeting that was announced and has not come about after so long was not held.
PATIENCE = timedelta(120)
Modality = Event.Modality


@dataclass(frozen=True, slots=True)
class Delegates:
    """A party at a round: how many came, and who led them."""

    party: Name
    size: int | None
    head: Name | None
    head_name: str


@dataclass(frozen=True, slots=True)
class Step:
    """An event in the course of a round: a walk-out, a draft, a resumption."""

    event: Name
    day: date
    kind: str
    modality: str


@dataclass(frozen=True, slots=True)
class Held:
    """One round as the page shows it."""

    slug: str
    event: Name
    series: str
    track: str
    number: int | None
    session: str
    format: str
    venue: Name | None
    mediator: Name | None
    began_on: date
    ended_on: date | None
    outcome: str
    words: Localized
    continues: str
    delegations: tuple[Delegates, ...]
    steps: tuple[Step, ...]

    @property
    def last(self) -> date:
        """Its last day as far as it is known."""
        return self.ended_on or self.began_on


@dataclass(frozen=True, slots=True)
class Series:
    """The rounds of one series of talks, in order."""

    name: str
    track: str
    rounds: tuple[Held, ...]

    @property
    def outcomes(self) -> Mapping[str, int]:
        """How many rounds ended in each way."""
        return Counter(held.outcome for held in self.rounds)

    @property
    def missing(self) -> list[int]:
        """Numbers between the first and the last that no round here bears."""
        numbers = {held.number for held in self.rounds if held.number}
        return sorted(set(range(1, max(numbers, default=0) + 1)) - numbers)


@dataclass(frozen=True, slots=True)
class Promise:
    """A meeting that was announced, and the round that followed, if one did."""

    event: Name
    announced: date
    series: str
    kept_by: Held | None
    is_overdue: bool


def series(*, day: date, language: str) -> list[Series]:
    """Return the series by track, those with most rounds first; one query."""
    rows = (
        Round.objects.filter(
            event__status=Event.Status.APPROVED, event__known_on__lte=day
        )
        .order_by("track", "series", "began_on", "id")
        .values(
            *("slug", "series", "track", "number", "session", "format", "began_on"),
            *("ended_on", "outcome", "outcome_words"),
            outcome_words_local=local("outcome_words", language),
            follows=F("continues__slug"),
            who=ArraySubquery(delegations(language)),
            course=ArraySubquery(_steps(language, day)),
            event_slug=F("event__slug"),
            event_name=F("event__title"),
            event_name_local=local("event__title", language),
            **columns("venue", language),
            **columns("mediator", language),
        )
    )
    held = [_held(row, day, language) for row in rows]
    found = [
        Series(name, track, tuple(rounds))
        for (track, name), rounds in groupby(held, lambda one: (one.track, one.series))
    ]
    return sorted(found, key=lambda one: (_TRACKS[one.track], -len(one.rounds)))


_TRACKS = {track: number for number, track in enumerate(Event.Track.values)}


def promises(every: Collection[Series], *, day: date) -> list[Promise]:
    """Return the meetings announced in the course of these series, oldest first.

    One is kept by the next round of the series that began no more than four months
    later; until then it is awaited, after that it is overdue.
    """
    made = [
        _promise(one, step, day)
        for one in every
        for held in one.rounds
        for step in held.steps
        if step.kind == Event.Kind.TALKS and step.modality == Modality.ANNOUNCED
    ]
    return sorted(made, key=lambda promise: promise.announced)


def _promise(one: Series, step: Step, day: date) -> Promise:
    kept = [
        held for held in one.rounds if step.day <= held.began_on <= step.day + PATIENCE
    ]
    overdue = not kept and day > step.day + PATIENCE
    return Promise(step.event, step.day, one.name, next(iter(kept), None), overdue)


def _held(row: Mapping[str, Any], day: date, language: str) -> Held:
    ended = row["ended_on"] if row["ended_on"] and row["ended_on"] <= day else None
    is_over = row["ended_on"] is None or ended is not None
    return Held(
        event=Name(row["event_slug"], pick(row, "event_name", language)),
        venue=of_part(row, "venue", language),
        mediator=of_part(row, "mediator", language),
        ended_on=ended,
        outcome=row["outcome"] if is_over else Round.Outcome.OPENED,
        words=pick(row, "outcome_words", language) if is_over else Localized("", "en"),
        continues=row["follows"] or "",
        delegations=tuple(_delegates(each, language) for each in row["who"]),
        steps=tuple(_step(each, language) for each in row["course"]),
        **{key: row[key] for key in _AS_IS},
    )


_AS_IS = ("slug", "series", "track", "number", "session", "format", "began_on")


def _delegates(row: Mapping[str, Any], language: str) -> Delegates:
    head = row["head"]
    return Delegates(
        of_json(row, language),
        row["size"],
        of_json(head, language) if head["slug"] else None,
        row["head_name"],
    )


def _step(row: Mapping[str, Any], language: str) -> Step:
    day = date.fromisoformat(row["day"])
    return Step(of_json(row, language), day, row["kind"], row["modality"])


def delegations(language: str) -> Any:
    """Return the delegations of the round at hand: one JSON object each, to be nested."""
    return Delegation.objects.filter(round=OuterRef("pk")).values(
        json=JSONObject(
            slug="party__slug",
            name="party__name",
            local=local("party__name", language),
            size="size",
            head_name="head_name",
            head=JSONObject(
                slug="head__slug",
                name="head__name",
                local=local("head__name", language),
            ),
        )
    )


def _steps(language: str, day: date) -> Any:
    return (
        RoundStep.objects.filter(
            round=OuterRef("pk"),
            event__status=Event.Status.APPROVED,
            event__known_on__lte=day,
        )
        .order_by("event__earliest", "event")
        .values(
            json=JSONObject(
                slug="event__slug",
                name="event__title",
                local=local("event__title", language),
                day="event__earliest",
                kind="event__kind",
                modality="event__modality",
            )
        )
    )
