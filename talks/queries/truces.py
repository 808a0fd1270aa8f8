"""Truces as living things: how long each held, and what is said to have broken it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Q
from django.db.models.functions import JSONObject

from talks.models import Event, Figure, Participation, Truce, TruceParty
from talks.models.base import Localized
from talks.queries import cards, figures, proof
from talks.queries.cards import Card
from talks.queries.claims import Claim
from talks.queries.figures import VIOLENT
from talks.queries.grading import CAMPS, Grade
from talks.queries.names import Name, local, of_json, pick
from talks.queries.proof import Standard

# Twelve weeks are long enough to see a change, and shorter than most truces.
LONGEST_WINDOW = timedelta(84)
# Fewer events than this in both windows together say nothing about a change.
FEWEST = 10
SEVERAL = "several"


@dataclass(frozen=True, slots=True)
class Row:
    """A truce in the ledger, as it stood on a day."""

    id: int
    slug: str
    title: Localized
    terms: Localized
    purpose: str
    declared_on: date
    effective_on: date | None
    expires_on: date | None
    ended_on: date | None
    end: str
    extends: Name | None
    extended_by: tuple[Name, ...]
    parties: tuple[tuple[Name, str], ...]
    day: date
    violations: tuple[Card, ...] = ()

    @property
    def is_in_force(self) -> bool:
        """Whether it was in effect on the day: declared is not enough."""
        return self.effective_on is not None and self.ended_on is None

    @property
    def days_held(self) -> int | None:
        """Days from its first to its end, or to the day; None if it never began."""
        if self.effective_on is None:
            return None
        return ((self.ended_on or self.day) - self.effective_on).days

    def counted(self, standard: Standard) -> list[Card]:
        """Return the violations that count under a standard, oldest first."""
        return proof.counted(self.violations, standard)

    def days_to_first(self, standard: Standard) -> int | None:
        """Return after how many days it was first said to be broken."""
        days = [card.when.earliest for card in self.counted(standard)]
        if self.effective_on is None or not days:
            return None
        return max((min(days) - self.effective_on).days, 0)


@dataclass(frozen=True, slots=True)
class Week:
    """The violations that fell into seven days, by the camp accused."""

    monday: date
    by_camp: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Windows:
    """Violent events in as many days before a truce began as after it."""

    days: int
    before: int
    after: int

    @property
    def is_too_few(self) -> bool:
        """Whether there are too few events to speak of a change."""
        return self.before + self.after < FEWEST

    @property
    def change(self) -> int | None:
        """The change in per cent, None where too few events or none before."""
        if self.is_too_few or not self.before:
            return None
        return round((self.after - self.before) / self.before * 100)


# ------------------------------------------------------------------ reading


def ledger(*, day: date, language: str) -> list[Row]:
    """Return the truces known by `day` with their violations; three queries."""
    return _read(Q(), day, language)


def one(slug: str, *, day: date, language: str) -> Row | None:
    """Return one truce as known by `day`, or None; three queries."""
    return next(iter(_read(Q(event__slug=slug), day, language)), None)


def in_force(rows: Iterable[Row]) -> list[Row]:
    """Return those in effect on their day, the latest first."""
    return [row for row in rows if row.is_in_force]


def _read(which: Q, day: date, language: str) -> list[Row]:
    found = (
        Truce.objects.filter(
            which, event__status=Event.Status.APPROVED, event__known_on__lte=day
        )
        .order_by("-declared_on", "-id")
        .values(
            *("id", "purpose", "declared_on", "effective_on", "expires_on"),
            *("ended_on", "end", "terms"),
            terms_local=local("terms", language),
            slug=F("event__slug"),
            title=F("event__title"),
            title_local=local("event__title", language),
            by=ArraySubquery(_parties(language)),
            chain=ArraySubquery(_chain(language)),
            extended=F("extends"),
        )
    )
    rows = [_row(each, day, language) for each in found]
    broken = _violations([row.id for row in rows], day, language)
    return [replace(row, violations=tuple(broken.get(row.id, ()))) for row in rows]


def _row(row: Mapping[str, Any], day: date, language: str) -> Row:
    chain = [(each["id"], of_json(each, language)) for each in row["chain"]]
    has_ended = row["ended_on"] is not None and row["ended_on"] <= day
    return Row(
        title=pick(row, "title", language),
        terms=pick(row, "terms", language),
        ended_on=row["ended_on"] if has_ended else None,
        end=row["end"] if has_ended else "",
        effective_on=_unless_to_come(row["effective_on"], day),
        extends=next((name for pk, name in chain if pk == row["extended"]), None),
        extended_by=tuple(name for pk, name in chain if pk != row["extended"]),
        parties=tuple(
            (of_json(each, language), each["position"]) for each in row["by"]
        ),
        day=day,
        **{key: row[key] for key in ("id", "slug", "purpose", "declared_on")},
        expires_on=row["expires_on"],
    )


def _unless_to_come(effective_on: date | None, day: date) -> date | None:
    return effective_on if effective_on and effective_on <= day else None


def _parties(language: str) -> Any:
    return TruceParty.objects.filter(truce=OuterRef("pk")).values(
        json=JSONObject(
            slug="actor__slug",
            name="actor__name",
            local=local("actor__name", language),
            position="position",
        )
    )


def _chain(language: str) -> Any:
    """Return the truce that this one extends, and those that extend it."""
    linked = Q(pk=OuterRef("extends")) | Q(extends=OuterRef("pk"))
    return (
        Truce.objects.filter(linked, event__status=Event.Status.APPROVED)
        .order_by("declared_on")
        .values(
            json=JSONObject(
                id="id",
                slug="event__slug",
                name="event__title",
                local=local("event__title", language),
            )
        )
    )


def _violations(
    truces: Collection[int], day: date, language: str
) -> dict[int, list[Card]]:
    events = (
        Event.objects.published()
        .known_by(day)
        .filter(truce_violation__truce__in=truces)
        .order_by("earliest", "id")
    )
    of_truce = dict(events.values_list("id", "truce_violation__truce_id"))
    broken: dict[int, list[Card]] = {}
    for card in cards.fetch(events, language, day=day):
        broken.setdefault(of_truce[card.id], []).append(card)
    return broken


# ------------------------------------------------------------------ counting


def camp_of(card: Card) -> str:
    """Return the camp accused: one of the two, somebody else, several, or nobody."""
    sides = {
        part.side for part in card.parts if part.role == Participation.Role.ACCUSED
    }
    if len(sides) > 1:
        return SEVERAL
    side = next(iter(sides), "")
    return side if side in CAMPS or not side else "other"


def weeks(violations: Iterable[Card]) -> list[Week]:
    """Return the weeks that had any, oldest first: each event once, in its first week."""
    by_week: dict[date, Counter[str]] = {}
    for card in violations:
        monday = card.when.earliest - timedelta(card.when.earliest.weekday())
        by_week.setdefault(monday, Counter())[camp_of(card)] += 1
    return [Week(monday, by_week[monday]) for monday in sorted(by_week)]


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The violations of one week of a truce, counted from its first day."""

    number: int
    first: date
    cards: tuple[Card, ...]

    @property
    def last(self) -> date:
        """Its seventh day."""
        return self.first + timedelta(6)


