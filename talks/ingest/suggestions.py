"""What the reader found, as suggestions that wait for a person; storing twice changes nothing."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db import connection

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

# All in one statement: row by row it would take longer than reading the report.
# `changed_at` moves only where something differs: the review desk takes it for a sign of
# change. A new row is told by its `xmax`: only one that was there has been locked.
_STORE = """
    WITH proposed AS (
        SELECT * FROM jsonb_to_recordset(%(rows)s::jsonb) AS proposed (
            kind text, key text, finding jsonb, rule text, confidence float,
            quote text, quote_start int, quote_end int)
    ), withdrawn AS (
        UPDATE talks_suggestion SET state = 'withdrawn', changed_at = %(now)s
        WHERE article_id = %(article)s AND state = 'open'
            AND key NOT IN (SELECT key FROM proposed)
        RETURNING id
    ), written AS (
        INSERT INTO talks_suggestion AS held (article_id, reader_version, state,
            created_at, changed_at, kind, key, finding, rule, confidence,
            quote, quote_start, quote_end)
        SELECT %(article)s, %(version)s, 'open', %(now)s, %(now)s, proposed.*
        FROM proposed
        ON CONFLICT (article_id, key) DO UPDATE SET
            reader_version = excluded.reader_version, state = excluded.state,
            changed_at = excluded.changed_at, finding = excluded.finding,
            rule = excluded.rule, confidence = excluded.confidence,
            quote = excluded.quote, quote_start = excluded.quote_start,
            quote_end = excluded.quote_end
        WHERE held.state IN ('open', 'withdrawn')
            AND (held.reader_version, held.state, held.finding, held.rule,
                held.confidence, held.quote, held.quote_start, held.quote_end)
            IS DISTINCT FROM (excluded.reader_version, excluded.state,
                excluded.finding, excluded.rule, excluded.confidence,
                excluded.quote, excluded.quote_start, excluded.quote_end)
        RETURNING held.xmax = 0 AS is_new
    )
    SELECT count(*) FILTER (WHERE is_new), count(*) FILTER (WHERE NOT is_new),
        (SELECT count(*) FROM withdrawn)
    FROM written
"""


@dataclass(frozen=True, slots=True)
class Stored:
    """How an article's suggestions changed."""

    added: int = 0
    changed: int = 0
    withdrawn: int = 0


def store(article: Article, *, findings: Findings, now: datetime) -> Stored:
    """Bring the article's suggestions in line with what was found, in one statement.

    1. a finding never met before becomes an open suggestion
    2. an open or withdrawn one found again is refreshed where it differs
    3. an open one no longer found is withdrawn
    4. what a person decided is never touched, so what was rejected never comes back
    """
    said: dict[str, int | str | datetime] = {
        "article": article.pk,
        "rows": json.dumps(list(_rows(findings)), ensure_ascii=False),
        "version": findings.reader_version,
        "now": now,
    }
    with connection.cursor() as cursor:
        cursor.execute(_STORE, said)
        return Stored(*cursor.fetchone())


def _rows(findings: Findings) -> Iterator[dict[str, Any]]:
    """Yield what is proposed, by the names of its columns."""
    if not findings.relevant:
        return
    figure_keys = _distinct(_figure_key(figure) for figure in findings.figures)
    event_keys = _distinct(_event_key(event) for event in findings.events)
    for event, key in zip(findings.events, event_keys, strict=True):
        row = _row(Suggestion.Kind.EVENT, key, event, event.evidence[0])
        yield row | {"finding": _event_json(event)}
    for figure, key in zip(findings.figures, figure_keys, strict=True):
        row = _row(Suggestion.Kind.FIGURE, key, figure, figure.evidence)
        yield row | {"finding": _figure_json(figure, figure_keys)}
    for key, mentions in _named(findings.mentions).items():
        first = mentions[0]
        row = _row(Suggestion.Kind(first.kind), key, first, first.evidence)
        yield row | {"finding": _mention_json(mentions)}


def _row(
    kind: Suggestion.Kind,
    key: str,
    found: FoundEvent | FoundFigure | Mention,
    evidence: Evidence,
) -> dict[str, Any]:
    return {
        "kind": kind.value,
        "key": key,
        "rule": found.rule[:100],
        "confidence": found.confidence,
        "quote": evidence.quote,
        "quote_start": evidence.start,
        "quote_end": evidence.end,
    }


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
