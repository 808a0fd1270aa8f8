"""How many events match, by what they could be narrowed to: exactly, or at least."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import Count, F, Manager, Q, QuerySet, Sum, Value
from django.db.models.functions import TruncMonth

from talks.filters import EventFilter
from talks.models import (
    Actor,
    Citation,
    Event,
    EventPlace,
    EventTally,
    Participation,
    Place,
    Source,
)
from talks.models.events import EventQuerySet
from talks.queries.names import Name, local, name

MOST_OPTIONS = 150
# Of more events than this, not all are counted for a visitor who narrows them by more
# than their kind: the newest are, and what is kept of each month.
EXACT_UP_TO = 20_000
MOST_COUNTED = 1_000
MOST_LISTED = 400
# as many years before and after the days asked for are drawn
NEAR = 1
_KINDS = frozenset(("kind", "track", "modality"))
_NOUNS: dict[str, Manager[Any]] = {
    "actor": Actor.objects,
    "place": Place.objects,
    "source": Source.objects,
}
_LINKS: dict[str, tuple[Manager[Any], str]] = {
    "actor": (Participation.objects, "actor"),
    "place": (EventPlace.objects, "place"),
    "source": (Citation.objects, "article__source"),
}
# as of when statistics were last gathered; -1 where they never were
_ABOUT_SO_MANY = "SELECT reltuples FROM pg_class WHERE oid = 'talks_event'::regclass"
_FOLD = """
    WITH cell AS MATERIALIZED (
        SELECT month, kind, track, modality, sum(count)::int AS count,
               kind = ANY(%s) AS of_kind, track = ANY(%s) AS of_track,
               modality = ANY(%s) AS of_modality
        FROM talks_eventtally GROUP BY 1, 2, 3, 4 HAVING sum(count) > 0
    )
    SELECT 'kind', kind, NULL::date, sum(count) FROM cell
    WHERE of_track AND of_modality GROUP BY kind
    UNION ALL SELECT 'track', track, NULL, sum(count) FROM cell
    WHERE of_kind AND of_modality GROUP BY track
    UNION ALL SELECT 'modality', modality, NULL, sum(count) FROM cell
    WHERE of_kind AND of_track GROUP BY modality
    UNION ALL SELECT 'month', track, month, sum(count) FROM cell
    WHERE of_kind AND of_track AND of_modality GROUP BY track, month
"""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many events match, by what they could be narrowed to.

    An event of an inexact day is `surely` inside the days asked for where all of it
    is, and `possibly` where any of it is. Where not all were counted, each number means
    at least so many, and the months are those of all events of the kinds asked for.
    """

    possibly: int
    surely: int
    kinds: Mapping[str, int]
    tracks: Mapping[str, int]
    modalities: Mapping[str, int]
    months: Mapping[date, Mapping[str, int]]
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class Option:
    """Something to narrow by, and how many events that would leave, where counted."""

    name: Name
    count: int | None


@dataclass(slots=True)
class _Counts:
    possibly: int = 0
    surely: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    tracks: Counter[str] = field(default_factory=Counter)
    modalities: Counter[str] = field(default_factory=Counter)
    months: dict[date, Counter[str]] = field(default_factory=dict)

    def of(self, part: str) -> Counter[str]:
        return {
            "kind": self.kinds,
            "track": self.tracks,
            "modality": self.modalities,
        }[part]

    def add(self, cell: Mapping[str, Any], asked: EventFilter) -> None:
        """Add a cell to each part's counts if it matches what is asked of the others."""
        wanted = {
            "kind": asked.kinds,
            "track": asked.tracks,
            "modality": asked.modalities,
        }
        missed = {part for part, of in wanted.items() if of and cell[part] not in of}
        for part in wanted:
            if missed <= {part} and cell["possibly"]:
                self.of(part)[cell[part]] += cell["possibly"]
        if not missed:
            self.possibly += cell["possibly"]
            self.surely += cell["surely"]
            if "month" in cell:
                months = self.months.setdefault(cell["month"], Counter())
                months[cell["track"]] += cell["all"]

    def tally(self) -> Tally:
        return Tally(
            possibly=self.possibly,
            surely=self.surely,
            kinds=self.kinds,
            tracks=self.tracks,
            modalities=self.modalities,
            months=self.months,
        )


def tally(asked: EventFilter) -> Tally:
    """Count what matches by month, kind, track and modality, in one to three queries.

    Each part is counted as if it were not narrowed yet, so that a choice beside the
    chosen one shows what it would give.
    """
    asked = asked.page()
    if asked.is_of_kinds_alone():
        return _kept(asked)
    return _first_ones(asked) if _are_many() else _live(asked)


def _are_many() -> bool:
    """Tell whether there are more events than are counted for each visitor."""
    with connection.cursor() as cursor:
        cursor.execute(_ABOUT_SO_MANY)
        estimate: int = cursor.fetchone()[0]
    return estimate > EXACT_UP_TO


def _kept(asked: EventFilter) -> Tally:
    """Add up what is kept of each month; exact however many there are."""
    counts = _Counts()
    with connection.cursor() as cursor:
        cursor.execute(
            _FOLD,
            [
                list(asked.kinds or Event.Kind.values),
                list(asked.tracks or Event.Track.values),
                list(asked.modalities or Event.Modality.values),
            ],
        )
        for part, value, month, count in cursor.fetchall():
            if part == "month":
                counts.months.setdefault(month, Counter())[value] = count
                counts.possibly += count
            else:
                counts.of(part)[value] = count
    counts.surely = counts.possibly
    return counts.tally()


