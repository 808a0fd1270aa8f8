"""What the reader found, as suggestions that wait for a person; storing twice changes nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from talks.detect.findings import (
    Evidence,
    Findings,
    FoundEvent,
    FoundFigure,
    Mention,
)
from talks.models.articles import Article
from talks.models.suggestions import Suggestion
from talks.values import PartialDate

State = Suggestion.State
_REFRESHED = ("finding", "rule", "confidence", "reader_version", "quote")
_POSITION = ("quote_start", "quote_end")


@dataclass(frozen=True, slots=True)
class Stored:
    """How an article's suggestions changed."""

    added: int = 0
    changed: int = 0
    withdrawn: int = 0


def store(article: Article, *, findings: Findings, now: datetime) -> Stored:
    """Bring the article's suggestions in line with what was found; call in a transaction.

    1. a finding never met before becomes an open suggestion
    2. an open or withdrawn one found again is refreshed where it differs
    3. an open one no longer found is withdrawn
    4. what a person decided is never touched, so what was rejected never comes back
    """
    held = {row.key: row for row in article.suggestions.select_for_update()}
    proposed = {row.key: row for row in _rows(article, findings)}
    added = [row for key, row in proposed.items() if key not in held]
    changed = [
        held[key]
        for key, row in proposed.items()
        if key in held and _refresh(held[key], row, now=now)
    ]
    vanished = [
        _withdraw(row, now=now)
        for key, row in held.items()
        if key not in proposed and row.state == State.OPEN
    ]
    Suggestion.objects.bulk_create(added)
    Suggestion.objects.bulk_update(
        [*changed, *vanished], [*_REFRESHED, *_POSITION, "state", "changed_at"]
    )
    return Stored(len(added), len(changed), len(vanished))


def _refresh(held: Suggestion, found: Suggestion, *, now: datetime) -> bool:
    """Bring an undecided row in line with what was found; tell whether it differed.

    `changed_at` moves only then: the review desk takes it for a sign of change.
    """
    if held.state not in {State.OPEN, State.WITHDRAWN}:
        return False
    fields = (*_REFRESHED, *_POSITION, "state")
    if all(getattr(held, name) == getattr(found, name) for name in fields):
        return False
    for name in fields:
        setattr(held, name, getattr(found, name))
    held.changed_at = now
    return True


def _withdraw(row: Suggestion, *, now: datetime) -> Suggestion:
    row.state, row.changed_at = State.WITHDRAWN, now
    return row


def _rows(article: Article, findings: Findings) -> Iterator[Suggestion]:
    if not findings.relevant:
        return
    version = findings.reader_version
    figure_keys = _distinct(_figure_key(figure) for figure in findings.figures)
    event_keys = _distinct(_event_key(event) for event in findings.events)
    for event, key in zip(findings.events, event_keys, strict=True):
        row = _row(article, Suggestion.Kind.EVENT, key, event.evidence[0], version)
        yield _claim(row, event, _event_json(event))
    for figure, key in zip(findings.figures, figure_keys, strict=True):
        row = _row(article, Suggestion.Kind.FIGURE, key, figure.evidence, version)
        yield _claim(row, figure, _figure_json(figure, figure_keys))
    for key, mentions in _named(findings.mentions).items():
        first = mentions[0]
        row = _row(article, Suggestion.Kind(first.kind), key, first.evidence, version)
        yield _claim(row, first, _mention_json(mentions))


def _row(
    article: Article, kind: Suggestion.Kind, key: str, evidence: Evidence, version: str
) -> Suggestion:
    return Suggestion(
        article=article,
        kind=kind,
        key=key,
        quote=evidence.quote,
        quote_start=evidence.start,
        quote_end=evidence.end,
        reader_version=version,
    )


def _claim(
    row: Suggestion, found: FoundEvent | FoundFigure | Mention, finding: dict[str, Any]
) -> Suggestion:
    row.finding = finding
    row.rule = found.rule[:100]
    row.confidence = found.confidence
    return row


# --------------------------------------------------- what makes it the same finding


def _event_key(event: FoundEvent) -> str:
    """Return what tells an event: its kind, its sentence and its place.

    Date, actors and modality may be read better one day; that is no other event.
    """
    return _key(Suggestion.Kind.EVENT, event.evidence[0], event.kind, event.place)


def _figure_key(figure: FoundFigure) -> str:
    count = figure.count
    return _key(
        *(Suggestion.Kind.FIGURE, figure.evidence, figure.measure, figure.population),
        *(count.low, count.best, count.high),
    )


def _key(kind: Suggestion.Kind, sentence: Evidence, *said: object) -> str:
    words = " ".join(sentence.quote.split())
    parts = [str(kind), words, *("" if part is None else str(part) for part in said)]
    return sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _distinct(keys: Iterable[str]) -> list[str]:
    """Tell equal keys apart by their order: two like claims in one sentence are two."""
    seen: defaultdict[str, int] = defaultdict(int)
    distinct = []
    for key in keys:
        seen[key] += 1
        again = f"{key}\x1f{seen[key]}".encode()
        distinct.append(key if seen[key] == 1 else sha256(again).hexdigest())
    return distinct


def _named(mentions: Iterable[Mention]) -> dict[str, list[Mention]]:
    """Gather the mentions of one name: by whom it means, or by its words if that is open."""
    named: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        means = mention.slug or f"words:{mention.evidence.quote.casefold()}"
        said = "\x1f".join([mention.kind, means])
        named[sha256(said.encode("utf-8", "surrogatepass")).hexdigest()].append(mention)
    return dict(named)


# --------------------------------------------------------------------- as JSON


def _event_json(event: FoundEvent) -> dict[str, Any]:
    return {
        "kind": event.kind,
        "modality": event.modality,
        "status": event.status.value,
        "date": _date_json(event.date),
        "date_is_assumed": event.date_is_assumed,
        "place": event.place,
        "actors": [list(pair) for pair in event.actors],
        "evidence": [_evidence_json(sentence) for sentence in event.evidence],
    }


def _figure_json(figure: FoundFigure, keys: list[str]) -> dict[str, Any]:
    part_of = figure.subset_of
    return {
        "measure": figure.measure,
        "population": figure.population,
        "low": figure.count.low,
        "best": figure.count.best,
        "high": figure.count.high,
        "qualifier": figure.count.qualifier.value,
        "scope": figure.scope,
        "as_stated": figure.as_stated,
        "assertion": figure.assertion,
        "status": figure.status.value,
        "as_of": _date_json(figure.as_of),
        "since": _date_json(figure.since),
        "place": figure.place,
        "attributed_to": figure.attributed_to,
        "subset_of_key": None if part_of is None else keys[part_of],
        "evidence": [_evidence_json(figure.evidence)],
    }


def _mention_json(mentions: list[Mention]) -> dict[str, Any]:
    first = mentions[0]
    return {
        "slug": first.slug,
        "candidates": list(first.candidates),
        "words": first.evidence.quote,
        "evidence": [_evidence_json(mention.evidence) for mention in mentions],
    }


def _evidence_json(evidence: Evidence) -> dict[str, Any]:
    return {"start": evidence.start, "end": evidence.end, "quote": evidence.quote}


def _date_json(date: PartialDate | None) -> dict[str, Any] | None:
    if date is None:
        return None
    return {
        "earliest": date.earliest.isoformat(),
        "latest": date.latest.isoformat(),
        "precision": date.precision.value,
        "words": date.words,
    }
