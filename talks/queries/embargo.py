"""Reported breaches of the arms embargo: by supplier, recipient, item and month."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from django.db.models import F

from talks.models import EmbargoViolation, Event, Figure
from talks.queries import cards, figures, proof
from talks.queries.cards import Card
from talks.queries.claims import Claim
from talks.queries.grading import Grade
from talks.queries.names import Name, columns, of_part
from talks.queries.proof import Standard

KeyT = TypeVar("KeyT", bound=Hashable)

# what the missions at sea and in the air count: claims, with their own start each
INSPECTIONS = (
    Figure.Measure.VESSELS_HAILED,
    Figure.Measure.VESSEL_INSPECTIONS,
    Figure.Measure.CARGO_SEIZURES,
    Figure.Measure.AIRCRAFT,
)


@dataclass(frozen=True, slots=True)
class Case:
    """One reported breach: its event, and what of the shipment is known."""

    card: Card
    item: str
    item_words: str
    supplier: Name | None
    recipient: Name | None
    reported_by: Name | None
    carrier: str
    carrier_mark: str
    flag: str
    route: str


@dataclass(frozen=True, slots=True)
class Tally:
    """How many cases name one supplier, recipient or item, by how sure they are."""

    name: Name | str | None
    grades: Mapping[str, int]

    @property
    def confirmed(self) -> int:
        """Cases that the accused admit or a finding body establishes."""
        return self.grades.get(Grade.CONFIRMED, 0)

    @property
    def cases(self) -> int:
        """All cases."""
        return sum(self.grades.values())


def cases(*, day: date, standard: Standard, language: str) -> list[Case]:
    """Return the cases known by `day` that meet a standard, latest first; two queries."""
    events = (
        Event.objects.published()
        .known_by(day)
        .filter(embargo_violation__isnull=False)
        .order_by("-earliest", "-id")
    )
    details = {row["event"]: row for row in _details(language)}
    found = proof.counted(cards.fetch(events, language, day=day), standard)
    return [_case(card, details[card.id], language) for card in found]


def _details(language: str) -> Iterable[Mapping[str, Any]]:
    rows: Iterable[Mapping[str, Any]] = EmbargoViolation.objects.values(
        *_AS_IS,
        "event",
        **columns("supplier", language),
        **columns("recipient", language),
        **columns("reported_by", language),
    )
    return rows


_AS_IS = ("item", "item_words", "carrier", "carrier_mark", "flag", "route")


def _case(card: Card, row: Mapping[str, Any], language: str) -> Case:
    return Case(
        card=card,
        supplier=of_part(row, "supplier", language),
        recipient=of_part(row, "recipient", language),
        reported_by=of_part(row, "reported_by", language),
        **{key: row[key] for key in _AS_IS},
    )


def tally(every: Iterable[Case], key: Callable[[Case], Any]) -> list[Tally]:
    """Return a row for each key, most cases first; each case counts once."""
    rows: dict[Any, Counter[str]] = defaultdict(Counter)
    for case in every:
        rows[key(case)][case.card.grade] += 1
    made = [Tally(name, grades) for name, grades in rows.items()]
    return sorted(made, key=lambda row: (row.name is None, -row.cases))


def by_month(every: Iterable[Case]) -> dict[date, Counter[str]]:
    """Return the cases of each month by grade, in the month in which each may first lie."""
    months: dict[date, Counter[str]] = defaultdict(Counter)
    for case in every:
        months[case.card.when.earliest.replace(day=1)][case.card.grade] += 1
    return dict(sorted(months.items()))


def inspections(*, day: date, language: str) -> list[Claim]:
    """Return what the missions say they checked; one query.

    What a month counts and what counts since the launch stand apart: neither is a
    share of the other, though reports print them side by side.
    """
    counted = figures.known_by(day).filter(
        measure__in=INSPECTIONS, scope=Figure.Scope.CUMULATIVE
    )
    found = figures.fetch(counted, day=day, language=language)
    return sorted(found, key=lambda claim: (claim.measure, claim.day), reverse=True)


def resolutions(*, day: date, language: str) -> list[Card]:
    """Return the Council's resolutions on the embargo, latest first; one query."""
    events = (
        Event.objects.published()
        .known_by(day)
        .filter(kind=Event.Kind.RESOLUTION, track=Event.Track.EMBARGO)
        .order_by(F("earliest").desc(), "-id")
    )
    return cards.fetch(events, language, day=day)
