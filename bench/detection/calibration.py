"""Whether a confidence means something: of findings at 0.8, about 80 of 100 are right."""

from __future__ import annotations

import sys
from typing import Any

from bench.detection.scoring import events, figures
from bench.detection.scoring.evidence import Located, annotated, located
from bench.detection.scoring.vocabulary import UNREAL

BANDS = ((0.0, 0.5), (0.5, 0.6), (0.6, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 1.01))


def calibrate(
    gold: list[dict[str, Any]],
    predictions: dict[str, dict[str, Any]],
) -> list[dict[str, float]]:
    """For each band of confidence: how many findings, how sure, how often right."""
    judged = [
        pair for report in gold for pair in _judge(report, predictions[report["id"]])
    ]
    rows = []
    for low, high in BANDS:
        inside = [(sure, right) for sure, right in judged if low <= sure < high]
        if inside:
            rows.append(
                {
                    "from": low,
                    "found": len(inside),
                    "said": sum(sure for sure, _ in inside) / len(inside),
                    "right": sum(right for _, right in inside) / len(inside),
                }
            )
    return rows


def show_calibration(rows: list[dict[str, float]]) -> None:
    """Print the bands as a table."""
    sys.stdout.write("\nconfidence   found   said  right\n")
    for row in rows:
        sys.stdout.write(
            f"from {row['from']:.1f}  {row['found']:8.0f}  {row['said']:5.2f}  {row['right']:5.2f}\n"
        )


def _judge(
    report: dict[str, Any], prediction: dict[str, Any]
) -> list[tuple[float, bool]]:
    """Each finding's confidence, and whether any annotation (optional too) agrees."""
    found_events = located(report, prediction["events"])
    found_figures = located(report, prediction["figures"])
    wanted_events = annotated(report, "events")
    wanted_figures = annotated(report, "figures")
    return [
        *(
            (_sureness(e), any(_agrees(e, w) for w in wanted_events))
            for e in found_events
        ),
        *(
            (_sureness(f), any(figures.agrees(f, w) for w in wanted_figures))
            for f in found_figures
        ),
    ]


def _sureness(found: Located) -> float:
    return float(found.item["confidence"])


def _agrees(found: Located, wanted: Located) -> bool:
    status = wanted.item["status"]
    if status in UNREAL:
        return events.touches(found, wanted) and found.item["status"] == status
    return events.agrees(found, wanted)
