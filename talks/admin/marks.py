"""A report's text cut where findings begin and end, so that each can be marked in place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from talks.models import Suggestion


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some of the text, with the suggestions whose evidence covers all of it.

    `begins` are those whose first sentence starts here: their number stands before it.
    """

    text: str
    covered_by: tuple[Suggestion, ...] = ()
    begins: tuple[Suggestion, ...] = field(default=())

    @property
    def looks(self) -> str:
        """Name the kinds and states for the style sheet, each once."""
        kinds = {f"is-{one.kind}" for one in self.covered_by}
        states = {f"is-{one.state}" for one in self.covered_by}
        return " ".join(sorted(kinds | states))

    @property
    def ids(self) -> str:
        """Name the suggestions for the script that lights them up."""
        return " ".join(str(one.pk) for one in self.covered_by)


def cut(text: str, suggestions: Iterable[Suggestion]) -> list[Stretch]:
    """Return the whole text in stretches; overlapping findings share some."""
    spans = [
        (start, min(end, len(text)), suggestion)
        for suggestion in suggestions
        for start, end in _evidence(suggestion)
        if 0 <= start < min(end, len(text))
    ]
    edges = sorted({0, len(text), *(edge for span in spans for edge in span[:2])})
    return [_stretch(text, start, end, spans) for start, end in pairwise(edges)]


def _stretch(
    text: str, start: int, end: int, spans: list[tuple[int, int, Suggestion]]
) -> Stretch:
    covering = [span[2] for span in spans if span[0] <= start and end <= span[1]]
    beginning = [one for one in covering if one.quote_start == start]
    return Stretch(text[start:end], _once(covering), _once(beginning))


def _once(suggestions: list[Suggestion]) -> tuple[Suggestion, ...]:
    return tuple({one.pk: one for one in suggestions}.values())


def _evidence(suggestion: Suggestion) -> set[tuple[int, int]]:
    found = {
        (one["start"], one["end"]) for one in suggestion.finding.get("evidence", ())
    }
    if suggestion.quote_start is not None and suggestion.quote_end is not None:
        found.add((suggestion.quote_start, suggestion.quote_end))
    return found
