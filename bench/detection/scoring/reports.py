"""Whole sets of reports scored, one report after the other."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.detection.scoring.events import score_events
from bench.detection.scoring.evidence import annotated, located
from bench.detection.scoring.figures import score_figures
from bench.detection.scoring.slugs import COUNTRIES, Slugs
from bench.detection.scoring.tallies import Fault, Faulty, Scores, Tally
from bench.detection.scoring.vocabulary import Report

Predictions = Mapping[str, Mapping[str, Any]]
NOTHING: dict[str, Any] = {}


def read_gold(*folders: Path) -> list[dict[str, Any]]:
    """Read the annotated reports of the folders, in the order of their names."""
    paths = [path for folder in folders for path in sorted(folder.glob("*.json"))]
    if not paths:
        raise FileNotFoundError(f"no annotated reports in {folders}")
    return [json.loads(path.read_text(encoding="utf-8")) for path in paths]


def score_reports(
    gold: Sequence[Report], predictions: Predictions, slugs: Slugs
) -> Scores:
    """Compare what was found in every report with what is annotated."""
    scores = Scores(slugs)
    ids = {report["id"] for report in gold}
    scores.no_prediction = sorted(ids - set(predictions))
    scores.not_in_gold = sorted(set(predictions) - ids)
    partners = {
        report["id"]: report["duplicate_of"]
        for report in gold
        if report.get("duplicate_of")
    }
    for report in gold:
        faults = [
            *_score_relevance(report, predictions, scores),
            *_score_duplicates(report, partners, predictions, scores),
            *_score_content(report, predictions, scores),
        ]
        if faults:
            scores.worst.append(_faulty(report, faults))
    scores.worst.sort(key=lambda faulty: -faulty.weight)
    return scores


def _faulty(report: Report, faults: list[Fault]) -> Faulty:
    heaviest_first = sorted(faults, key=lambda fault: -fault.weight)
    return Faulty(
        sum(fault.weight for fault in faults),
        report["id"],
        report["language"],
        report["title"],
        [fault.text for fault in heaviest_first],
    )


def _is_relevant(prediction: Mapping[str, Any]) -> bool:
    said = prediction.get("relevant")
    if said is None:
        return bool(prediction.get("events") or prediction.get("figures"))
    return bool(said)


def _score_relevance(
    report: Report, predictions: Predictions, scores: Scores
) -> list[Fault]:
    said = _is_relevant(predictions.get(report["id"], NOTHING))
    wanted = report["relevant"]
    tally = Tally(said and wanted, said and not wanted, wanted and not said)
    scores.put(report["language"], "relevance", tally)
    if said == wanted:
        return []
    return [Fault(3, f"relevance: said {said}, gold {wanted}")]


def _score_duplicates(
    report: Report,
    partners: Mapping[str, str],
    predictions: Predictions,
    scores: Scores,
) -> list[Fault]:
    """Tally a pair once, whichever of the two is called the copy of the other."""
    wanted = report.get("duplicate_of")
    said = predictions.get(report["id"], NOTHING).get("duplicate_of") or None
    right = bool(said) and (wanted == said or partners.get(said) == report["id"])
    mirrored = predictions.get(wanted, NOTHING).get("duplicate_of") == report["id"]
    hit = bool(wanted) and (wanted == said or mirrored)
    missed, false = bool(wanted) and not hit, bool(said) and not right
    scores.put(report["language"], "duplicates", Tally(hit, false, missed))
    return [
        *([Fault(2, f"missed duplicate of {wanted}")] if missed else []),
        *([Fault(2, f"false duplicate of {said}")] if false else []),
    ]


def _score_content(
    report: Report, predictions: Predictions, scores: Scores
) -> list[Fault]:
    """Tally what is found in a report; of one called irrelevant, nothing counts."""
    prediction = predictions.get(report["id"], NOTHING)
    if not _is_relevant(prediction):
        prediction = NOTHING
    faults: list[Fault] = []
    tallies = {
        key: _score_names(prediction.get(key), report, key, scores, faults)
        for key in ("actors", "places")
    }
    events = located(report, prediction.get("events"))
    figures = located(report, prediction.get("figures"))
    for item in events + figures:
        scores.notes["inexact"] += bool(item.spans) and not item.exact
        scores.notes["notfound"] += not item.spans
    tallies |= score_figures(figures, annotated(report, "figures"), scores, faults)
    found = score_events(events, annotated(report, "events"), scores, faults)
    for table, tally in (tallies | found.tables()).items():
        scores.put(report["language"], table, tally)
    for kind, tally in found.kinds.items():
        scores.put_kind(report["language"], kind, tally)
    return faults


def _score_names(
    names: Iterable[object] | None,
    report: Report,
    key: str,
    scores: Scores,
    faults: list[Fault],
) -> Tally:
    """Tally the actors or the places named; those in no table are set aside."""
    unscored = COUNTRIES if key == "places" else set()
    wanted, optional = set(report[key]), set(report.get(f"{key}_optional", []))
    known = scores.slugs.known | wanted | optional
    slugs = (scores.slugs.of(name) for name in names or ())
    found = {slug for slug in slugs if slug is not None}
    scores.unknown_slugs.update(sorted(found - known))
    found &= known
    required = wanted - unscored
    missed, false = required - found, found - required - optional - unscored
    noun = key.removesuffix("s")
    faults += [Fault(0.34, f"missed {noun} {slug}") for slug in sorted(missed)]
    faults += [Fault(0.34, f"false  {noun} {slug}") for slug in sorted(false)]
    return Tally(len(found & required), len(false), len(missed))
