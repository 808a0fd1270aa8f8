"""Findings as one JSON object a report: the shape in which detection is scored."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from talks.detect.findings import Evidence, Findings, FoundEvent, FoundFigure
from talks.values import PartialDate, Precision

_MEASURES = {"deaths": "killed", "bodies_recovered": "bodies"}
_POPULATIONS = {"all": "people", "combatants": "fighters", "refugees": "migrants"}
_PRECISIONS = {
    Precision.WEEK: "range",
    Precision.QUARTER: "range",
    Precision.UNKNOWN: "none",
}


def as_report(findings: Findings) -> dict[str, Any]:
    """Return the findings with the names and codes of the annotated reports in `bench/detection`."""
    return {
        "relevant": findings.relevant,
        "reason": findings.relevance_reason,
        "language": findings.language,
        "title": findings.title,
        "reader_version": findings.reader_version,
        "duplicate_of": None,
        "events": [_event(event) for event in findings.events],
        "figures": [_figure(figure) for figure in findings.figures],
        "actors": _named(findings, "actor"),
        "places": _named(findings, "place"),
    }


def _named(findings: Findings, kind: str) -> list[str]:
    return sorted({m.slug for m in findings.mentions if m.kind == kind and m.slug})


def _event(event: FoundEvent) -> dict[str, Any]:
    return {
        "kind": event.kind,
        "status": event.status.value,
        "modality": event.modality,
        **_span(event.date),
        "date_is_assumed": event.date_is_assumed,
        "place": event.place,
        "actors": [slug for slug, _ in event.actors],
        "roles": dict(event.actors),
        "evidence": _quotes(event.evidence),
        "rule": event.rule,
        "confidence": event.confidence,
    }


def _span(when: PartialDate | None) -> Mapping[str, str | None]:
    if when is None:
        return {"date_start": None, "date_end": None, "date_precision": "none"}
    return {
        "date_start": when.earliest.isoformat(),
        "date_end": when.latest.isoformat(),
        "date_precision": _PRECISIONS.get(when.precision, when.precision.value),
    }


def _quotes(evidence: tuple[Evidence, ...]) -> str | list[str]:
    quotes = [piece.quote for piece in evidence]
    return quotes[0] if len(quotes) == 1 else quotes


def _figure(figure: FoundFigure) -> dict[str, Any]:
    count = figure.count
    low = count.best if count.low is None and count.best else count.low
    return {
        "measure": _MEASURES.get(figure.measure, figure.measure),
        "population": _POPULATIONS.get(figure.population, figure.population),
        "low": low,
        "high": count.high,
        "qualifier": count.qualifier.value,
        "scope": figure.scope,
        "status": figure.status.value,
        "assertion": figure.assertion,
        "place": figure.place,
        "as_of": _iso(figure.as_of),
        "since": _iso(figure.since, start=True),
        "attributed_to": figure.attributed_to,
        "subset_of": figure.subset_of,
        "as_stated": figure.as_stated,
        "evidence": figure.evidence.quote,
        "rule": figure.rule,
        "confidence": figure.confidence,
    }


def _iso(when: PartialDate | None, *, start: bool = False) -> str | None:
    """Return a day, month or year as ISO text, as far as the date is exact."""
    if when is None:
        return None
    day = (when.earliest if start else when.latest).isoformat()
    if when.precision is Precision.YEAR:
        return day[:4]
    return day[:7] if when.precision is Precision.MONTH else day
