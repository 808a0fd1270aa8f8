"""Which of the annotated reports are copies of another: the same words, five in a row.

The pipeline finds copies among stored articles (`talks/ingest/duplicates.py`); here
the few reports are simply compared with each other.
"""

from __future__ import annotations

from itertools import combinations
from typing import Any

IN_A_ROW = 5
ALIKE = 0.6  # share of the shorter report's runs of words that the other has too


def mark_copies(
    gold: list[dict[str, Any]], predictions: dict[str, dict[str, Any]]
) -> None:
    """Set `duplicate_of` on the later of each two reports that say the same."""
    in_order = sorted(gold, key=lambda report: report["published"])
    runs = {report["id"]: _runs(report["text"]) for report in in_order}
    for earlier, later in combinations(in_order, 2):
        shorter = min(len(runs[earlier["id"]]), len(runs[later["id"]]))
        shared = len(runs[earlier["id"]] & runs[later["id"]])
        if shorter and shared / shorter >= ALIKE:
            predictions[later["id"]]["duplicate_of"] = earlier["id"]


def _runs(text: str) -> set[tuple[str, ...]]:
    words = text.lower().split()
    return {tuple(words[n : n + IN_A_ROW]) for n in range(len(words) - IN_A_ROW + 1)}
