"""What is wrong with annotations: words of no vocabulary, evidence that is not there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from bench.detection.scoring.dates import interval
from bench.detection.scoring.slugs import COUNTRIES, Slugs
from bench.detection.scoring.vocabulary import (
    KINDS,
    LANGUAGES,
    MEASURES,
    POPULATIONS,
    PRECISIONS,
    QUALIFIERS,
    SCOPES,
    STATUSES,
    Item,
    Report,
    allowed,
)

KEYS = (
    *("id", "language", "publisher", "url", "published", "title", "text", "relevant"),
    *("duplicate_of", "events", "figures", "actors", "places"),
)


def complaints(gold: Sequence[Report], slugs: Slugs) -> list[str]:
    """Return one line for each thing that is wrong; none when all is well."""
    ids = [report["id"] for report in gold]
    found = [] if len(set(ids)) == len(ids) else ["ids are not unique"]
    for report in gold:
        found += [f"{report['id']}: {fault}" for fault in _faults(report, ids, slugs)]
    return found


def _faults(report: Report, ids: Collection[str], slugs: Slugs) -> Iterable[str]:
    missing = [key for key in KEYS if key not in report]
    if missing:
        yield from (f"no {key}" for key in missing)
        return
    yield from _head(report, ids)
    for item in [*report["events"], *report["figures"]]:
        yield from _evidence(item, report["text"])
    for event in report["events"]:
        yield from _event(event)
    for figure in report["figures"]:
        yield from _figure(figure)
    for slug in sorted(_slugs(report) - slugs.known - COUNTRIES):
        yield f"slug {slug} not in slugs.md"


def _head(report: Report, ids: Collection[str]) -> Iterable[str]:
    if report["language"] not in LANGUAGES:
        yield "language"
    if not report["url"].startswith("https://example.org/"):
        yield "url"
    try:
        if datetime.fromisoformat(report["published"]).tzinfo is None:
            yield "published has no time zone"
    except ValueError:
        yield "published"
    for key in ("duplicate_of", "update_of"):
        if report.get(key) and report[key] not in ids:
            yield f"{key} {report[key]} unknown"
    yield from _relevance(report)


def _relevance(report: Report) -> Iterable[str]:
    lists = [report[key] for key in ("events", "figures", "actors", "places")]
    if not report["relevant"] and any(lists):
        yield "irrelevant but annotated"
    if report["relevant"] and not (report["events"] and report["actors"]):
        yield "relevant without events or actors"


def _evidence(item: Item, text: str) -> Iterable[str]:
    for piece in allowed(item, "evidence"):
        if piece not in text:
            yield f"evidence not in text: {piece[:60]}"
        if "\n" in piece:
            yield f"evidence crosses a line: {piece[:60]}"


def _event(event: Item) -> Iterable[str]:
    yield from (f"kind {kind}" for kind in allowed(event, "kind") if kind not in KINDS)
    if event["status"] not in STATUSES:
        yield f"status {event['status']}"
    if event["date_precision"] not in PRECISIONS:
        yield "precision"
    dated = interval(event) is not None
    if dated == (event["date_precision"] == "none"):
        yield f"date {event['date_start']}"
    if dated and event["date_start"] > event["date_end"]:
        yield "date order"


def _figure(figure: Item) -> Iterable[str]:
    vocabularies = {"measure": MEASURES, "qualifier": QUALIFIERS, "scope": SCOPES}
    for key, vocabulary in vocabularies.items():
        if figure[key] not in vocabulary:
            yield f"{key} {figure[key]}"
    for population in allowed(figure, "population"):
        if population not in POPULATIONS:
            yield f"population {population}"
    low, high = figure["low"], figure["high"]
    if low is None and high is None:
        yield "figure without a number"
    if figure["qualifier"] == "exact" and low != high:
        yield "exact but low != high"


def _slugs(report: Report) -> set[str]:
    lists = ("actors", "places", "actors_optional", "places_optional")
    named = {slug for key in lists for slug in report.get(key, [])}
    taking_part = {actor for event in report["events"] for actor in event["actors"]}
    where = {item["place"] for item in [*report["events"], *report["figures"]]}
    return (named | taking_part | where) - {None}
