"""Findings as the reader writes them, for suggestions to be decided in tests."""

from __future__ import annotations

from typing import Any

from tests import factories

DAY = {
    "earliest": "2020-02-03",
    "latest": "2020-02-03",
    "precision": "day",
    "words": "on Monday",
}


def event_finding(**changes: Any) -> dict[str, Any]:
    """Talks between both camps in Geneva on 3 February 2020."""
    found = {
        "kind": "talks",
        "modality": "observed",
        "status": "occurred",
        "date": DAY,
        "date_is_assumed": False,
        "place": "geneva",
        "actors": [["gna", "participant"], ["lna", "participant"]],
        "evidence": [],
    }
    return found | changes


def figure_finding(**changes: Any) -> dict[str, Any]:
    """More than 2,000 deaths since 4 April 2019, in Libya."""
    found = {
        "measure": "deaths",
        "population": "all",
        "low": 2000,
        "best": None,
        "high": None,
        "qualifier": "more_than",
        "scope": "cumulative",
        "as_stated": "more than 2,000",
        "assertion": "asserted",
        "status": "occurred",
        "as_of": None,
        "since": {**DAY, "earliest": "2019-04-04", "latest": "2019-04-04"},
        "place": "libya",
        "attributed_to": "unsmil",
        "subset_of_key": None,
        "evidence": [],
    }
    return found | changes


def mention_finding(**changes: Any) -> dict[str, Any]:
    """The general, who may be several."""
    found = {
        "slug": "haftar",
        "candidates": ["haftar", "lna"],
        "words": "the Field Marshal",
        "evidence": [],
    }
    return found | changes


def suggested_event(report=None, **changes: Any):
    for make in (factories.gna, factories.lna, factories.geneva):
        make()
    return factories.suggestion(report, finding=event_finding(**changes))


def suggested_figure(report=None, *, key: str | None = None, **changes: Any):
    factories.libya()
    factories.unsmil()
    fields = {"kind": "figure", "finding": figure_finding(**changes)}
    return factories.suggestion(report, **fields, **({"key": key} if key else {}))


def suggested_actor(report=None, **changes: Any):
    factories.haftar()
    return factories.suggestion(
        report, kind="actor", finding=mention_finding(**changes)
    )
