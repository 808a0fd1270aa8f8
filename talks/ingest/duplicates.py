"""Is this report one we have? By its address, by its exact text, by nearly its text."""

from __future__ import annotations

import re
import struct
import unicodedata
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from hashlib import blake2b, sha256
from typing import Any

from django.db import connection
from rensa import RMinHash

from talks.ingest.canonical import story_of
from talks.models.articles import Article

# 32 bands of 3 rows: two texts meet in one with 99.9 % if half of all their shingles are
# shared, with 93 % at 43 of 100, with 3 % at 10 of 100; who meets is compared by words.
_BANDS, _ROWS, _SEED = 32, 3, 2020
_SHINGLE = 4
# Share of the shorter text's shingles that are in the longer one. Among our invented
# reports a reprint has 0.86, two reports of one event by different hands below 0.04.
_SAME_TEXT = 0.6
_SHORTEST = 40  # words; below that, agreement says nothing
_DAYS_APART = timedelta(days=7)
_MOST_CANDIDATES = 60
_WORD = re.compile(r"\w+")
_LOCK = 0x7461_6C6B_7301  # "talks", 1: one search for an original at a time
# In one round trip. The lock comes first: each statement sees what was there when it began.
# The planner takes overlaps of arrays for frequent and would read the whole table, or all
# of a fortnight; the one index on them is always right, and compiling never pays.
_ALIKE = """
    SELECT pg_advisory_xact_lock(%(lock)s);
    SET LOCAL enable_seqscan = off;
    SET LOCAL jit = off;
    WITH near AS MATERIALIZED (
        SELECT id, published_at FROM talks_article WHERE bands && %(bands)s::bigint[]
    )
    (SELECT id AS alike FROM talks_article
        WHERE fingerprint = %(fingerprint)s LIMIT %(most)s)
    UNION ALL
    (SELECT id FROM near
        WHERE published_at IS NULL OR %(since)s::timestamptz IS NULL
            OR published_at BETWEEN %(since)s AND %(until)s
        LIMIT %(most)s);
    SELECT CASE first_id WHEN %(article)s THEN second_id ELSE first_id END, is_copy
        FROM talks_copyverdict WHERE first_id = %(article)s OR second_id = %(article)s
"""


@dataclass(frozen=True, slots=True)
class Print:
    """What a text is recognised by: exactly, and nearly."""

    fingerprint: str
    bands: list[int]


def identity_of(*, address: str = "", text: str = "", source: str, title: str) -> str:
    """Return what makes a report one report, as 64 hexadecimal digits.

    Its canonical address; without one its text; without either its source and title.
    """
    if address:
        return _digest(story_of(address))
    if text:
        return _digest(f"text:{_squeezed(text)}")
    return _digest(f"title:{source}:{_squeezed(title)}")


def print_of(text: str) -> Print:
    """Return a text's fingerprint and bands. Short texts have no bands: they resemble too much."""
    words = _words(text)
    bands = _bands(words) if len(words) >= _SHORTEST else []
    return Print(_digest(_squeezed(text)), bands)


def find_original(article: Article) -> Article | None:
    """Return the report that this one is a copy of, the earliest held.

    Holds a lock until the transaction ends, so that of two copies arriving at the same
    moment one finds the other. What a person said of a pair is kept to.
    """
    alike, said = _alike(article)
    alike |= {pk for pk, is_copy in said.items() if is_copy}
    alike -= {article.pk, *(pk for pk, is_copy in said.items() if not is_copy)}
    if not alike:
        return None
    candidates = (
        Article.objects.voices().filter(pk__in=alike).order_by("found_at", "id")
    )
    mine = _shingles(_words(article.text))
    for candidate in candidates.only("fingerprint", "text"):
        if candidate.pk in said or candidate.fingerprint == article.fingerprint:
            return candidate
        if _is_same_text(mine, _shingles(_words(candidate.text))):
            return candidate
    return None


def _alike(article: Article) -> tuple[set[int], dict[int, bool]]:
    """Return the articles whose fingerprint or one of whose bands is the same.

    And what people said of this article beside others: other's id -> is it a copy.
    """
    published = article.published_at
    asked: dict[str, Any] = {
        "lock": _LOCK,
        "article": article.pk,
        "fingerprint": article.fingerprint,
        "bands": article.bands,
        "since": published - _DAYS_APART if published else None,
        "until": published + _DAYS_APART if published else None,
        "most": _MOST_CANDIDATES,
    }
    with connection.cursor() as cursor:
        cursor.execute(_ALIKE, asked)
        for _ in ("lock", "seqscan", "jit"):
            cursor.nextset()
        alike = {pk for (pk,) in cursor.fetchall()}
        cursor.nextset()
        said = dict(cursor.fetchall())
    return alike, said


def _is_same_text(mine: set[str], theirs: set[str]) -> bool:
    shorter = min(len(mine), len(theirs))
    # A short excerpt lies wholly within the long report: half the length at least.
    if not shorter or shorter * 2 < max(len(mine), len(theirs)):
        return False
    return len(mine & theirs) / shorter >= _SAME_TEXT


def _bands(words: list[str]) -> list[int]:
    minhash = RMinHash(num_perm=_BANDS * _ROWS, seed=_SEED)
    minhash.update(list(_shingles(words)))
    digest = minhash.digest()
    return [_band(n, digest[n * _ROWS : (n + 1) * _ROWS]) for n in range(_BANDS)]


def _band(number: int, rows: list[int]) -> int:
    """Return a band as the signed 64-bit number that a database column holds."""
    packed = struct.pack(f"<H{_ROWS}Q", number, *rows)
    (value,) = struct.unpack("<q", blake2b(packed, digest_size=8).digest())
    return int(value)


def _shingles(words: list[str]) -> set[str]:
    return {" ".join(words[n : n + _SHINGLE]) for n in range(len(words) - _SHINGLE + 1)}


def _words(text: str) -> list[str]:
    return _WORD.findall(_plain(text))


def _squeezed(text: str) -> str:
    return " ".join(_plain(text).split())


@lru_cache(maxsize=4)
def _plain(text: str) -> str:
    """Lower case, without marks and tatweel, so that typography makes no difference.

    One report's text is asked for several times over: for its identity, its fingerprint
    and its bands.
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    # Letter by letter would take longer than all the digests.
    for letter in set(plain):
        if letter == "ـ" or unicodedata.combining(letter):
            plain = plain.replace(letter, "")
    return plain


def _digest(words: str) -> str:
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()
