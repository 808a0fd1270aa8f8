"""A release of a data set becomes one document, and its rows suggestions that rest on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from talks.detect.findings import Evidence, Findings, FoundEvent, FoundFigure
from talks.detect.gazetteer import Gazetteer
from talks.ingest import suggestions
from talks.ingest.attempts import Ended, record
from talks.ingest.datasets.rows import Dataset, Row
from talks.ingest.duplicates import identity_of, print_of
from talks.ingest.gazetteer import current_gazetteer
from talks.ingest.moments import Moment
from talks.ingest.refusals import Outcome, Refusal
from talks.ingest.suggestions import Stored
from talks.models.articles import Article, Fetch
from talks.models.sources import Source

_READER = "dataset"


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a release."""

    article_id: int
    rows: int
    stored: Stored


def import_release(
    dataset: Dataset,
    body: bytes,
    *,
    release: str,
    published: Moment | None,
    now: datetime,
) -> Imported:
    """Store a release; the same one again changes nothing, a mended one is brought in line.

    Open suggestions of earlier releases of the data set are withdrawn: a later release
    states its rows anew. What people decided stays.
    """
    rows = dataset.read(body)
    if not rows:
        raise Refusal(Outcome.EMPTY, "It has no rows on Libya.")
    title = f"{dataset.title}, release {release}"
    text = "\n".join([title, *(row.words for row in rows)])
    with transaction.atomic():
        article = _document(dataset, title, text, published, now)
        found = _findings(rows, text)
        stored = suggestions.store(article, findings=found, now=now)
        _withdraw_earlier(article, dataset, now=now)
        ended = Ended(Outcome.READ, dataset.terms, counts={"rows": len(rows)})
        record(article, Fetch.Step.READ, ended, now=now)
    return Imported(article.pk, len(rows), stored)


def _document(
    dataset: Dataset, title: str, text: str, published: Moment | None, now: datetime
) -> Article:
    source, _ = Source.objects.get_or_create(
        slug=dataset.source,
        defaults={
            "name": dataset.name,
            "kind": Source.Kind.MONITOR,
            "reliability": Source.Reliability.B,
            "homepage": dataset.homepage,
        },
    )
    identity = identity_of(source=dataset.source, title=title)
    fresh = Article(identity=identity, source=source, title=title, found_at=now)
    Article.objects.bulk_create([fresh], ignore_conflicts=True)
    article, _ = Article.objects.update_or_create(
        identity=identity,
        defaults={
            "address": dataset.homepage,
            "title": title,
            "text": text,
            "fingerprint": print_of(text).fingerprint,
            "language": "en",
            "published_at": published.at if published else None,
            "published_day_only": bool(published and published.day_only),
            "state": Article.State.READ,
            "relevant": True,
            "reader_version": _READER,
        },
    )
    return article


def _findings(rows: list[Row], text: str) -> Findings:
    gazetteer = current_gazetteer()
    events: list[FoundEvent] = []
    figures: list[FoundFigure] = []
    start = text.index("\n") + 1
    for row in rows:
        line = Evidence(start, start + len(row.words), row.words)
        start += len(row.words) + 1
        place = _slug(row.place_names, gazetteer)
        if row.is_event:
            events.append(_event(row, line, place, gazetteer))
        if row.count:
            figures.append(_figure(row, line, place))
    return Findings(
        language="en",
        title="",
        relevant=True,
        relevance_reason="",
        reader_version=_READER,
        figures=tuple(figures),
        events=tuple(events),
    )


def _event(
    row: Row, line: Evidence, place: str | None, gazetteer: Gazetteer
) -> FoundEvent:
    sides = (_actor(side, gazetteer) for side in row.sides)
    return FoundEvent(
        kind="attack",
        modality="observed",
        evidence=(line,),
        rule=row.rule,
        confidence=row.confidence,
        date=row.date,
        place=place,
        actors=tuple((slug, "participant") for slug in dict.fromkeys(sides) if slug),
    )


def _figure(row: Row, line: Evidence, place: str | None) -> FoundFigure:
    if row.count is None:
        raise ValueError("a row without a count makes no figure")
    return FoundFigure(
        measure=row.measure,
        population="all",
        count=row.count,
        scope="incident" if row.is_event else "stock",
        as_stated=str(row.count),
        evidence=line,
        rule=row.rule,
        confidence=row.confidence,
        as_of=row.date,
        place=place,
    )


def _slug(names: tuple[str, ...], gazetteer: Gazetteer) -> str | None:
    """Return the first place that is called so, in full, whatever the capitals."""
    for name in names:
        wanted = name.casefold().removesuffix(" town").removesuffix(" city")
        for slug, entry in gazetteer.places.items():
            if any(known.casefold() == wanted for known in entry.names):
                return slug
    return None


def _actor(name: str, gazetteer: Gazetteer) -> str | None:
    wanted = name.casefold()
    for slug, entry in gazetteer.actors.items():
        if any(known.casefold() == wanted for known in entry.names):
            return slug
    return None


def _withdraw_earlier(article: Article, dataset: Dataset, *, now: datetime) -> None:
    earlier = Article.objects.filter(
        source=article.source,
        title__startswith=f"{dataset.title}, release ",
        reader_version=_READER,
    ).exclude(pk=article.pk)
    nothing = Findings(
        "en", "", relevant=False, relevance_reason="", reader_version=_READER
    )
    for held in earlier.select_for_update():
        suggestions.store(held, findings=nothing, now=now)
