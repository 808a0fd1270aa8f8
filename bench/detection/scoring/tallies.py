"""What is counted while reports are scored, and precision, recall and F1 of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from bench.detection.scoring.slugs import Slugs
from bench.detection.scoring.vocabulary import LANGUAGES

TABLES = (
    *("relevance", "duplicates", "actors", "places", "figures", "figures strict"),
    *("events", "events strict", "events without statements"),
)


@dataclass
class Tally:
    """Hits, false finds and misses."""

    hits: int = 0
    false: int = 0
    missed: int = 0

    def add(self, other: Tally) -> None:
        """Count the other's in."""
        self.hits += other.hits
        self.false += other.false
        self.missed += other.missed

    @property
    def wanted(self) -> int:
        """How many there were to find."""
        return self.hits + self.missed

    def rates(self) -> tuple[float, float, float]:
        """Return precision, recall and F1; all of nothing found is perfect."""
        offered = self.hits + self.false
        nothing = 0.0 if self.missed else 1.0
        precision = self.hits / offered if offered else nothing
        recall = self.hits / self.wanted if self.wanted else 1.0
        both = precision + recall
        return precision, recall, 2 * precision * recall / both if both else 0.0


class Fault(NamedTuple):
    """One thing missed or wrongly found, and how heavy it weighs."""

    weight: float
    text: str


class Faulty(NamedTuple):
    """A report with its faults, the heaviest first."""

    weight: float
    id: str
    language: str
    title: str
    faults: list[str]


def _tables() -> dict[str, Tally]:
    return {table: Tally() for table in TABLES}


def _by_language() -> dict[str, dict[str, Tally]]:
    return {language: _tables() for language in ("all", *LANGUAGES)}


@dataclass
class Scores:
    """Everything that is known after scoring a set of reports."""

    slugs: Slugs
    tables: dict[str, dict[str, Tally]] = field(default_factory=_by_language)
    kinds: dict[str, dict[str, Tally]] = field(default_factory=dict)
    traps: Counter[str] = field(default_factory=Counter)
    notes: Counter[str] = field(default_factory=Counter)
    shared_actors: float = 0.0  # sum of the Jaccard indices of matched events
    unscored_measures: Counter[str] = field(default_factory=Counter)
    unknown_slugs: Counter[str] = field(default_factory=Counter)
    no_prediction: list[str] = field(default_factory=list)
    not_in_gold: list[str] = field(default_factory=list)
    worst: list[Faulty] = field(default_factory=list)

    def put(self, language: str, table: str, tally: Tally) -> None:
        """Count a report's tally in, for its language and for all."""
        self.tables["all"][table].add(tally)
        self.tables.setdefault(language, _tables())[table].add(tally)

    def put_kind(self, language: str, kind: str, tally: Tally) -> None:
        """Count in a report's tally of the events of one kind."""
        for column in ("all", language):
            self.kinds.setdefault(column, {}).setdefault(kind, Tally()).add(tally)


def flat(scores: Scores) -> dict[str, dict[str, dict[str, float]]]:
    """Return the tables as plain figures, by language and table."""
    return _flat(scores.tables)


def flat_kinds(scores: Scores) -> dict[str, dict[str, dict[str, float]]]:
    """Return plain figures by language and kind of event."""
    return _flat(scores.kinds)


def _flat(
    tallies: dict[str, dict[str, Tally]],
) -> dict[str, dict[str, dict[str, float]]]:
    return {
        language: {name: _as_figures(tally) for name, tally in named.items()}
        for language, named in tallies.items()
    }


def _as_figures(tally: Tally) -> dict[str, float]:
    """Return a tally with its rates, under the names that statisticians use."""
    precision, recall, f1 = (round(rate, 4) for rate in tally.rates())
    return {
        "precision": precision,
        "recall": recall,
        "f1": f1,
        "tp": tally.hits,
        "fp": tally.false,
        "fn": tally.missed,
    }