def _live(asked: EventFilter) -> Tally:
    """Count every event that matches; months whole, whatever days are asked for."""
    possibly, surely = _inside(asked)
    counts = _Counts()
    for cell in (
        _but(asked, "kind", "track", "modality", "days")
        .values("kind", "track", "modality", month=TruncMonth("earliest"))
        .annotate(
            all=Count("pk"),
            possibly=Count("pk", filter=possibly),
            surely=Count("pk", filter=surely),
        )
        .order_by("month")
    ):
        counts.add(cell, asked)
    return counts.tally()


def _first_ones(asked: EventFilter) -> Tally:
    """Count the newest that match; the months are those kept of all events."""
    published = Event.objects.published()
    newest = asked.newest_first(published, leaving_out=_KINDS)[: MOST_COUNTED + 1]
    _possibly, surely = _inside(asked)
    cells = (
        Event.objects.filter(pk__in=newest.values("pk"))
        .order_by()
        .values("kind", "track", "modality")
        .annotate(possibly=Count("pk"), surely=Count("pk", filter=surely))
    )
    counts, found = _Counts(), 0
    for cell in cells:
        counts.add(cell, asked)
        found += cell["possibly"]
    return replace(
        counts.tally(), months=_months_around(asked), is_whole=found <= MOST_COUNTED
    )


def _months_around(asked: EventFilter) -> dict[date, Counter[str]]:
    """Return what is kept of the months near the days asked for, in one query."""
    kept = EventTally.objects.filter(
        kind__in=asked.kinds or Event.Kind.values,
        track__in=asked.tracks or Event.Track.values,
        modality__in=asked.modalities or Event.Modality.values,
    )
    near = kept
    if asked.first:
        near = near.filter(month__gte=date(max(asked.first.year - NEAR, 1), 1, 1))
    if asked.last:
        near = near.filter(month__lte=date(min(asked.last.year + NEAR, 9999), 12, 31))
    return _by_month(near) or _by_month(kept)


def _by_month(kept: QuerySet[EventTally]) -> dict[date, Counter[str]]:
    months: dict[date, Counter[str]] = {}
    for month, track, count in kept.values_list("month", "track").annotate(
        Sum("count")
    ):
        months.setdefault(month, Counter())[track] = count
    return months


def options(asked: EventFilter, language: str) -> dict[str, list[Option]]:
    """Return the actors, places and sources of what matches, those of most events first.

    What lies in a place is not counted to it. Of very many events the choices are
    counted where few match, and else named alone.
    """
    asked = asked.page()
    if not _are_many():
        return {
            part: _counted(part, asked, _but(asked, part).values("pk"), language)
            for part in _NOUNS
        }
    few = _few(asked)
    named = _named(language) if len(few) < len(_NOUNS) else {}
    return {
        part: _counted(part, asked, few[part], language) if part in few else named[part]
        for part in _NOUNS
    }


def _few(asked: EventFilter) -> dict[str, list[int]]:
    """Return the events whose choices can be counted, for each part with few of them."""
    if not asked.narrows():
        return {}
    published = Event.objects.published()
    found: dict[str, list[int]] = {}
    asked_for = dict(asked.pairs()).keys()
    for part in _NOUNS:
        # parts that are not asked for leave the same events
        alike = next((each for each in found if not {each, part} & asked_for), None)
        if alike:
            found[part] = found[alike]
            continue
        newest = asked.newest_first(published, leaving_out={part})
        found[part] = list(newest.values_list("pk", flat=True)[: MOST_LISTED + 1])
    return {part: some for part, some in found.items() if len(some) <= MOST_LISTED}


def _inside(asked: EventFilter) -> tuple[Q, Q]:
    """Return what is possibly, and what is surely, within the days asked for."""
    possibly, surely = Q(), Q()
    if asked.first:
        possibly &= Q(ongoing_until__gte=asked.first)
        surely &= Q(earliest__gte=asked.first)
    if asked.last:
        possibly &= Q(earliest__lte=asked.last)
        surely &= Q(latest__lte=asked.last)
    everything = Q(pk__isnull=False)
    return possibly or everything, surely or everything


def _but(asked: EventFilter, *parts: str) -> EventQuerySet:
    return asked.narrow(Event.objects.published(), leaving_out=parts).order_by()


def _counted(
    part: str, asked: EventFilter, events: Iterable[Any], language: str
) -> list[Option]:
    rows, path = _LINKS[part]
    found = rows.filter(event__in=events)
    if part == "actor" and asked.roles:
        found = found.filter(role__in=asked.roles)
    counted = (
        found.order_by()
        .values(
            slug=F(f"{path}__slug"),
            name=F(f"{path}__name"),
            name_local=local(f"{path}__name", language),
        )
        .annotate(count=Count("event", distinct=True))
        .order_by("-count", "name")[:MOST_OPTIONS]
    )
    return [Option(name(row, language), row["count"]) for row in counted]


def _named(language: str) -> dict[str, list[Option]]:
    """Return all choices by name, in one query."""
    columns = {"part": Value(""), "name_local": local("name", language)}
    nouns = [
        rows.order_by().values("slug", "name", **columns | {"part": Value(part)})
        for part, rows in _NOUNS.items()
    ]
    found: dict[str, list[Option]] = {part: [] for part in _NOUNS}
    for row in nouns[0].union(*nouns[1:], all=True).order_by("name"):
        found[row["part"]].append(Option(name(row, language), None))
    return {part: some[:MOST_OPTIONS] for part, some in found.items()}
