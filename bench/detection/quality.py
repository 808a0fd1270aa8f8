"""What the reader finds in annotated reports, and how much of it is right."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from bench.detection.calibration import calibrate
from bench.detection.copies import mark_copies
from bench.detection.scoring.reports import score_reports
from bench.detection.scoring.slugs import read_slugs
from bench.detection.scoring.tallies import Scores, flat, flat_kinds
from talks.detect.article import read
from talks.detect.gazetteer import Gazetteer
from talks.detect.report import as_report

HERE = Path(__file__).parent
DATA = HERE.parent.parent / "talks" / "data"
OPEN_SETS = (HERE / "gold", HERE / "gold-more")


@dataclass(frozen=True)
class Quality:
    """What was found in a set of reports, how right it was, and how sure of itself."""

    predictions: dict[str, dict[str, Any]]
    scores: Scores
    calibration: list[dict[str, float]]

    def figures(self) -> dict[str, Any]:
        """Return the scores by language and table, by kind, and the calibration."""
        return {
            **flat(self.scores),
            "kinds": flat_kinds(self.scores),
            "calibration": self.calibration,
        }


def measure_quality(gold: Sequence[dict[str, Any]], gazetteer: Gazetteer) -> Quality:
    """Read every report, and compare what is found with what is annotated."""
    predictions = {report["id"]: predict(report, gazetteer) for report in gold}
    mark_copies(gold, predictions)
    also = json.loads((HERE / "slugs.json").read_text(encoding="utf-8"))
    scores = score_reports(gold, predictions, read_slugs(also))
    return Quality(predictions, scores, calibrate(gold, predictions))


def predict(report: dict[str, Any], gazetteer: Gazetteer) -> dict[str, Any]:
    """Return what the reader makes of one annotated report, its language not told."""
    findings = read(
        report["text"],
        title=report["title"],
        published=datetime.fromisoformat(report["published"]),
        gazetteer=gazetteer,
    )
    return {"id": report["id"], **as_report(findings)}
