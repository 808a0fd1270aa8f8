"""Whether a confidence means something: of findings at 0.8, about 80 of 100 are right."""

from __future__ import annotations

import sys
from typing import Any

from bench.detection import score

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
    events = score.prep(report, prediction["events"])
    figures = score.prep(report, prediction["figures"])
    gold_events = score.prep_gold(report, report["events"])
    gold_figures = score.prep_gold(report, report["figures"])
    return [
        *((e["confidence"], any(_agrees(e, g) for g in gold_events)) for e in events),
        *(
            (f["confidence"], any(score.fig_loose(f, g) for g in gold_figures))
            for f in figures
        ),
    ]


def _agrees(found: dict[str, Any], gold: dict[str, Any]) -> bool:
    if gold["status"] in {"planned", "denied", "called_for"}:
        return bool(score.ev_touch(found, gold)) and found["status"] == gold["status"]
    return bool(score.ev_loose(found, gold))
