"""Claimed numbers of one measure, as the figures pages show them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, F, OuterRef, Q, QuerySet, When

from talks.models import Event, Figure, Participation
from talks.models.events import Standard
from talks.queries import claims as reading
from talks.queries.claims import Band, Claim, Flag, Step, Sum
from talks.queries.names import Name, local, localized
from talks.values import Count, PartialDate, Qualifier

Scope = Figure.Scope
# what can kill, wound or displace; other events are not missing a number
VIOLENT = (
    Event.Kind.ATTACK,
    Event.Kind.OFFENSIVE,
    Event.Kind.TRUCE_VIOLATION,
)
# what is counted in people harmed, and can therefore be missing from such events
HARMS = frozenset((Figure.Measure.DEATHS, Figure.Measure.INJURED))


@dataclass(frozen=True, slots=True)
class Series:
    """Claims that can be set beside each other: one thing, place, scope and start."""

    measure: str
    population: str
    scope: str
    place: Name | None
    since: PartialDate | None
    claims: tuple[Claim, ...]
    steps: tuple[Step, ...]
    standing: tuple[Claim, ...]
    band: Band | None

    @property
    def first(self) -> date:
        """The first day its picture needs to show."""
        start = self.since.earliest if self.since else self.claims[0].day
        return min(start, self.claims[0].as_of.earliest)

    @property
    def last(self) -> date:
        """The day of its last claim."""
        return self.claims[-1].day

    @property
    def ends(self) -> list[Claim]:
        """The lowest and the highest of the claims that stand; one if it is both."""
        if not self.standing:
            return []
        lowest = min(self.standing, key=lambda claim: claim.least)
        highest = max(self.standing, key=lambda claim: claim.most)
        return list(dict.fromkeys((lowest, highest)))

    @property
    def anchor(self) -> str:
        """A name for it that is unique on its page."""
        place = self.place.slug if self.place else "anywhere"
        since = f"-{self.since.earliest:%Y%m%d}" if self.since else ""
        return f"{self.scope}-{self.population}-{place}{since}"


@dataclass(frozen=True, slots=True)
class Page:
    """All that is known of one measure and population."""

    measure: str
    population: str
    populations: list[tuple[str, int]]
    totals: list[Series]
    periods: list[Series]
    levels: list[Series]
    sums: list[Sum]
    unattached: int
    unviolent: int
    claims: list[Claim]
    flags: list[Flag]
    balance: list[Balance]


@dataclass(frozen=True, slots=True)
class Balance:
    """How many claims one camp makes of events of which another is accused."""

    camp: str
    accused: Mapping[str, int]
    total: int


# ------------------------------------------------------------------ pages


def page(
    measure: str,
    population: str,
    *,
    day: date,
    language: str,
    standard: Standard = Standard.ALL,
) -> Page | None:
    """Return what was claimed by `day`; None where nothing was. Three queries at most.

    An empty population asks for the one with most claims. Sums count the events that
    meet the standard of proof.
    """
    found = fetch(known_by(day).filter(measure=measure), day=day, language=language)
    populations = Counter(claim.population for claim in found).most_common()
    if not populations:
        return None
    wanted = population or populations[0][0]
    own = [claim for claim in found if claim.population == wanted]
    tolls = [claim for claim in own if _is_toll(claim)]
    attached = [claim for claim in tolls if claim.event is not None]
    violent = [claim for claim in attached if _is_summed(claim)]
    summed = _of_proven(violent, standard, day)
    every = series(own, day)
    return Page(
        measure=measure,
        population=wanted,
        populations=populations,
        totals=[s for s in every if s.scope == Scope.CUMULATIVE and _is_running(s)],
        periods=[
            s for s in every if s.scope == Scope.CUMULATIVE and not _is_running(s)
        ],
        levels=[s for s in every if s.scope == Scope.STOCK],
        sums=reading.sums(summed, _eventful(measure, summed, standard, day)),
        unattached=len(tolls) - len(attached),
        unviolent=len(attached) - len(violent),
        claims=own,
        flags=[flag for s in every for flag in reading.flags(s.claims)],
        balance=balance(own),
    )


def series(claims: Iterable[Claim], day: date) -> list[Series]:
    """Return the series of these claims, those with most claims first.

    Tolls of single events make no series: they are summed, or stand alone.
    """
    lasting = [claim for claim in claims if claim.scope != Scope.INCIDENT]
    groups = reading.grouped(lasting, _series_key).values()
    return sorted((_series(own, day) for own in groups), key=lambda s: -len(s.claims))


def balance(claims: Iterable[Claim]) -> list[Balance]:
    """Return who claims numbers about whom: a row for each camp that speaks."""
    rows = []
    for camp, own in reading.grouped(claims, lambda claim: claim.camp).items():
        accused = Counter(
            camp for claim in own for camp in claim.accused_camps or ("",)
        )
        rows.append(Balance(camp, accused, len(own)))
    return sorted(rows, key=lambda row: -row.total)


def _series_key(claim: Claim) -> tuple[str, str, str, str, date | None]:
    return (
        claim.measure,
        claim.population,
        claim.scope,
        claim.place.slug if claim.place else "",
        claim.since.earliest if claim.since else None,
    )


def _series(claims: list[Claim], day: date) -> Series:
    one = claims[0]
    is_level = one.scope == Scope.STOCK
    ordered = tuple(sorted(claims, key=lambda claim: (claim.day, claim.id)))
    now = reading.standing(
        claims, day, lasts=reading.LEVEL_STANDS if is_level else None
    )
    return Series(
        measure=one.measure,
        population=one.population,
        scope=one.scope,
        place=one.place,
        since=one.since,
        claims=ordered,
        steps=tuple(
            reading.steps(claims, lasts=reading.LEVEL_IS_DRAWN if is_level else None)
        ),
        standing=tuple(now),
        band=reading.band(now),
    )


def _is_toll(claim: Claim) -> bool:
    """Tell whether it counts one event that staff did not discount."""
    return claim.scope == Scope.INCIDENT and not claim.is_discounted


def _is_summed(claim: Claim) -> bool:
    """Tell whether a toll may be added by month: floods and wrecks are not the war."""
    return claim.measure not in HARMS or claim.event_kind in VIOLENT


def _of_proven(claims: list[Claim], standard: Standard, day: date) -> list[Claim]:
    """Return the claims of events that meet a standard of proof."""
    if standard == Standard.ALL:
        return claims
    named = Event.objects.filter(id__in={claim.event for claim in claims})
    proven = set(named.proven(standard, known_by=day).values_list("id", flat=True))
    return [claim for claim in claims if claim.event in proven]


def _is_running(one: Series) -> bool:
    return reading.is_running(one.claims)


def _eventful(
    measure: str, claims: Collection[Claim], standard: Standard, day: date
) -> list[tuple[int, date]]:
    """Return the events that could have a number, from the first to the last that has."""
    days = [claim.event_day for claim in claims if claim.event_day]
    if measure not in HARMS or not days:
        return []
    last = max(days).replace(day=1) + timedelta(31)
    events = (
        Event.objects.published()
        .known_by(day)
        .filter(
            kind__in=VIOLENT,
            earliest__gte=min(days).replace(day=1),
            earliest__lt=last.replace(day=1),
        )
        .proven(standard, known_by=day)
    )
    return list(events.values_list("id", "earliest"))


# ------------------------------------------------------------------ rows


def known_by(day: date) -> QuerySet[Figure, Figure]:
    """Return the published claims whose report had appeared by the end of `day`.

    A report without a known day cannot have told of a number before its day.
    """
    return Figure.objects.published().filter(_told_by(day))


def _told_by(day: date, prefix: str = "") -> Q:
    published = f"{prefix}article__published_at"
    return Q(**{f"{published}__date__lte": day}) | Q(
        **{published: None, f"{prefix}as_of_latest__lte": day}
    )


def fetch(
    figures: QuerySet[Figure, Figure], *, day: date, language: str
) -> list[Claim]:
    """Return these figures as claims, in one query, by the day they stand for."""
    corrected = _told_by(day, "superseded_by__") & Q(
        superseded_by__status=Figure.Status.APPROVED
    )
    rows = figures.order_by("as_of_latest", "id").values(
        *("id", "slug", "measure", "population", "scope", "low", "best", "high"),
        *("qualifier", "as_stated", "assertion", "role", "role_reason", "quote"),
        *("since_earliest", "since_latest", "as_of_earliest", "as_of_latest"),
        *("article_id", "event_id", "event__slug", "event__title", "event__earliest"),
        *("event__kind", "event__discounted_reason"),
        *("place__slug", "place__name"),
        *("attributed_actor__slug", "attributed_actor__name", "attributed_actor__side"),
        *("attributed_source__slug", "attributed_source__name"),
        *("attributed_source__lean", "article__source__lean"),
        *("article__source__slug", "article__source__name"),
        "article__source__reliability",
        published=F("article__published_at__date"),
        place_local=local("place__name", language),
        event_local=local("event__title", language),
        actor_local=local("attributed_actor__name", language),
        giver_local=local("attributed_source__name", language),
        source_local=local("article__source__name", language),
        corrected_by=Case(When(corrected, then="superseded_by__id"), default=None),
        whole=_whole(),
        accused=ArraySubquery(_accused_sides()),
    )
    return [_claim(row, language) for row in rows]


def _whole() -> Case:
    """Return the claim of the same people and scope that this is a part of."""
    same = Q(
        subset_of__measure=F("measure"),
        subset_of__population=F("population"),
        subset_of__scope=F("scope"),
    )
    return Case(When(same, then="subset_of_id"), default=None)


def _accused_sides() -> QuerySet[Participation, Any]:
    return (
        Participation.objects.filter(
            event=OuterRef("event"), role=Participation.Role.ACCUSED
        )
        .order_by("actor__side")
        .values_list("actor__side", flat=True)
        .distinct()
    )


def _claim(row: Mapping[str, Any], language: str) -> Claim:
    speaker, camp = _speaker(row, language)
    since = (row["since_earliest"], row["since_latest"])
    return Claim(
        count=Count(row["low"], row["best"], row["high"], Qualifier(row["qualifier"])),
        since=PartialDate.spanning(*since) if all(since) else None,
        as_of=PartialDate.spanning(row["as_of_earliest"], row["as_of_latest"]),
        place=_named(row, *_PLACE, language) if row["place__slug"] else None,
        event=row["event_id"],
        event_name=_named(row, *_EVENT, language) if row["event_id"] else None,
        event_day=row["event__earliest"],
        event_kind=row["event__kind"] or "",
        speaker=speaker,
        camp=camp,
        source=_named(row, *_SOURCE, language),
        reliability=row["article__source__reliability"],
        article=row["article_id"],
        is_recommended=row["role"] == Figure.Role.RECOMMENDED,
        superseded_by=row["corrected_by"],
        part_of=row["whole"],
        accused_camps=tuple(row["accused"]),
        is_discounted=bool(row["event__discounted_reason"]),
        **{key: row[key] for key in _AS_IS},
    )


_AS_IS = (
    *("id", "slug", "measure", "population", "scope", "as_stated", "assertion"),
    *("published", "quote", "role_reason"),
)
_PLACE = ("place__slug", "place__name", "place_local")
_EVENT = ("event__slug", "event__title", "event_local")
_ACTOR = ("attributed_actor__slug", "attributed_actor__name", "actor_local")
_GIVER = ("attributed_source__slug", "attributed_source__name", "giver_local")
_SOURCE = ("article__source__slug", "article__source__name", "source_local")


def _speaker(row: Mapping[str, Any], language: str) -> tuple[Name, str]:
    """Return who gave the number and its camp: an actor's side or a source's lean."""
    if row["attributed_actor__slug"]:
        return _named(row, *_ACTOR, language), row["attributed_actor__side"]
    if row["attributed_source__slug"]:
        return _named(row, *_GIVER, language), row["attributed_source__lean"]
    return _named(row, *_SOURCE, language), row["article__source__lean"]


def _named(
    row: Mapping[str, Any], slug: str, text: str, translated: str, language: str
) -> Name:
    return Name(row[slug], localized(row[text], row[translated] or "", language))
