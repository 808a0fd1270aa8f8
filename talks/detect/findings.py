"""What the reader found in one report: plain values, each tied to the characters it rests on."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from talks.values import Count, PartialDate


class Status(StrEnum):
    """Whether a thing is news of this report, or something else that it mentions."""

    OCCURRED = "occurred"
    PLANNED = "planned"
    DENIED = "denied"
    CALLED_FOR = "called_for"
    BACKGROUND = "background"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A stretch of the report, `text[start:end] == quote`, in code points."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text. `slug` is None where several actors share the name.

    `candidates` then holds the slugs it may mean, likeliest first.
    """

    kind: str  # "actor" or "place"
    slug: str | None
    evidence: Evidence
    rule: str
    confidence: float
    candidates: tuple[str, ...] = ()
    dateline: bool = False  # a place named only as where the report was written


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """One claimed number, in the words of the report.

    `measure`, `population` and `scope` use the code lists of `models.figures`.
    `subset_of` is the position in `Findings.figures` of the figure this one is
    part of ("including 12 civilians"): it must never be added to it.
    """

    measure: str
    population: str
    count: Count
    scope: str
    as_stated: str
    evidence: Evidence
    rule: str
    confidence: float
    status: Status = Status.OCCURRED
    assertion: str = "asserted"  # asserted, claimed, denied, hypothetical
    as_of: PartialDate | None = None
    since: PartialDate | None = None
    place: str | None = None
    attributed_to: str | None = None
    subset_of: int | None = None


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """One event, with every sentence that tells of it; the first is the clearest.

    `actors` pairs a slug with a role of `models.events.Participation`.
    `date_is_assumed` says that the text gave no date and the report's day was taken.
    """

    kind: str
    modality: str
    evidence: tuple[Evidence, ...]
    rule: str
    confidence: float
    status: Status = Status.OCCURRED
    date: PartialDate | None = None
    date_is_assumed: bool = False
    place: str | None = None
    actors: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Findings:
    """All that one report says, as far as the reader can tell."""

    language: str
    title: str
    relevant: bool
    relevance_reason: str
    reader_version: str
    mentions: tuple[Mention, ...] = ()
    figures: tuple[FoundFigure, ...] = ()
    events: tuple[FoundEvent, ...] = field(default=())
