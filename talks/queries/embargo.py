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
    exemption: str
    standard_of_proof: str

    @property
    def is_survey(self) -> bool:
        """Whether it is a report on many breaches, or a measure against them: no case."""
        various = EmbargoViolation.Item.VARIOUS
        return self.item == various and not (self.supplier or self.recipient)

    @property
    def month(self) -> date:
        """The month in which it may first lie."""
        return self.card.when.earliest.replace(day=1)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which cases to show, each part as the address says it; empty for all."""

    supplier: str = ""
    recipient: str = ""
    item: str = ""
    reported_by: str = ""
    standard_of_proof: str = ""
    month: str = ""

    def holds(self, case: Case) -> bool:
        """Tell whether a case is among them."""
        said = {
            "supplier": _slug(case.supplier),
            "recipient": _slug(case.recipient),
            "item": case.item,
            "reported_by": _slug(case.reported_by),
            "standard_of_proof": case.standard_of_proof,
            "month": f"{case.month:%Y-%m}",
        }
        return all(getattr(self, part) in {"", value} for part, value in said.items())


def _slug(name: Name | None) -> str:
    return name.slug if name else ""


@dataclass(frozen=True, slots=True)
class Inspections:
    """What missions counted in closed periods, and since they began: never one of the other."""

    periods: list[Claim]
    totals: list[Claim]


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


_AS_IS = (
    *("item", "item_words", "carrier", "carrier_mark", "flag", "route", "exemption"),
    "standard_of_proof",
)


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
        months[case.month][case.card.grade] += 1
    return dict(sorted(months.items()))


def inspections(*, day: date, language: str) -> Inspections:
    """Return what the missions say they checked; one query.

    What a month counts and what counts since the launch stand apart: neither is a
    share of the other, though reports print them side by side. A mission's launch is
    the earliest day from which it counts anything.
    """
    counted = figures.known_by(day).filter(
        measure__in=INSPECTIONS, scope=Figure.Scope.CUMULATIVE
    )
    found = figures.fetch(counted, day=day, language=language)
    found.sort(key=lambda claim: (claim.measure, claim.day), reverse=True)
    launches: dict[str, date] = {}
    for claim in found:
        if claim.since:
            begun = launches.get(claim.speaker.slug, claim.since.earliest)
            launches[claim.speaker.slug] = min(begun, claim.since.earliest)
    totals = [claim for claim in found if _is_since_launch(claim, launches)]
    return Inspections([claim for claim in found if claim not in totals], totals)


def _is_since_launch(claim: Claim, launches: Mapping[str, date]) -> bool:
    launch = launches.get(claim.speaker.slug)
    return claim.since is not None and claim.since.earliest == launch


def resolutions(*, day: date, language: str) -> list[Card]:
    """Return the Council's resolutions on the embargo, latest first; one query."""
    events = (
        Event.objects.published()
        .known_by(day)
        .filter(kind=Event.Kind.RESOLUTION, track=Event.Track.EMBARGO)
        .order_by(F("earliest").desc(), "-id")
    )
    return cards.fetch(events, language, day=day)
