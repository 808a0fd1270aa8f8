"""Scores the reader on annotated reports, by language and kind, and times it.

Run as `python -m bench.detection.run [FOLDER ...]`; without a folder on both open sets.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from bench.detection.calibration import show_calibration
from bench.detection.quality import DATA, OPEN_SETS, Quality, measure_quality
from bench.detection.scoring.printing import show
from bench.detection.scoring.reports import read_gold
from bench.detection.speed import WORDS_IN_A_REPORT, time_reader
from talks.detect.gazetteer import load_gazetteer


def main() -> None:
    """Score every report of the folders, then time the reader on long ones."""
    options = _options()
    gold = read_gold(*options.folders or OPEN_SETS)
    gazetteer = load_gazetteer(DATA)
    quality = measure_quality(gold, gazetteer)
    show(quality.scores, options.misses, by_kind=True)
    show_calibration(quality.calibration)
    speed = time_reader(gold, gazetteer)
    sys.stdout.write(
        f"\nspeed: {speed['reports_a_second']:.0f} reports of {WORDS_IN_A_REPORT} words a "
        f"second on one core, {speed['megabytes']:.0f} MB at most\n"
    )
    if options.predictions:
        _write_predictions(quality, options.predictions)
    if options.json:
        found = {**quality.figures(), "speed": speed}
        options.json.write_text(json.dumps(found, indent=1), encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="*", help="of annotated reports")
    parser.add_argument("--json", type=Path, help="write the scores here")
    parser.add_argument("--predictions", type=Path, help="write the findings here")
    parser.add_argument(
        "--misses", type=int, default=5, help="how many reports to explain"
    )
    return parser.parse_args()


def _write_predictions(quality: Quality, path: Path) -> None:
    found = quality.predictions.values()
    lines = [json.dumps(prediction, ensure_ascii=False) for prediction in found]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
