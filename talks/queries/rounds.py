"""Rounds of talks as series: who came, how each ended, what was promised and held."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef
from django.db.models.functions import JSONObject

from talks.models import Delegation, Event, PromisedMeeting, Round, RoundStep
from talks.models.base import Localized
from talks.queries.names import Name, columns, local, of_json, of_part, pick

# A meeting that was announced and has not come about after so long was not held.
PATIENCE = timedelta(120)
Modality = Event.Modality


@dataclass(frozen=True, slots=True)
class Delegates:
    """A party at a round: whether it came and stayed, how many, who led them, who else."""

    party: Name
    size: int | None
    head: Name | None
    head_name: str
    members: tuple[str, ...]
    attendance: str


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
    key: str
    series: Localized
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
    """The rounds of one series of talks, in order; `key` is its English name."""

    key: str
    name: Localized
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


class Fate(StrEnum):
    """What became of a meeting that was announced."""

    HELD = "held"
    LATE = "late"
    AWAITED = "awaited"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Promise:
    """A meeting that was announced, and the round as which it was held, if it was."""

    slug: str
    what: Localized
    event: Name
    announced: date
    planned_from: date | None
    planned_until: date | None
    made_at: str
    kept_by: Held | None
    fate: Fate


def series(*, day: date, language: str) -> list[Series]:
    """Return the series by track, those with most rounds first; one query."""
    held = _read(day, language)
    found = [
        Series(key, rounds[0].series, track, tuple(rounds))
        for (track, key), rounds in _grouped(held)
    ]
    return sorted(found, key=lambda one: (_TRACKS[one.track], -len(one.rounds)))


def _grouped(held: list[Held]) -> list[tuple[tuple[str, str], list[Held]]]:
    every = groupby(held, lambda one: (one.track, one.key))
    return [(key, list(rounds)) for key, rounds in every]


def _read(day: date, language: str) -> list[Held]:
    rows = (
        Round.objects.filter(
            event__status=Event.Status.APPROVED, event__known_on__lte=day
        )
        .order_by("track", "series", "began_on", "id")
        .values(
            *("slug", "series", "track", "number", "session", "format", "began_on"),
            *("ended_on", "outcome", "outcome_words"),
            series_local=local("series", language),
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
    return [_held(row, day, language) for row in rows]


_TRACKS = {track: number for number, track in enumerate(Event.Track.values)}


def promises(every: Collection[Series], *, day: date, language: str) -> list[Promise]:
    """Return the meetings that were announced by `day`, oldest first; two queries.

    Where staff recorded which round kept it, that is said. An announced meeting of
    which nothing is recorded is kept by the next round of its series that began no
    more than four months later; until then it is awaited, after that it never was.
    """
    held = {one.slug: one for series in every for one in series.rounds}
    rows = list(_promised(day, language))
    told = {row["event_slug"] for row in rows}
    made = [_promise(row, held, day, language) for row in rows]
    made += [
        _promise_of_step(series, one, step, day)
        for series in every
        for one in series.rounds
        for step in one.steps
        if _announces(step) and step.event.slug not in told
    ]
    return sorted(made, key=lambda promise: promise.announced)


def _promised(day: date, language: str) -> Any:
    return PromisedMeeting.objects.filter(
        event__status=Event.Status.APPROVED, event__known_on__lte=day
    ).values(
        *("slug", "what", "planned_from", "planned_until"),
        what_local=local("what", language),
        announced=F("event__earliest"),
        event_slug=F("event__slug"),
        event_name=F("event__title"),
        event_name_local=local("event__title", language),
        made_at=F("round__slug"),
        kept=F("kept_by__slug"),
    )


def _promise(
    row: Mapping[str, Any], held: Mapping[str, Held], day: date, language: str
) -> Promise:
    kept = held.get(row["kept"] or "")
    if kept and kept.began_on > day:
        kept = None
    planned = row["planned_until"]
    if kept:
        fate = Fate.LATE if planned and kept.began_on > planned else Fate.HELD
    else:
        last = planned or row["announced"] + PATIENCE
        fate = Fate.NEVER if day > last else Fate.AWAITED
    return Promise(
        slug=row["slug"],
        what=pick(row, "what", language),
        event=Name(row["event_slug"], pick(row, "event_name", language)),
        announced=row["announced"],
        planned_from=row["planned_from"],
        planned_until=planned,
        made_at=row["made_at"] or "",
        kept_by=kept,
        fate=fate,
    )


def _announces(step: Step) -> bool:
    return step.kind == Event.Kind.TALKS and step.modality == Modality.ANNOUNCED


def _promise_of_step(series: Series, at: Held, step: Step, day: date) -> Promise:
    until = step.day + PATIENCE
    kept = [one for one in series.rounds if step.day <= one.began_on <= until]
    nothing = Fate.NEVER if day > until else Fate.AWAITED
    return Promise(
        slug=step.event.slug,
        what=step.event.text,
        event=step.event,
        announced=step.day,
        planned_from=None,
        planned_until=None,
        made_at=at.slug,
        kept_by=kept[0] if kept else None,
        fate=Fate.HELD if kept else nothing,
    )


def _held(row: Mapping[str, Any], day: date, language: str) -> Held:
    ended = row["ended_on"] if row["ended_on"] and row["ended_on"] <= day else None
    is_over = row["ended_on"] is None or ended is not None
    return Held(
        key=row["series"],
        series=pick(row, "series", language),
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


_AS_IS = ("slug", "track", "number", "session", "format", "began_on")


def _delegates(row: Mapping[str, Any], language: str) -> Delegates:
    head = row["head"]
    return Delegates(
        of_json(row, language),
        row["size"],
        of_json(head, language) if head["slug"] else None,
        row["head_name"],
        tuple(row["members"]),
        row["attendance"],
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
            members="members",
            attendance="attendance",
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
