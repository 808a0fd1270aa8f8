"""Where in a text the words stand that were looked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db import connection

from talks.detect.folding import Folded, fold

_WORD = re.compile(r"[^\W_]+")
# an Arabic word without what is written onto it
_JOINED = re.compile(r"^(?:[وف]?[بك]?ال|[وف]?لل|[وفبكل])(?=\w{3})")
# letters that a form of a word has in common with the word
_CORE = 3
_PASSAGE = 240
# As the index does it: which of these words are forms of those looked for, and each as
# it stands in the key of a name.
_VERIFY = """
    SELECT word, talks_key(word), talks_vector(word, word, word) @@ coalesce((
        SELECT string_agg('(' || talks_phrase(sought)::text || ')', ' | ')::tsquery
        FROM unnest(%s::text[]) AS sought WHERE talks_phrase(sought) <> ''
    ), '') FROM unnest(%s::text[]) AS word
"""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text; `is_sought` where it is what was looked for."""

    text: str
    is_sought: bool


@dataclass(frozen=True, slots=True)
class Marked:
    """A text in pieces, and the language it is in."""

    pieces: tuple[Piece, ...]
    language: str

    @property
    def is_found(self) -> bool:
        """Tell whether anything looked for stands in it."""
        return any(piece.is_sought for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class _Stretch:
    start: int
    end: int


def words_of(text: str) -> list[str]:
    """Return the words of a text as they are compared, cut as the database cuts them."""
    return _WORD.findall(fold(text).text)


class Highlighter:
    """Marks words and names in texts; it asks the database once, for all of them.

    `words` are folded words looked for by themselves, `names` keys of spellings.
    """

    def __init__(
        self, words: Iterable[str], names: Iterable[str], texts: Iterable[str]
    ) -> None:
        self._words = tuple(words)
        self._names = frozenset(tuple(name.split()) for name in names)
        self._longest = max(map(len, self._names), default=0)
        self._keys: dict[str, str] = {}
        self._sought: set[str] = set()
        self._texts: dict[str, tuple[Folded, list[tuple[str, int, int]]]] = {}
        self._verify(texts)

    def mark(self, text: str, language: str) -> Marked:
        """Return the whole text with what was looked for set apart."""
        return Marked(tuple(_pieces(text, self._found(text))), language)

    def passage(self, text: str, language: str) -> Marked | None:
        """Return the part around the first thing found; None where nothing is."""
        found = list(self._found(text))
        if not found:
            return None
        start = _word_edge(text, max(found[0].start - _PASSAGE // 3, 0))
        end = max(_word_edge(text, start + _PASSAGE), found[0].end)
        inside = [it for it in found if start <= it.start and it.end <= end]
        pieces = list(_pieces(text[:end], inside, start=start))
        before = [Piece("…", is_sought=False)] if start else []
        after = [Piece(" …", is_sought=False)] if end < len(text) else []
        return Marked((*before, *pieces, *after), language)

    def _verify(self, texts: Iterable[str]) -> None:
        cores = {_core(word) for word in self._words}
        cores |= {word[:_CORE] for name in self._names for word in name}
        if not cores:
            return
        any_core = re.compile("|".join(map(re.escape, sorted(cores))))
        words = {word for text in texts for word, _start, _end in self._read(text)[1]}
        candidates = [word for word in sorted(words) if any_core.search(word)]
        with connection.cursor() as cursor:
            cursor.execute(_VERIFY, [list(self._words), candidates])
            for word, key, is_sought in cursor.fetchall():
                self._keys[word] = key
                if is_sought:
                    self._sought.add(word)

    def _read(self, text: str) -> tuple[Folded, list[tuple[str, int, int]]]:
        """Return a text folded, and its words with their stretches; read once."""
        if text not in self._texts:
            folded = fold(text)
            words = [(it[0], *it.span()) for it in _WORD.finditer(folded.text)]
            self._texts[text] = folded, words
        return self._texts[text]

    def _found(self, text: str) -> Iterator[_Stretch]:
        """Yield where names and words stand, in order; the longest name first."""
        folded, words = self._read(text)
        at = 0
        while at < len(words):
            size = 0
            if words[at][0] in self._keys:
                size = self._name_at(words, at) or int(words[at][0] in self._sought)
            if size:
                yield _stretch(folded, words[at][1], words[at + size - 1][2])
            at += size or 1

    def _name_at(self, words: list[tuple[str, int, int]], at: int) -> int:
        """Return how many words from here are a name; 0 where none begins."""
        keys = [self._keys.get(word[0], "") for word in words[at : at + self._longest]]
        sizes = range(len(keys), 0, -1)
        return next((size for size in sizes if tuple(keys[:size]) in self._names), 0)


def _core(word: str) -> str:
    return _JOINED.sub("", word)[:_CORE]


def _stretch(folded: Folded, start: int, end: int) -> _Stretch:
    return _Stretch(folded.original(start), folded.original(end - 1) + 1)


def _pieces(text: str, found: Iterable[_Stretch], *, start: int = 0) -> Iterator[Piece]:
    at = start
    for stretch in found:
        if text[at : stretch.start]:
            yield Piece(text[at : stretch.start], is_sought=False)
        yield Piece(text[stretch.start : stretch.end], is_sought=True)
        at = stretch.end
    if text[at:]:
        yield Piece(text[at:], is_sought=False)


def _word_edge(text: str, at: int) -> int:
    """Return the end of the word that stands here, so that none is cut."""
    if at <= 0:
        return 0
    edge = text.find(" ", at)
    return len(text) if edge < 0 else edge