def by_week(row: Row, violations: Iterable[Card]) -> list[WeekOf]:
    """Return the weeks of a truce that had violations, each event in its first week."""
    begun = row.effective_on or row.declared_on
    numbered: dict[int, list[Card]] = {}
    for card in violations:
        numbered.setdefault((card.when.earliest - begun).days // 7, []).append(card)
    return [
        WeekOf(number + 1, begun + timedelta(7 * number), tuple(numbered[number]))
        for number in sorted(numbered)
    ]


def tallies(row: Row, language: str) -> list[Claim]:
    """Return how many violations others counted since it began, oldest first; one query.

    They are claims, never added to the single violations that are recorded here.
    """
    counted = figures.known_by(row.day).filter(
        measure=Figure.Measure.TRUCE_VIOLATIONS,
        scope=Figure.Scope.CUMULATIVE,
        since_earliest=row.effective_on or row.declared_on,
    )
    return figures.fetch(counted, day=row.day, language=language)


def by_camp(violations: Iterable[Card]) -> dict[str, Counter[Grade]]:
    """Return how many violations each camp is accused of, by how well each is supported."""
    table: dict[str, Counter[Grade]] = {}
    for card in violations:
        table.setdefault(camp_of(card), Counter())[card.grade] += 1
    return table


def balance(violations: Iterable[Card]) -> dict[str, Counter[str]]:
    """Return which camps allege violations by which: each event once a telling camp."""
    table: dict[str, Counter[str]] = {}
    for card in violations:
        for camp in {voice.camp for voice in card.voices if not voice.denies}:
            table.setdefault(camp, Counter())[camp_of(card)] += 1
    return dict(sorted(table.items(), key=lambda row: -row[1].total()))


def windows(row: Row, standard: Standard = Standard.ALL) -> Windows | None:
    """Count violent events before and after a truce began, in windows of one length.

    The window is twelve weeks, or as many days as the truce has held if fewer. One
    query; None where it never took effect or began only on the day.
    """
    held = row.days_held
    if row.effective_on is None or not held:
        return None
    length = min(timedelta(held), LONGEST_WINDOW)
    events = (
        Event.objects.published()
        .known_by(row.day)
        .filter(kind__in=VIOLENT)
        .proven(standard, known_by=row.day)
        .filter(earliest__gte=row.effective_on - length)
        .filter(earliest__lt=row.effective_on + length)
    )
    days = list(events.values_list("earliest", flat=True))
    before = sum(1 for day in days if day < row.effective_on)
    return Windows(length.days, before, len(days) - before)
