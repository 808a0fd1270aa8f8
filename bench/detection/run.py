"""Scores the reader on the open reports: precision, recall and F1 by language and kind.

Run as `python -m bench.detection.run [--json FILE] [--misses N] [--predictions FILE]`.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from datetime import datetime
from pathlib import Path
from typing import Any

from bench.detection import score
from bench.detection.calibration import calibrate, show_calibration
from bench.detection.copies import mark_copies
from talks.detect.article import read
from talks.detect.gazetteer import Gazetteer, load_gazetteer
from talks.detect.report import as_report

HERE = Path(__file__).parent
DATA = HERE.parent.parent / "talks" / "data"
WORDS_IN_A_REPORT = 500
SECONDS_OF_TIMING = 4


def main() -> None:
    """Score every report of `gold/`, then time the reader on long ones."""
    options = _options()
    gold = score.read_gold(str(HERE / "gold"))
    gazetteer = load_gazetteer(DATA)
    context = score.Ctx(
        str(HERE / "gold"), json.loads((HERE / "slugs.json").read_text())
    )
    predictions = {report["id"]: predict(report, gazetteer) for report in gold}
    mark_copies(gold, predictions)
    result = score.run(gold, predictions, context)
    score.show(result, options.misses, by_kind=True)
    calibration = calibrate(gold, predictions)
    show_calibration(calibration)
    speed = time_reader(gold, gazetteer)
    sys.stdout.write(
        f"\nspeed: {speed['reports_a_second']:.0f} reports of {WORDS_IN_A_REPORT} words a "
        f"second on one core, {speed['megabytes']:.0f} MB at most\n"
    )
    if options.predictions:
        lines = [
            json.dumps(found, ensure_ascii=False) for found in predictions.values()
        ]
        options.predictions.write_text("\n".join(lines) + "\n", encoding="utf-8")
    if options.json:
        found = {**score.flat(result), "calibration": calibration, "speed": speed}
        options.json.write_text(json.dumps(found, indent=1), encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path, help="write the scores here")
    parser.add_argument("--predictions", type=Path, help="write the findings here")
    parser.add_argument(
        "--misses", type=int, default=5, help="how many reports to explain"
    )
    return parser.parse_args()


def predict(report: dict[str, Any], gazetteer: Gazetteer) -> dict[str, Any]:
    """Return what the reader makes of one annotated report, its language not told."""
    findings = read(
        report["text"],
        title=report["title"],
        published=datetime.fromisoformat(report["published"]),
        gazetteer=gazetteer,
    )
    return {"id": report["id"], **as_report(findings)}


def time_reader(gold: list[dict[str, Any]], gazetteer: Gazetteer) -> dict[str, float]:
    """Return reports of 500 words read in a second, and the most memory that was held."""
    long_reports = [_lengthened(report) for report in gold]
    read_so_far, started = 0, time.process_time()
    while time.process_time() - started < SECONDS_OF_TIMING:
        predict(long_reports[read_so_far % len(long_reports)], gazetteer)
        read_so_far += 1
    seconds = time.process_time() - started
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"reports_a_second": read_so_far / seconds, "megabytes": held}


def _lengthened(report: dict[str, Any]) -> dict[str, Any]:
    """Return the report with its body repeated until it has the words of a usual one."""
    text = report["text"]
    while len(text.split()) < WORDS_IN_A_REPORT:
        text += "\n\n" + report["text"]
    return {**report, "text": text}


if __name__ == "__main__":
    main()
