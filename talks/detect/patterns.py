"""Patterns over words, small enough to be written in a data file by hand.

A pattern is a line of elements with blanks between them:

    killed|slain     one of these words; `violat*` is any word that begins so
    @toll            one of the words of the list `toll` in the same file
    COUNT ACTOR PLACE DATE NAME   something that was found before
    word?            may be missing
    ..4              up to four words, names, places or dates
    ~4               up to four words of any kind, counts and commas too
    (,)              an aside between commas, brackets or dashes, where there is one
    !not|never       the next word is none of these
    ^                the beginning of the sentence or of a clause
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from talks.detect.folding import fold
from talks.detect.words import Word

KINDS = {
    "COUNT": "count",
    "ACTOR": "actor",
    "PLACE": "place",
    "DATE": "date",
    "NAME": "name",
}
_CLOSING = {",": ",", "،": "،", "(": ")", "-": "-", "—": "—", "–": "–"}
_FULL_STOPS = frozenset({".", ";", "؛", "?", "؟", "!"})
_LONGEST_ASIDE = 24


@dataclass(frozen=True, slots=True)
class Element:
    """One step of a pattern."""

    op: str  # words, kind, gap, anything, aside, not, start
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
    """The pattern that `line` spells, with `@names` looked up in `lists`."""
    elements = tuple(_element(part, lists) for part in line.split())
    first = next((e for e in elements if e.op != "start"), None)
    if first is None or first.optional or first.op not in {"words", "kind"}:
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
    op = "words" if texts or prefixes else "kind"
    return Element(op, texts, prefixes, kinds, optional=optional)


def _alternatives(
    part: str, lists: Mapping[str, Sequence[str]]
) -> tuple[frozenset[str], tuple[str, ...], frozenset[str]]:
    texts, prefixes, kinds = set(), [], set()
    for option in part.split("|"):
        if option in KINDS:
            kinds.add(KINDS[option])
            continue
        if option.startswith("@") and option[1:] not in lists:
            message = f"no list is called {option}"
            raise PatternError(message)
        for word in lists[option[1:]] if option.startswith("@") else [option]:
            if word.endswith("*"):
                prefixes.append(fold(word[:-1]).text)
            else:
                texts.add(fold(word).text)
    return frozenset(texts), tuple(prefixes), frozenset(kinds)


def fits(element: Element, word: Word) -> bool:
    """Whether a word is one of those that the element names."""
    if word.kind in element.kinds:
        return True
    if word.kind not in {"word", "mark", "document", "digits"}:
        return False
    if not element.texts.isdisjoint(word.forms):
        return True
    return bool(element.prefixes) and any(
        form.startswith(element.prefixes) for form in word.forms
    )


def match_at(pattern: Pattern, words: Sequence[Word], start: int) -> Match | None:
    """The shortest stretch from `start` that the pattern fits.

    All the ways to fit are walked side by side, so the work is bounded by the
    pattern's length times its gaps, whatever the text.
    """
    ways: dict[int, tuple[int, ...]] = {start: ()}
    for element in pattern:
        further: dict[int, tuple[int, ...]] = {}
        for at, found in ways.items():
            for position, more in _steps(element, words, at):
                further.setdefault(position, found + more)
        if not further:
            return None
        ways = further
    end = min(ways)
    return Match(start, end, ways[end])


def _steps(
    element: Element, words: Sequence[Word], at: int
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Each place the walk may go on from, with what this step found."""
    op = element.op
    if op in {"words", "kind"}:
        if at < len(words) and fits(element, words[at]):
            named = words[at].kind in element.kinds
            yield at + 1, (at,) if named else ()
        if element.optional:
            yield at, ()
    elif op in {"gap", "anything"}:
        yield from ((position, ()) for position in _gap(element, words, at))
    elif op == "aside":
        yield at, ()
        after = _after_aside(words, at)
        if after:
            yield after, ()
    elif op == "not":
        if at >= len(words) or not fits(element, words[at]):
            yield at, ()
    elif starts_clause(words, at):
        yield at, ()


def _gap(element: Element, words: Sequence[Word], at: int) -> Iterator[int]:
    yield at
    for position in range(at, min(at + element.size, len(words))):
        word = words[position]
        if word.text in _FULL_STOPS:
            return
        if element.op == "gap" and word.kind in {"mark", "count"}:
            return
        yield position + 1


def _after_aside(words: Sequence[Word], at: int) -> int | None:
    """The position behind an aside that opens at `at`, if one does."""
    if at >= len(words) or words[at].text not in _CLOSING:
        return None
    closing = _CLOSING[words[at].text]
    for position in range(at + 1, min(at + _LONGEST_ASIDE, len(words))):
        if words[position].text == closing:
            return position + 1
    return None


def starts_clause(words: Sequence[Word], at: int) -> bool:
    """Whether the word at this position is the first of a sentence or clause."""
    return at == 0 or words[at - 1].kind == "mark"


Named = TypeVar("Named")


class Matcher(Generic[Named]):
    """Many patterns at once: only those whose first word is there are tried."""

    def __init__(self, patterns: Sequence[tuple[Pattern, Named]]) -> None:
        self._patterns = patterns
        self._by_text: dict[str, list[int]] = defaultdict(list)
        self._by_kind: dict[str, list[int]] = defaultdict(list)
        self._by_prefix: list[tuple[str, int]] = []
        for number, (pattern, _) in enumerate(patterns):
            first = next(e for e in pattern if e.op != "start")
            for text in first.texts:
                self._by_text[text].append(number)
            for kind in first.kinds:
                self._by_kind[kind].append(number)
            self._by_prefix += [(prefix, number) for prefix in first.prefixes]
        self._beginning_with = lru_cache(maxsize=65536)(self._look_up)

    def _look_up(self, forms: frozenset[str]) -> tuple[int, ...]:
        numbers = {number for form in forms for number in self._by_text.get(form, ())}
        numbers |= {
            number
            for prefix, number in self._by_prefix
            if any(form.startswith(prefix) for form in forms)
        }
        return tuple(sorted(numbers))

    def find(self, words: Sequence[Word]) -> Iterator[tuple[Match, Named]]:
        """Every place where a pattern fits, in the order of the text."""
        for at, word in enumerate(words):
            if word.kind in {"word", "mark", "document", "digits"}:
                numbers: Sequence[int] = self._beginning_with(word.forms)
            else:
                numbers = self._by_kind.get(word.kind, ())
            for number in numbers:
                pattern, named = self._patterns[number]
                match = match_at(pattern, words, at)
                if match:
                    yield match, named
