"""Two periods side by side: events by kind and by actor, and the deaths of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q

from talks.filters.comparison import ComparisonFilter, Period
from talks.models import Event, Figure, Participation
from talks.models.events import EventQuerySet
from talks.queries import claims as reading
from talks.queries import figures
from talks.queries.claims import Claim
from talks.queries.figures import VIOLENT
from talks.queries.names import Name, local, name

MOST_ACTORS = 15


@dataclass(frozen=True, slots=True)
class Pair:
    """A number in each of the periods."""

    a: int
    b: int

    @property
    def change(self) -> int:
        """How many more there are in the second."""
        return self.b - self.a


@dataclass(frozen=True, slots=True)
class Toll:
    """What the recommended claims of a period's events add up to, and of how many."""

    low: int
    high: int
    is_open_above: bool
    events: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that is set side by side. Deaths are kept apart by who was counted."""

    events: Pair
    kinds: dict[str, Pair]
    actors: list[tuple[Name, Pair]]
    deaths: dict[str, tuple[Toll | None, Toll | None]]


def compare(
    asked: ComparisonFilter, a: Period, b: Period, *, day: date, language: str
) -> Comparison:
    """Return the comparison, in three queries.

    An event counts to each period in which it may have happened or been going on.
    """
    events = asked.events.narrow(Event.objects.published()).filter(
        _within(a) | _within(b)
    )
    kinds = _kinds(events, a, b)
    return Comparison(
        events=Pair(
            sum(pair.a for pair in kinds.values()),
            sum(pair.b for pair in kinds.values()),
        ),
        kinds=kinds,
        actors=_actors(events, a, b, language),
        deaths=_deaths(events, a, b, day, language),
    )


def _within(period: Period, path: str = "") -> Q:
    return Q(
        **{
            f"{path}ongoing_until__gte": period.first,
            f"{path}earliest__lte": period.last,
        }
    )


def _kinds(events: EventQuerySet, a: Period, b: Period) -> dict[str, Pair]:
    rows = (
        events.order_by()
        .values("kind")
        .annotate(
            a=Count("pk", filter=_within(a)),
            b=Count("pk", filter=_within(b)),
        )
    )
    counted = {row["kind"]: Pair(row["a"], row["b"]) for row in rows}
    return {kind: counted[kind] for kind in Event.Kind.values if kind in counted}


def _actors(
    events: EventQuerySet, a: Period, b: Period, language: str
) -> list[tuple[Name, Pair]]:
    """Return who takes part in most of these events, each event once."""
    rows = (
        Participation.objects.filter(event__in=events.order_by().values("pk"))
        .order_by()
        .values(
            slug=F("actor__slug"),
            name=F("actor__name"),
            name_local=local("actor__name", language),
        )
        .annotate(
            a=Count("event", filter=_within(a, "event__"), distinct=True),
            b=Count("event", filter=_within(b, "event__"), distinct=True),
            all=Count("event", distinct=True),
        )
        .order_by("-all", "name")[:MOST_ACTORS]
    )
    return [(name(row, language), Pair(row["a"], row["b"])) for row in rows]


def _deaths(
    events: EventQuerySet, a: Period, b: Period, day: date, language: str
) -> dict[str, tuple[Toll | None, Toll | None]]:
    """Return the deaths of violent events, by who was counted."""
    tolls = figures.known_by(day).filter(
        measure=Figure.Measure.DEATHS,
        scope=Figure.Scope.INCIDENT,
        event__in=events.filter(kind__in=VIOLENT, discounted_reason="").values("pk"),
    )
    found = figures.fetch(tolls, day=day, language=language)
    by_population = reading.grouped(found, lambda claim: claim.population)
    return {
        population: (_toll(own, a), _toll(own, b))
        for population, own in by_population.items()
    }


def _toll(claims: Iterable[Claim], period: Period) -> Toll | None:
    own = [
        claim
        for claim in claims
        if claim.event_day and period.first <= claim.event_day <= period.last
    ]
    months = reading.sums(own, [])
    if not months:
        return None
    return Toll(
        low=sum(month.low for month in months),
        high=sum(month.high for month in months),
        is_open_above=any(month.is_open_above for month in months),
        events=sum(len(month.choices) for month in months),
    )
