"""What the review desk shows: which report next, who may be meant, which events are alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import (
    Case,
    Count,
    F,
    FloatField,
    Max,
    Min,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Round

from talks.models import (
    Actor,
    ActorAlias,
    Article,
    Event,
    EventPlace,
    Participation,
    Place,
    PlaceAlias,
    Source,
    Suggestion,
)

# How much a source's word weighs when choosing what to read first.
_WEIGHTS = {"A": 1.0, "B": 0.95, "C": 0.9, "D": 0.75, "E": 0.6, "F": 0.8}
_MOST_CANDIDATES = 3
_NEAR = timedelta(days=3)
_MOST_NEAR = 300


@dataclass(frozen=True, slots=True)
class Waiting:
    """A report in the queue."""

    article: int
    title: str
    source: str
    reliability: str
    language: str
    published_at: datetime | None
    waiting: int
    surest: float
    oldest: datetime


@dataclass(frozen=True, slots=True)
class Left:
    """How much there is to do."""

    articles: int
    suggestions: int


def queue(to_decide: QuerySet[Suggestion], *, most: int) -> list[Waiting]:
    """Return the reports with these suggestions, best first.

    Best is the surest finding weighed by its source's reliability, in steps of a tenth;
    among equals what has waited longest, so that nothing waits for ever.
    """
    rows = list(_by_article(to_decide)[:most])
    columns = ("title", "address", "language", "published_at", "source")
    shown = Article.objects.select_related("source").only(
        *columns, "source__name", "source__reliability"
    )
    articles = shown.in_bulk([row["article"] for row in rows])
    return [_waiting(articles[row.pop("article")], row) for row in rows]


def _waiting(article: Article, row: dict[str, Any]) -> Waiting:
    return Waiting(
        article=article.pk,
        title=str(article),
        source=article.source.name,
        reliability=article.source.reliability,
        language=article.language,
        published_at=article.published_at,
        waiting=row["waiting"],
        surest=row["surest"],
        oldest=row["oldest"],
    )


def find_next(article: int) -> int | None:
    """Return the best report to read after this one."""
    others = Suggestion.objects.to_decide().exclude(article=article)
    found = _by_article(others).first()
    return found["article"] if found else None


def count_left() -> Left:
    """Count what waits for a decision, in one query."""
    counted = Suggestion.objects.to_decide().aggregate(
        articles=Count("article", distinct=True), suggestions=Count("pk")
    )
    return Left(**counted)


def _by_article(suggestions: QuerySet[Suggestion]) -> Any:
    """Group by the report alone: its words are fetched for those few that are shown."""
    weights = [
        When(article__source__reliability=letter, then=Value(weight))
        for letter, weight in _WEIGHTS.items()
    ]
    weight = Case(*weights, default=Value(_WEIGHTS["F"]), output_field=FloatField())
    return (
        suggestions.order_by()
        .values("article")
        .annotate(
            waiting=Count("pk"),
            surest=Max("confidence"),
            oldest=Min("created_at"),
            score=Round(Max(F("confidence") * weight), 1),
        )
        .order_by("-score", "oldest", "article")
    )


# ------------------------------------------------------------------ who may be meant


@dataclass(frozen=True, slots=True)
class Named:
    """An actor, place or source as people choose it."""

    slug: str
    name: str
    name_ar: str
    kind: str


@dataclass(frozen=True, slots=True)
class Directory:
    """Everybody and every place by slug, and by any spelling of the name."""

    actors: Mapping[str, Named]
    places: Mapping[str, Named]
    sources: Mapping[str, Named]
    spellings: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def find(self, noun: str, words: str) -> str | None:
        """Return the slug of who is called so, in any script and spelling."""
        return self.spellings[noun].get(" ".join(words.casefold().split()))


_NAMED = ("slug", "name", "name_ar", "name_fr", "kind")


def load_directory() -> Directory:
    """Load all names; five queries, and small tables."""
    rows = {
        "actors": list(Actor.objects.values(*_NAMED)),
        "places": list(Place.objects.values(*_NAMED)),
        "sources": list(Source.objects.values(*_NAMED)),
    }
    spellings: dict[str, dict[str, str]] = {
        "actors": dict(ActorAlias.objects.values_list("text", "actor__slug")),
        "places": dict(PlaceAlias.objects.values_list("text", "place__slug")),
        "sources": {},
    }
    for noun, named in rows.items():
        for row in named:
            names = (row["slug"], row["name_fr"], row["name_ar"], row["name"])
            spellings[noun] |= {name: row["slug"] for name in names if name}
    return Directory(
        **{
            noun: {
                row["slug"]: Named(
                    row["slug"], row["name"], row["name_ar"], row["kind"]
                )
                for row in named
            }
            for noun, named in rows.items()
        },
        spellings={
            noun: {
                " ".join(text.casefold().split()): slug for text, slug in said.items()
            }
            for noun, said in spellings.items()
        },
    )


# ------------------------------------------------------------------ which events are alike


@dataclass(frozen=True, slots=True)
class Candidate:
    """An event that a suggestion may be about, and why it looks so."""

    event: Event
    actors: Mapping[str, str]
    places: Mapping[str, str]
    why: tuple[str, ...] = ()
    score: int = 0


def find_candidates(suggestions: Iterable[Suggestion]) -> dict[int, list[Candidate]]:
    """Return for each suggested event the published ones that it may repeat, likeliest first.

    Three queries for all of them together.
    """
    dated = [
        (one, one.finding)
        for one in suggestions
        if one.kind == Suggestion.Kind.EVENT and one.finding["date"]
    ]
    if not dated:
        return {}
    spans = [_span(finding) for _, finding in dated]
    known = _load(
        Event.objects.published()
        .filter(latest__gte=min(spans)[0] - _NEAR)
        .filter(earliest__lte=max(last for _, last in spans) + _NEAR)
        .order_by("-earliest")[:_MOST_NEAR]
    )
    return {one.pk: _likeliest(finding, known) for one, finding in dated}


def find_alike(event: Event) -> list[Candidate]:
    """Return other events, published or not, that this one may repeat."""
    others = Event.objects.exclude(pk=event.pk).filter(
        latest__gte=event.earliest - _NEAR, earliest__lte=event.latest + _NEAR
    )
    (itself,) = _load(Event.objects.filter(pk=event.pk))
    as_found = {
        "kind": event.kind,
        "date": {
            "earliest": event.earliest.isoformat(),
            "latest": event.latest.isoformat(),
        },
        "place": next(iter(itself.places), None),
        "actors": [(slug, "") for slug in itself.actors],
    }
    return _likeliest(as_found, _load(others.order_by("-earliest")[:_MOST_NEAR]))


def search_events(words: str) -> list[Candidate]:
    """Return events whose title, in any language, holds all of these words."""
    found = Event.objects.all()
    for word in words.split()[:6]:
        found = found.filter(
            Q(title__icontains=word)
            | Q(title_ar__icontains=word)
            | Q(title_fr__icontains=word)
        )
    return _load(found.order_by("-earliest")[:8]) if words.strip() else []


def _likeliest(finding: dict[str, Any], known: list[Candidate]) -> list[Candidate]:
    alike = [_compare(finding, candidate) for candidate in known]
    alike = [candidate for candidate in alike if candidate.score >= 4]
    alike.sort(key=lambda candidate: -candidate.score)
    return alike[:_MOST_CANDIDATES]


def _compare(finding: dict[str, Any], candidate: Candidate) -> Candidate:
    """Weigh what the two share, and say what that is."""
    event = candidate.event
    first, last = _span(finding)
    named = {slug for slug, _ in finding["actors"]}
    shared = [name for slug, name in candidate.actors.items() if slug in named]
    overlap = first <= event.latest and event.earliest <= last
    near = first - _NEAR <= event.latest and event.earliest <= last + _NEAR
    signs = [
        (3, "same kind", event.kind == finding["kind"]),
        (2, "same day" if first == last else "dates overlap", overlap),
        (1, "within three days", near and not overlap),
        (2, "same place", finding["place"] in candidate.places),
        (min(len(shared), 3), f"shares {', '.join(shared)}", bool(shared)),
    ]
    return Candidate(
        event,
        candidate.actors,
        candidate.places,
        why=tuple(why for _, why, is_so in signs if is_so),
        score=sum(points for points, _, is_so in signs if is_so) if near else 0,
    )


def _span(finding: dict[str, Any]) -> tuple[date, date]:
    when = finding["date"]
    return date.fromisoformat(when["earliest"]), date.fromisoformat(when["latest"])


def _load(events: QuerySet[Event]) -> list[Candidate]:
    rows = list(events)
    actors = _names_by_event(Participation.objects.filter(event__in=rows), "actor")
    places = _names_by_event(EventPlace.objects.filter(event__in=rows), "place")
    return [Candidate(event, actors[event.pk], places[event.pk]) for event in rows]


def _names_by_event(rows: QuerySet[Any], noun: str) -> defaultdict[int, dict[str, str]]:
    """Return, of each event, the slugs and names of its actors or places."""
    grouped: defaultdict[int, dict[str, str]] = defaultdict(dict)
    for event, slug, name in rows.values_list(
        "event", f"{noun}__slug", f"{noun}__name"
    ):
        grouped[event][slug] = name
    return grouped
