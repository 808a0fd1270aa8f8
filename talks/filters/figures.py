"""Which claims to show, as the address of the figures says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self
from urllib.parse import urlencode

from talks.filters.reading import Problem, Query, Reader
from talks.models import Figure
from talks.models.figures import FigureQuerySet


@dataclass(frozen=True, slots=True)
class FigureFilter:
    """Which claims to show: of one measure, of one population."""

    measure: str = ""
    population: str = ""
    problems: tuple[Problem, ...] = ()

    @classmethod
    def parse(cls, query: Query) -> Self:
        """Read a query string. What cannot be used is left out and told in `problems`."""
        read = Reader(query)
        measures = read.choices("measure", Figure.Measure.values)
        populations = read.choices("population", Figure.Population.values)
        return cls(
            measure=measures[0] if measures else "",
            population=populations[0] if populations else "",
            problems=tuple(read.problems),
        )

    def narrow(self, figures: FigureQuerySet) -> FigureQuerySet:
        """Return those that match."""
        if self.measure:
            figures = figures.filter(measure=self.measure)
        if self.population:
            figures = figures.filter(population=self.population)
        return figures

    def address(self) -> str:
        """Return the query string of this filter, or "?" for everything."""
        said = {"measure": self.measure, "population": self.population}
        return f"?{urlencode({name: value for name, value in said.items() if value})}"
