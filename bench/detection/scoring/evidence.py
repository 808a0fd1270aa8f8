"""Where in a report the sentence is that a finding or an annotation rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bench.detection.scoring.vocabulary import Item, Report, allowed

Span = tuple[int, int]


@dataclass(frozen=True)
class Located:
    """An event or a figure with the spans of its evidence in the report's text."""

    item: Item
    spans: tuple[Span, ...]
    exact: bool  # every piece of evidence is in the text, letter for letter


def located(report: Report, items: Iterable[object] | None) -> list[Located]:
    """Find the evidence of each finding; what is no finding at all is left out."""
    found = []
    for item in items or ():
        if isinstance(item, dict):
            evidence = item.get("evidence")
            pieces = evidence if isinstance(evidence, list) else [evidence]
            found.append(Located(item, *_spans(report["text"], pieces)))
    return found


def annotated(report: Report, key: str) -> list[Located]:
    """Find the evidence of the annotations under `key`, alternatives included."""
    return [
        Located(item, *_spans(report["text"], allowed(item, "evidence")))
        for item in report[key]
    ]


def overlap(found: Located, wanted: Located) -> bool:
    """Whether some evidence covers half of the other's, and not far more than it."""
    return any(_covers(a, b) for a in found.spans for b in wanted.spans)


def _covers(found: Span, wanted: Span) -> bool:
    shared = min(found[1], wanted[1]) - max(found[0], wanted[0])
    ours, theirs = found[1] - found[0], wanted[1] - wanted[0]
    longest = max(2.5 * theirs, theirs + 160)
    return shared > 0 and shared >= 0.5 * min(ours, theirs) and ours <= longest


def _spans(text: str, pieces: Iterable[object]) -> tuple[tuple[Span, ...], bool]:
    spans: list[Span] = []
    exact = True
    for piece in pieces:
        if not isinstance(piece, str) or not piece.strip():
            continue
        places = _places(text, piece)
        if not places:
            exact = False
            loosely = r"\s+".join(re.escape(word) for word in piece.split())
            places = [found.span() for found in re.finditer(loosely, text)]
        spans += places
    return tuple(spans), exact and bool(spans)


def _places(text: str, piece: str) -> list[Span]:
    """Return where a piece stands in the text, overlapping places included."""
    starts = re.finditer(f"(?={re.escape(piece)})", text)
    return [(found.start(), found.start() + len(piece)) for found in starts]
