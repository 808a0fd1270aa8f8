"""Cue words and rules come from TOML files, one folder a language."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Generic, TypeVar

from talks.detect.words import Word, split_words

LANGUAGES = ("en", "ar", "fr")
FOLDER = Path(__file__).parent.parent / "data" / "cues"


@cache
def cue_file(language: str, name: str) -> Mapping[str, Any]:
    """Return the content of `cues/<language>/<name>.toml`."""
    with (FOLDER / language / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


Named = TypeVar("Named")


def _words_of(phrase: str) -> tuple[str, ...]:
    """Return the phrase as the words of a sentence; "plus d'" ends in an open elision."""
    words = tuple(word.text for word in split_words(phrase + "x", 0, ()))
    return (*words[:-1], words[-1][:-1]) if words[-1] != "x" else words[:-1]


class Phrases(Generic[Named]):
    """Phrases of one or more words with a value each, looked up in a row of words."""

    def __init__(self, values: Iterable[tuple[str, Named]]) -> None:
        self._values = {_words_of(phrase): value for phrase, value in values}
        self._longest = max((len(phrase) for phrase in self._values), default=0)
        self._reach: dict[str, int] = {}  # the longest phrase from each first word
        for phrase in self._values:
            longest = max(len(phrase), self._reach.get(phrase[0], 0))
            self._reach[phrase[0]] = longest
        self.first_words = frozenset(self._reach)
        self.last_words = frozenset(phrase[-1] for phrase in self._values)

    def found_in(self, words: Sequence[Word]) -> Iterator[tuple[Named, int]]:
        """Yield the value of the longest phrase from each position where one begins."""
        unlike = self.first_words.isdisjoint
        for at, word in enumerate(words):
            if unlike(word.forms):
                continue
            found = self.beginning_at(words, at)
            if found:
                yield found

    def beginning_at(self, words: Sequence[Word], at: int) -> tuple[Named, int] | None:
        """Return the value of the longest phrase from `at`, and the position behind it."""
        if at >= len(words) or self.first_words.isdisjoint(words[at].forms):
            return None
        firsts = [form for form in words[at].forms if form in self._reach]
        longest = max(self._reach[first] for first in firsts)
        for length in range(min(longest, len(words) - at), 0, -1):
            rest = [word.text for word in words[at + 1 : at + length]]
            for first in firsts:
                value = self._values.get((first, *rest))
                if value is not None:
                    return value, at + length
        return None

    def ending_at(self, words: Sequence[Word], end: int) -> tuple[Named, int] | None:
        """Return the value of the longest phrase that ends before `end`, and its first position."""
        if end <= 0 or self.last_words.isdisjoint(words[end - 1].forms):
            return None
        for start in range(max(end - self._longest, 0), end):
            phrase = tuple(word.text for word in words[start:end])
            for first in words[start].forms:
                value = self._values.get((first, *phrase[1:]))
                if value is not None:
                    return value, start
        return None
