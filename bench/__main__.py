"""Every benchmark, as one table, and as JSON in `var/bench.json`.

Run as `python -m bench [detection] [ingest] [site]`; without a name all are run.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.database import environment
from bench.detection.quality import DATA, OPEN_SETS, Quality, measure_quality
from bench.detection.scoring.reports import read_gold
from bench.detection.scoring.tallies import TABLES, Tally
from bench.detection.speed import time_growth, time_reader
from bench.site import measure as measure_pages
from talks.detect.gazetteer import load_gazetteer

RESULTS = Path(__file__).parent.parent / "var" / "bench.json"
COLUMNS = ("all", "en", "ar", "fr")
ABSENT = " " * 8
EVENTS = 100_000


def main() -> None:
    """Measure, print a section as soon as it is known, and write everything down."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("parts", nargs="*", metavar="part", help=", ".join(PARTS))
    chosen = parser.parse_args().parts or list(PARTS)
    if unknown := set(chosen) - set(PARTS):
        parser.error(f"there is no benchmark of {', '.join(sorted(unknown))}")
    found = {part: PARTS[part]() for part in chosen}
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(f"written to {RESULTS}\n")


def detection() -> dict[str, Any]:
    """Return the quality of the reader on each open set, its speed and its growth."""
    gazetteer = load_gazetteer(DATA)
    quality = {}
    for folder in OPEN_SETS:
        measured = measure_quality(read_gold(folder), gazetteer)
        quality[folder.name] = measured.figures()
        _print(_quality_rows(folder.name, measured))
    gold = read_gold(*OPEN_SETS)
    speed, growth = time_reader(gold, gazetteer), time_growth(gold, gazetteer)
    _print(_plain_rows("reading on one core", {**speed, **growth}))
    return {"quality": quality, "speed": speed, "growth": growth}


def site() -> dict[str, float]:
    """Return what a page costs, and how many times less than the same made in a day."""
    found = measure_pages(EVENTS)
    _print(_plain_rows(f"pages over {EVENTS:,d} events, CPU a request", found))
    return found


def ingest() -> dict[str, float]:
    """Return what `bench.ingest` measures, in a process whose memory is all its own."""
    with TemporaryDirectory() as folder, environment() as variables:
        results = Path(folder, "ingest.json")
        subprocess.run(  # noqa: S603
            [sys.executable, "-m", "bench.ingest", "--json", results],
            env=variables,
            stdout=subprocess.DEVNULL,
            check=True,
        )
        found: dict[str, float] = json.loads(results.read_text(encoding="utf-8"))
    _print(_plain_rows("taking reports in", found))
    return found


PARTS = {"detection": detection, "ingest": ingest, "site": site}


def _quality_rows(name: str, quality: Quality) -> Iterable[str]:
    """Give F1 by table and language, and of all events of a kind."""
    scores = quality.scores
    yield _row(f"F1 on {name}", (f"{column:>8s}" for column in COLUMNS))
    for table in TABLES:
        tallies = (scores.tables[column][table] for column in COLUMNS)
        yield _row(table, map(_f1, tallies))
    of_all = scores.kinds["all"]
    for kind in sorted(of_all, key=lambda kind: -of_all[kind].wanted):
        tallies = (scores.kinds.get(c, {}).get(kind, Tally()) for c in COLUMNS)
        yield _row(f"events: {kind.replace('_', ' ')}", map(_f1, tallies))


def _f1(tally: Tally) -> str:
    """Leave empty what the reports neither have nor were said to have."""
    return f"{tally.rates()[2]:8.3f}" if tally.wanted + tally.false else ABSENT


def _plain_rows(name: str, values: dict[str, float]) -> Iterable[str]:
    yield name
    for measure, value in values.items():
        yield _row(measure.replace("_", " "), [f"{value:8,.2f}"])


def _row(name: str, cells: Iterable[str]) -> str:
    return f"{name:<56}{''.join(cells)}".rstrip()


def _print(rows: Iterable[str]) -> None:
    sys.stdout.write("\n".join(rows) + "\n\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
