"""How long the reader takes, in time of one core, and how that grows with length."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable, Sequence
from itertools import cycle
from typing import Any

from bench.detection.quality import predict
from talks.detect.gazetteer import Gazetteer

WORDS_IN_A_REPORT = 500
SECONDS_OF_TIMING = 4
LENGTHS = (500, 2000, 8000)
TRIES = 3

Report = dict[str, Any]


def time_reader(gold: Sequence[Report], gazetteer: Gazetteer) -> dict[str, float]:
    """Return reports of 500 words read in a second, and the most memory that was held."""
    long_reports = [_lengthened(report, WORDS_IN_A_REPORT) for report in gold]
    read_so_far, began = 0, time.process_time()
    for report in cycle(long_reports):
        predict(report, gazetteer)
        read_so_far += 1
        if time.process_time() - began > SECONDS_OF_TIMING:
            break
    seconds = time.process_time() - began
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "reports_a_second": read_so_far / seconds,
        "milliseconds_a_report": 1000 * seconds / read_so_far,
        "megabytes": held,
    }


def time_growth(gold: Sequence[Report], gazetteer: Gazetteer) -> dict[str, float]:
    """Return milliseconds for 1,000 words in ever longer reports, and their growth."""
    costs = {}
    for length in LENGTHS:
        reports = [_lengthened(report, length) for report in gold]
        words = sum(len(report["text"].split()) for report in reports)
        seconds = _quickest(lambda: [predict(one, gazetteer) for one in reports])  # noqa: B023
        costs[f"milliseconds_a_thousand_words_at_{length}"] = 1e6 * seconds / words
    shortest, *_, longest = costs.values()
    return {**costs, "growth": longest / shortest}


def _quickest(work: Callable[[], object]) -> float:
    """Return the time of the try that others on this machine disturbed least."""
    taken = []
    for _ in range(TRIES):
        began = time.process_time()
        work()
        taken.append(time.process_time() - began)
    return min(taken)


def _lengthened(report: Report, words: int) -> Report:
    """Return the report with its body repeated until it has so many words."""
    times = -(-words // len(report["text"].split()))
    return {**report, "text": "\n\n".join([report["text"]] * times)}
