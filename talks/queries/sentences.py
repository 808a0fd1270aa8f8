"""A report cut at its sentences: which of them something was read from, and what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from talks.models import Suggestion
from talks.queries.articles import Cited, Detail, Finding
from talks.queries.claims import Claim


@dataclass(slots=True)
class Sentence:
    """A sentence, and all that was read from it."""

    number: int
    quote: str
    start: int | None
    end: int | None
    findings: list[Finding] = field(default_factory=list)
    cited: list[Cited] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)

    @property
    def standing(self) -> str:
        """Whether something published rests on it, somebody must decide, or neither."""
        if self.cited or self.claims:
            return "decided"
        is_open = any(finding.is_open for finding in self.findings)
        return "undecided" if is_open else "settled"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of the report's text; `sentence` where something was read from it."""

    text: str
    sentence: Sentence | None


@dataclass(frozen=True, slots=True)
class Named:
    """A name that the reader knows or asks about, and how often it stands in the report."""

    kind: str
    slug: str | None
    words: str
    times: int
    state: str


def sentences(detail: Detail) -> list[Sentence]:
    """Return the sentences that events or figures were read from, in their order."""
    found: dict[tuple[int, str], Sentence] = {}

    def at(row: Any) -> Sentence:
        start = -1 if row.start is None else row.start
        key = (start, row.quote)
        if key not in found:
            found[key] = Sentence(0, row.quote, row.start, row.end)
        return found[key]

    for finding in detail.findings:
        if finding.kind in {Suggestion.Kind.EVENT, Suggestion.Kind.FIGURE}:
            at(finding).findings.append(finding)
    for cited in detail.cited:
        at(cited).cited.append(cited)
    _place_claims(detail, found)
    ordered = [found[key] for key in sorted(found)]
    for number, sentence in enumerate(ordered, 1):
        sentence.number = number
    return ordered


def _place_claims(detail: Detail, found: dict[tuple[int, str], Sentence]) -> None:
    """Put each claim to the sentence of the same words, or to one of its own."""
    for claim in detail.claims:
        start = detail.row["text"].find(claim.quote) if claim.quote else -1
        key = (start, claim.quote)
        if key not in found:
            end = start + len(claim.quote)
            bounds = (start, end) if start >= 0 else (None, None)
            found[key] = Sentence(0, claim.quote, *bounds)
        found[key].claims.append(claim)


def stretches(text: str, marked: list[Sentence]) -> Iterator[Stretch]:
    """Yield the whole text in pieces; of sentences that overlap the first is marked."""
    at = 0
    for sentence in marked:
        start, end = sentence.start, sentence.end
        if start is None or end is None or start < at or end > len(text):
            continue
        if text[at:start]:
            yield Stretch(text[at:start], None)
        yield Stretch(text[start:end], sentence)
        at = end
    if text[at:]:
        yield Stretch(text[at:], None)


def names(detail: Detail) -> list[Named]:
    """Return the actors and places that the reader found, the most named first."""
    kinds = {Suggestion.Kind.ACTOR, Suggestion.Kind.PLACE}
    found = [
        Named(
            kind=finding.kind,
            slug=finding.said.get("slug"),
            words=finding.said.get("words") or finding.quote,
            times=len(finding.said.get("evidence") or [None]),
            state=finding.state,
        )
        for finding in detail.findings
        if finding.kind in kinds
    ]
    return sorted(found, key=lambda named: -named.times)
