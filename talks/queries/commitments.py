"""Promises with their deadlines: who must do what by when, and how it stood each quarter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Q
from django.db.models.functions import JSONObject

from talks.models import Commitment, CommitmentStatus, Event, Obligation
from talks.models.base import Localized
from talks.queries import cards
from talks.queries.cards import Card
from talks.queries.clauses import RuleError, due, months_after
from talks.queries.names import Name, local, localized, of_json, pick

Level = CommitmentStatus.Level
# On the scale of the Peace Accords Matrix; the others stand outside of it.
SCALE = {
    Level.NOT_STARTED: 0,
    Level.ONGOING: 1,
    Level.PARTIAL: 2,
    Level.FULFILLED: 3,
}
# What may show that a promise was not kept: deeds against it, and words about it.
AFTERMATH = (
    Event.Kind.TRUCE_VIOLATION,
    Event.Kind.EMBARGO_VIOLATION,
    Event.Kind.ATTACK,
    Event.Kind.OFFENSIVE,
    Event.Kind.STATEMENT,
)
MOST_AFTER = 40


class State(StrEnum):
    """Where a promise stands against its day."""

    KEPT = "kept"
    LATE = "late"
    OVERDUE = "overdue"
    UNHEARD = "unheard"
    BROKEN = "broken"
    UPCOMING = "upcoming"
    LAPSED = "lapsed"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Status:
    """How a promise was judged to stand on a day, and what shows it."""

    as_of: date
    level: str
    note: Localized
    quote: str
    article: int
    source: Name
    event: Name | None


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment as it stood on a day."""

    id: int
    slug: str
    provision: Localized
    agreement: Name
    signed_on: date
    lapsed_on: date | None
    due_on: date | None
    due_rule: str
    computed_on: date | None
    bound: tuple[Name, ...]
    statuses: tuple[Status, ...]
    day: date

    @property
    def due(self) -> date | None:
        """The day in its text, or else the one that its clock rule names."""
        return self.due_on or self.computed_on

    @property
    def level(self) -> str:
        """How it was last judged, empty if never."""
        return self.statuses[-1].level if self.statuses else ""

    @property
    def kept_on(self) -> date | None:
        """The first day on which it was judged kept and never less since."""
        kept: date | None = None
        for status in self.statuses:
            if status.level != Level.FULFILLED:
                kept = None
            elif kept is None:
                kept = status.as_of
        return kept

    @property
    def was_late(self) -> bool:
        """Whether a judgement made on or after its day found it not kept."""
        return self.due is not None and any(
            status.as_of >= self.due and status.level != Level.FULFILLED
            for status in self.statuses
        )

    @property
    def days_past(self) -> int:
        """Days from its day to the day asked about, or to its end if that came first.

        A promise found kept is past its day only as far as it was found late: when
        exactly it was kept before the first judgement is not known.
        """
        if self.due is None or (self.kept_on and not self.was_late):
            return 0
        ends = [each for each in (self.kept_on, self.lapsed_on) if each]
        return max((min([self.day, *ends]) - self.due).days, 0)

    @property
    def state(self) -> State:
        """Where it stands against its day; silence since that day is not a breach."""
        if self.kept_on:
            return State.LATE if self.was_late else State.KEPT
        if self.lapsed_on:
            return State.LAPSED
        return State.BROKEN if self.level == Level.BREACHED else self._unkept()

    def _unkept(self) -> State:
        if self.due is None:
            return State.OPEN
        if self.due >= self.day:
            return State.UPCOMING
        return State.OVERDUE if self.was_late else State.UNHEARD

    def at(self, last: date) -> Status | None:
        """Return the judgement that stood at the end of a quarter, if there was one."""
        until = [status for status in self.statuses if status.as_of <= last]
        return until[-1] if until else None


@dataclass(frozen=True, slots=True)
class Agreement:
    """The promises of one agreement, in the order of their days."""

    name: Name
    signed_on: date
    promises: tuple[Promise, ...]


def agreements(*, day: date, language: str) -> list[Agreement]:
    """Return all promises by agreement, the latest agreement first; one query."""
    promises = _read(Q(), day, language)
    groups = groupby(promises, key=lambda promise: promise.agreement.slug)
    found = [tuple(group) for _slug, group in groups]
    return [Agreement(group[0].agreement, group[0].signed_on, group) for group in found]


def of_agreement(slug: str, *, day: date, language: str) -> list[Promise]:
    """Return the promises of one agreement or truce; one query."""
    return _read(Q(agreement__slug=slug), day, language)


def one(slug: str, *, day: date, language: str) -> Promise | None:
    """Return one promise, or None; one query."""
    return next(iter(_read(Q(slug=slug), day, language)), None)


