"""One search over every noun: how it was understood, how much there is, what was found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import partial
from typing import Any

from django.db import connection
from django.db.models import Q, QuerySet

from talks.filters import Key, SearchFilter
from talks.models import Spelling
from talks.queries import found
from talks.queries.found import Found
from talks.queries.highlights import Highlighter, Marked, words_of

PAGE = 50
FIRST = {"events": 10}
FIRST_OF_OTHERS = 5
# Beyond this many nobody counts: the page says "1,000+".
MOST_COUNTED = 1000
_ALIKE = 0.72
_MOST_ALIKE = 5

# Names in full, in their order; then names that hold each word, be it typed to its end
# or not; then what texts are asked.
_UNDERSTAND = """
    SELECT named.first, named.size, named.holder,
        array_to_string(
            (string_to_array(talks_plain(%(words)s), ' '))[first:first + size - 1], ' '
        ),
        (SELECT array_agg(key) FROM talks_spelling AS it WHERE it.holder = named.holder)
    FROM talks_names_in(%(words)s) AS named
    UNION ALL (
        SELECT NULL, min(length(key)), holder, '', '{}' FROM talks_spelling
        WHERE words @@ (
            SELECT string_agg(quote_literal(talks_key(word)) || ':*', ' & ')::tsquery
            FROM unnest(string_to_array(talks_fold(%(words)s), ' ')) AS word
            WHERE talks_key(word) <> ''
        )
        GROUP BY holder ORDER BY 2, holder LIMIT %(most)s
    )
    UNION ALL
    SELECT NULL, NULL, talks_tsquery(%(words)s)::text, '', '{}'
"""


@dataclass(frozen=True, slots=True)
class Meant:
    """A name that was understood: as it was typed, and whom or what it may mean."""

    typed: str
    hits: list[Hit]


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found, with what was looked for marked."""

    found: Found
    title: Marked
    passage: Marked | None


@dataclass(frozen=True, slots=True)
class Group:
    """What was found of one kind; `count` is None where nobody counted to the end."""

    part: str
    count: int | None
    hits: list[Hit]
    older: Key | None


@dataclass(frozen=True, slots=True)
class Answer:
    """All that a search found."""

    meant: list[Meant]
    groups: list[Group]
    nearly: list[str]


@dataclass(frozen=True, slots=True)
class _Understood:
    """What was typed as the database reads it."""

    query: str
    names: list[tuple[str, str]]  # as typed, and the key of who or what is so called
    holders: list[str]  # of names that hold each word
    keys: list[str]
    others: list[str]  # folded words that are in no name


def answer(asked: SearchFilter, language: str) -> Answer:
    """Return what was found, in eleven queries at most, and seldom more than seven."""
    if not (asked.words or asked.first or asked.last):
        return Answer([], [], [])
    understood = _understand(asked.words)
    named = _named(understood, language)
    counts, pages = _pages(asked, understood, named, language)
    rows = [row for page in pages.values() for row in page]
    mark = _marker(understood, [*rows, *named.values()])
    groups = [_group(part, counts[part], pages[part], mark, asked) for part in pages]
    return Answer(
        meant=_meant(understood, named, mark),
        groups=groups,
        nearly=_nearly(understood.others) if understood.others and not groups else [],
    )


def _understand(words: str) -> _Understood:
    with connection.cursor() as cursor:
        cursor.execute(_UNDERSTAND, {"words": words, "most": PAGE})
        *rows, (_first, _size, query, _typed, _keys) = cursor.fetchall()
    named = [row for row in rows if row[0]]
    inside = {at for first, size, *_more in named for at in range(first, first + size)}
    return _Understood(
        query=query,
        names=[(typed, holder) for _first, _size, holder, typed, _keys in named],
        holders=[row[2] for row in rows if not row[0]],
        keys=[key for *_named, keys in named for key in keys],
        others=[word for at, word in enumerate(words_of(words), 1) if at not in inside],
    )


def _named(understood: _Understood, language: str) -> dict[str, Found]:
    """Return who and what is named in full, then those in whose names each word is."""
    in_full = [holder for _typed, holder in understood.names]
    holders = list(dict.fromkeys([*in_full, *understood.holders]))
    return found.named(holders, language) if holders else {}


def _pages(
    asked: SearchFilter,
    understood: _Understood,
    named: Mapping[str, Found],
    language: str,
) -> tuple[dict[str, int], dict[str, list[Found]]]:
    """Return how much there is of each kind, and the first page where there is any."""
    query = understood.query if asked.words else None
    rows = found.kinds(asked, query=query, language=language)
    counts = _counts({part: kind.matching for part, kind in rows.items()})
    pages = {
        part: kind.fetch(asked.before, _wanted(part, asked) + 1)
        for part, kind in rows.items()
        if counts[part]
    }
    for part in ("actors", "places"):
        holders = [it for it in named.values() if it.part == part]
        if holders and asked.part in {"", part}:
            counts[part], pages[part] = len(holders), holders
    return counts, pages


def _wanted(part: str, asked: SearchFilter) -> int:
    return PAGE if asked.part else FIRST.get(part, FIRST_OF_OTHERS)


def _counts(matching: Mapping[str, QuerySet[Any]]) -> dict[str, int]:
    """Count each kind in one query, none further than anybody is told."""
    if not matching:
        return {}
    parts, values = [], []
    for part, rows in matching.items():
        sql, given = (
            rows.order_by().values("pk")[: MOST_COUNTED + 1].query.sql_with_params()
        )
        parts.append(f"SELECT %s, count(*) FROM ({sql}) AS it")  # noqa: S608  Django's own
        values += [part, *given]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), values)
        return dict(cursor.fetchall())


def _marker(understood: _Understood, rows: Iterable[Found]) -> Callable[[Found], Hit]:
    rows = list(rows)
    texts = [text for row in rows for text in (row.title.text, row.passage)]
    highlighter = Highlighter(understood.others, understood.keys, texts)
    return partial(_hit, highlighter)


def _hit(highlighter: Highlighter, row: Found) -> Hit:
    return Hit(
        found=row,
        title=highlighter.mark(row.title.text, row.title.language),
        passage=highlighter.passage(row.passage, row.passage_language),
    )


def _group(
    part: str,
    count: int,
    page: list[Found],
    mark: Callable[[Found], Hit],
    asked: SearchFilter,
) -> Group:
    most = _wanted(part, asked)
    shown = page[:most]
    last = shown[-1].key if asked.part and len(page) > most else None
    return Group(
        part=part,
        count=count if count <= MOST_COUNTED else None,
        hits=[mark(row) for row in shown],
        older=last,
    )


def _meant(
    understood: _Understood, named: Mapping[str, Found], mark: Callable[[Found], Hit]
) -> list[Meant]:
    meant: dict[str, list[Hit]] = {}
    for typed, holder in understood.names:
        if holder in named:
            meant.setdefault(typed, []).append(mark(named[holder]))
    return [Meant(typed, hits) for typed, hits in meant.items()]


def _nearly(words: Iterable[str]) -> list[str]:
    """Return names spelled nearly like a word of which nothing was found."""
    begins = Q()
    for word in words:
        begins |= Q(key__startswith=word[0])
    known = dict(Spelling.objects.filter(begins).values_list("key", "text"))
    alike = [
        known[key]
        for word in words
        for key in get_close_matches(word, known, n=3, cutoff=_ALIKE)
    ]
    return list(dict.fromkeys(alike))[:_MOST_ALIKE]
