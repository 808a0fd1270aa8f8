"""Patterns over words, small enough to be written in a data file by hand.

A pattern is a line of elements with blanks between them:

    killed|slain     one of these words; `violat*` is any word that begins so, and
                     `سيطر~` any form of that Arabic verb
    @toll            one of the words of the list `toll` in the same file
    =wagner          this actor or place, however it is written
    COUNT ACTOR PLACE DATE NAME   something that was found before
    word?            may be missing
    ..4              up to four words, names, places or dates
    ~4               up to four words of any kind, counts and commas too
    (,)              an aside between commas, brackets or dashes, where there is one
    !not|never       the next word is none of these
    ^                the beginning of the sentence or of a clause
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from talks.detect.folding import fold
from talks.detect.verbs import spelled

KINDS = {
    "COUNT": "count",
    "ACTOR": "actor",
    "PLACE": "place",
    "DATE": "date",
    "NAME": "name",
}


@dataclass(frozen=True, slots=True)
class Element:
    """One step of a pattern."""

    op: str  # one, gap, anything, aside, not, start
    texts: frozenset[str] = frozenset()
    prefixes: tuple[str, ...] = ()
    kinds: frozenset[str] = frozenset()
    size: int = 0
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """Where a pattern was met: words[start:end], with the things that it named."""

    start: int
    end: int
    found: tuple[int, ...]


Pattern = tuple[Element, ...]


class PatternError(ValueError):
    """A pattern in a rule file that cannot be read."""


def compile_pattern(line: str, lists: Mapping[str, Sequence[str]]) -> Pattern:
    """Return the pattern that `line` spells, with `@names` looked up in `lists`."""
    elements = tuple(_element(part, lists) for part in line.split())
    first = next((e for e in elements if e.op != "start"), None)
    if first is None or first.optional or first.op != "one":
        message = f"a pattern begins with a word or a thing found: {line!r}"
        raise PatternError(message)
    return elements


def _element(part: str, lists: Mapping[str, Sequence[str]]) -> Element:
    if part == "(,)":
        return Element("aside")
    if part == "^":
        return Element("start")
    if part.startswith(("..", "~")):
        op = "gap" if part.startswith("..") else "anything"
        return Element(op, size=int(part.lstrip(".~")))
    optional = part.endswith("?")
    part = part.removesuffix("?")
    if part.startswith("!"):
        texts, prefixes, kinds = _alternatives(part[1:], lists)
        return Element("not", texts, prefixes, kinds)
    texts, prefixes, kinds = _alternatives(part, lists)
    return Element("one", texts, prefixes, kinds, optional=optional)


def _without_elision(word: str) -> str:
    """Drop an elided article: in a sentence "s'ouvre" is two words."""
    return word.rsplit("'", 1)[-1] or word


def _alternatives(
    part: str, lists: Mapping[str, Sequence[str]]
) -> tuple[frozenset[str], tuple[str, ...], frozenset[str]]:
    texts: set[str] = set()
    prefixes: list[str] = []
    kinds: set[str] = set()
    for option in part.split("|"):
        if option in KINDS:
            kinds.add(KINDS[option])
            continue
        if option.startswith("@") and option[1:] not in lists:
            message = f"no list is called {option}"
            raise PatternError(message)
        named = lists[option[1:]] if option.startswith("@") else [option]
        for word in map(_without_elision, named):
            if word.endswith("*"):
                prefixes.append(fold(word[:-1]).text)
            else:
                texts.update(spelled(word))
    return frozenset(texts), tuple(prefixes), frozenset(kinds)