def quarters(promises: Iterable[Promise]) -> list[date]:
    """Return the last days of the quarters from the first agreement to the last judgement."""
    every = list(promises)
    judged = [status.as_of for one in every for status in one.statuses]
    if not judged:
        return []
    last = _quarter_end(min(one.signed_on for one in every))
    found = [last]
    while last < max(judged):
        last = _quarter_end(last + timedelta(1))
        found.append(last)
    return found


def _quarter_end(day: date) -> date:
    first = day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
    return months_after(first, 3) - timedelta(1)


def aftermath(promise: Promise, *, language: str) -> list[Card]:
    """Return what those bound by it were part of after its day, oldest first.

    One query; nothing where no day is set or it has not come.
    """
    if promise.due is None or promise.due > promise.day:
        return []
    slugs = [name.slug for name in promise.bound]
    events = (
        Event.objects.published()
        .known_by(promise.day)
        .filter(kind__in=AFTERMATH, earliest__gte=promise.due)
        .filter(
            Q(participations__actor__slug__in=slugs)
            | Q(embargo_violation__supplier__slug__in=slugs)
            | Q(embargo_violation__recipient__slug__in=slugs)
        )
        .order_by("earliest", "id")
        .distinct()
    )
    return cards.fetch(events, language, day=promise.day)[:MOST_AFTER]


# ------------------------------------------------------------------ rows


def _read(which: Q, day: date, language: str) -> list[Promise]:
    rows = (
        Commitment.objects.filter(
            which,
            agreement__status=Event.Status.APPROVED,
            agreement__known_on__lte=day,
        )
        .order_by("-agreement__earliest", "agreement", F("due_on").asc(nulls_last=True))
        .values(
            *("id", "slug", "provision", "due_on", "due_rule"),
            provision_local=local("provision", language),
            agreement_slug=F("agreement__slug"),
            agreement_name=F("agreement__title"),
            agreement_name_local=local("agreement__title", language),
            signed_on=F("agreement__latest"),
            effective_on=F("agreement__truce__effective_on"),
            ended_on=F("agreement__truce__ended_on"),
            who=ArraySubquery(_bound(language)),
            judged=ArraySubquery(_statuses(language, day)),
        )
    )
    return [_promise(row, day, language) for row in rows]


def _promise(row: Mapping[str, Any], day: date, language: str) -> Promise:
    ended = row["ended_on"]
    return Promise(
        provision=pick(row, "provision", language),
        agreement=Name(row["agreement_slug"], pick(row, "agreement_name", language)),
        lapsed_on=ended if ended and ended <= day else None,
        computed_on=_computed(row),
        bound=tuple(of_json(each, language) for each in row["who"]),
        statuses=tuple(_status(each, language) for each in row["judged"]),
        day=day,
        **{key: row[key] for key in ("id", "slug", "signed_on", "due_on", "due_rule")},
    )


def _computed(row: Mapping[str, Any]) -> date | None:
    """Return the day of the clock rule; None where it cannot be counted."""
    if not row["due_rule"]:
        return None
    try:
        return due(
            row["due_rule"],
            signed_on=row["signed_on"],
            effective_on=row["effective_on"],
        )
    except RuleError:
        return None


def _status(row: Mapping[str, Any], language: str) -> Status:
    event = row["event"]
    return Status(
        as_of=date.fromisoformat(row["as_of"]),
        level=row["level"],
        note=localized(row["note"], row["note_local"], language),
        quote=row["quote"],
        article=row["article"],
        source=of_json(row["source"], language),
        event=of_json(event, language) if event["slug"] else None,
    )


def _bound(language: str) -> Any:
    return Obligation.objects.filter(commitment=OuterRef("pk")).values(
        json=JSONObject(
            slug="actor__slug",
            name="actor__name",
            local=local("actor__name", language),
        )
    )


def _statuses(language: str, day: date) -> Any:
    told = Q(article__published_at__date__lte=day) | Q(article__published_at=None)
    return (
        CommitmentStatus.objects.filter(told, commitment=OuterRef("pk"), as_of__lte=day)
        .order_by("as_of", "id")
        .values(
            json=JSONObject(
                as_of="as_of",
                level="level",
                note="note",
                note_local=local("note", language),
                quote="quote",
                article="article_id",
                source=JSONObject(
                    slug="article__source__slug",
                    name="article__source__name",
                    local=local("article__source__name", language),
                ),
                event=JSONObject(
                    slug="event__slug",
                    name="event__title",
                    local=local("event__title", language),
                ),
            )
        )
    )
