"""Where things stand: the truce, the talks, what is claimed, what is due, how fresh it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from django.db.models import Count, F, Max, OuterRef, Q, Subquery

from talks.models import (
    Article,
    Commitment,
    CommitmentStatus,
    Event,
    Feed,
    Figure,
    Round,
)
from talks.models.base import Localized
from talks.models.events import Standard
from talks.queries import cards, claims, figures
from talks.queries.cards import Card
from talks.queries.claims import Band, Claim
from talks.queries.figures import Series
from talks.queries.names import Name, columns, local, localized, of_part, pick

LATEST = 10
MOST_DUE = 4
# Totals and levels are given anew every few weeks; an older one is not beside a newer.
BESIDE = timedelta(92)
Level = CommitmentStatus.Level
Scope = Figure.Scope
# parts of the people, such as migrants or children, say less of how things stand
WHOLE_POPULATIONS = (Figure.Population.ALL, Figure.Population.CIVILIANS)


@dataclass(frozen=True, slots=True)
class Stand:
    """The newest claim of something, and the band of those that stand beside it."""

    newest: Claim
    beside: list[Claim]
    band: Band


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment with a day, not known to be fulfilled."""

    slug: str
    provision: Localized
    agreement: Name
    due_on: date
    level: str | None


@dataclass(frozen=True, slots=True)
class Freshness:
    """How lately, and from how many healthy feeds, reports came in."""

    last_report: datetime | None
    reports_in_week: int
    feeds_on: int
    feeds_healthy: int
    last_event_change: datetime | None


@dataclass(frozen=True, slots=True)
class Overview:
    """All that the first page shows."""

    truces: list[Card]
    violation: Card | None
    last_round: Mapping[str, Any] | None
    next_round: Mapping[str, Any] | None
    latest: list[Card]
    deaths: Stand | None
    displaced: Stand | None
    overdue: list[Promise]
    upcoming: list[Promise]
    freshness: Freshness


def overview(
    now: datetime,
    language: str,
    *,
    known_by: date | None = None,
    standard: Standard = Standard.ALL,
) -> Overview:
    """Return where things stand now, or stood on a past day. Eleven or twelve queries.

    Events that do not meet the standard of proof are left out of lists and counters.
    """
    today = known_by or now.date()
    events = Event.objects.published(known_by=known_by)
    begun = events.filter(earliest__lte=today).order_by("-earliest", "-id")
    in_force = events.filter(truce__effective_on__lte=today).exclude(
        truce__ended_on__lte=today
    )
    if standard != Standard.ALL:
        begun = begun.proven(standard, known_by=known_by)
    violations = begun.filter(kind=Event.Kind.TRUCE_VIOLATION, discounted_reason="")
    overdue, upcoming = _due(today, language, known_by)
    shown = partial(cards.fetch, language=language, day=known_by)
    return Overview(
        truces=shown(in_force.order_by("-truce__effective_on")),
        violation=next(iter(shown(violations[:1])), None),
        last_round=_round(Q(began_on__lte=today), "-began_on", language, known_by),
        next_round=_round(Q(began_on__gt=today), "began_on", language, known_by),
        latest=shown(begun[:LATEST]),
        deaths=_stand(Figure.Measure.DEATHS, Scope.CUMULATIVE, today, language),
        displaced=_stand(Figure.Measure.DISPLACED, Scope.STOCK, today, language),
        overdue=overdue,
        upcoming=upcoming,
        freshness=_freshness(now),
    )


def _round(
    which: Q, order: str, language: str, known_by: date | None
) -> Mapping[str, Any] | None:
    published = Event.objects.published(known_by=known_by)
    row: dict[str, Any] | None = (
        Round.objects.filter(which, event__in=published)
        .order_by(order, "-id")
        .values(
            *(
                "series",
                "number",
                "session",
                "track",
                "began_on",
                "ended_on",
                "outcome",
            ),
            series_local=local("series", language),
            event_slug=F("event__slug"),
            **columns("venue", language),
        )
        .first()
    )
    if row is None:
        return None
    if known_by and row["ended_on"] and row["ended_on"] > known_by:
        row |= {"ended_on": None, "outcome": Round.Outcome.OPENED}
    return row | {
        "series": pick(row, "series", language),
        "venue": of_part(row, "venue", language),
    }


def _stand(measure: str, scope: str, today: date, language: str) -> Stand | None:
    """Return what is claimed of all people, or of civilians, whichever was claimed last.

    A total that was given again and again goes before that of a closed period.
    """
    known = figures.known_by(today).filter(
        measure=measure, scope=scope, population__in=WHOLE_POPULATIONS
    )
    series = figures.series(figures.fetch(known, day=today, language=language), today)
    usable = [each for each in series if claims.usable(each.claims)]
    if not usable:
        return None
    running = [each for each in usable if claims.is_running(each.claims)]
    return _newest(max(running or usable, key=lambda each: each.last))


def _newest(series: Series) -> Stand | None:
    last = max(claim.day for claim in claims.usable(series.claims))
    beside = claims.standing(series.claims, last, lasts=BESIDE)
    band = claims.band(beside)
    if band is None:
        return None
    ordered = sorted(beside, key=lambda claim: claim.day, reverse=True)
    return Stand(ordered[0], ordered, band)


def _due(
    today: date, language: str, known_by: date | None
) -> tuple[list[Promise], list[Promise]]:
    """Return what should have been done by today, latest first, and what is due next."""
    published = Event.objects.published(known_by=known_by)
    assessed = CommitmentStatus.objects.filter(commitment=OuterRef("pk"))
    last = assessed.filter(as_of__lte=today).order_by("-as_of")
    rows = (
        Commitment.objects.filter(due_on__isnull=False, agreement__in=published)
        .annotate(level=Subquery(last.values("level")[:1]))
        .filter(Q(level=None) | ~Q(level=Level.FULFILLED))
        .order_by("due_on", "slug")
        .values(
            *("slug", "provision", "due_on", "level"),
            provision_local=local("provision", language),
            agreement_slug=F("agreement__slug"),
            agreement_name=F("agreement__title"),
            agreement_local=local("agreement__title", language),
        )
    )
    promises = [_promise(row, language) for row in rows]
    overdue = [promise for promise in promises if promise.due_on < today]
    upcoming = [promise for promise in promises if promise.due_on >= today]
    return overdue[::-1][:MOST_DUE], upcoming[:MOST_DUE]


def _promise(row: Mapping[str, Any], language: str) -> Promise:
    agreement = localized(row["agreement_name"], row["agreement_local"], language)
    return Promise(
        slug=row["slug"],
        provision=pick(row, "provision", language),
        agreement=Name(row["agreement_slug"], agreement),
        due_on=row["due_on"],
        level=row["level"],
    )


def _freshness(now: datetime) -> Freshness:
    held = Article.objects.exclude(state=Article.State.CITED)
    # the week's alone, by the index: there are hundreds of thousands of others
    this_week = held.filter(found_at__gte=now - timedelta(7))
    reports = this_week.aggregate(last=Max("found_at"), week=Count("pk"))
    newest = held.order_by("-found_at").values_list("found_at", flat=True)
    feeds = Feed.objects.filter(retired_at=None, is_on=True).aggregate(
        on=Count("pk"), healthy=Count("pk", filter=Q(failures=0, disabled_at=None))
    )
    changed = Event.objects.published().aggregate(last=Max("changed_at"))
    return Freshness(
        last_report=reports["last"] or newest.first(),
        reports_in_week=reports["week"],
        feeds_on=feeds["on"],
        feeds_healthy=feeds["healthy"],
        last_event_change=changed["last"],
    )
