"""Headlines and leads say the same twice: each claim of a report is kept once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from talks.detect.findings import FoundFigure


def without_repeats(
    figures: Sequence[FoundFigure], headline_end: int = 0
) -> list[FoundFigure]:
    """Return the figures of a report, each claim once: headlines and leads say the same twice.

    A headline's figure gives way to that of the text, which says more; a part still
    points at the figure it is part of.
    """
    keeper = [
        _first_like(figures, number, headline_end) for number in range(len(figures))
    ]
    kept = sorted(set(keeper))
    moved = {old: new for new, old in enumerate(kept)}
    return [
        replace(figures[number], subset_of=_moved(figures[number], keeper, moved))
        for number in kept
    ]


def _moved(
    figure: FoundFigure, keeper: Sequence[int], moved: dict[int, int]
) -> int | None:
    return None if figure.subset_of is None else moved[keeper[figure.subset_of]]


def _first_like(figures: Sequence[FoundFigure], number: int, headline_end: int) -> int:
    """Return the position of the figure that stands for this one."""
    figure = figures[number]
    in_headline = figure.evidence.end <= headline_end
    for other, candidate in enumerate(figures):
        in_text = candidate.evidence.end > headline_end
        if in_headline and in_text and _headline_says(figure, candidate):
            return other
        if not in_headline and in_text and _same_claim(candidate, figure):
            return other
    return number


def _headline_says(headline: FoundFigure, figure: FoundFigure) -> bool:
    """Whether a headline's figure is that of a sentence, rounded or not."""
    low, high = headline.count.low or 0, headline.count.high
    number = figure.count.best or figure.count.low or figure.count.high or 0
    return headline.measure == figure.measure and (
        headline.count == figure.count or low <= number <= (high or number)
    )


def _same_claim(one: FoundFigure, other: FoundFigure) -> bool:
    if one is other:
        return True
    if one.as_of and other.as_of and not one.as_of.overlaps(other.as_of):
        return False
    return (
        one.measure == other.measure
        and one.count == other.count
        and one.population == other.population
        and one.evidence != other.evidence
    )
