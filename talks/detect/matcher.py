"""Finds where patterns fit in a sentence: many patterns at once, from all its words at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from talks.detect.patterns import Element, Match, Pattern
from talks.detect.words import Word

_CLOSING = {",": ",", "(": ")", "-": "-"}
_LONGEST_ASIDE = 24
_MOST_REMEMBERED = 50_000  # distinct words; a book has fewer

# The matcher numbers every different set of words in its patterns. What a word fits
# is then a set of numbers, looked up once for each different word.
_MARKS, _BARRIERS = -1, -2  # what parts clauses, and what no gap passes over, by kind
_LOOKS_FOR = {
    "anything": Element("one", texts=frozenset({".", ";", "?", "!"})),
    "aside": Element("one", texts=frozenset(_CLOSING)),
}


class _Step(NamedTuple):
    """An element of a compiled pattern, its words replaced by their number."""

    op: str
    number: int
    size: int
    optional: bool
    kinds: frozenset[str]


@dataclass(slots=True)
class _Row:
    """A sentence as the matcher sees it.

    Sets of positions are whole numbers: bit `at` stands for words[at], and one
    operation on such a number looks at every word of the sentence.
    """

    words: Sequence[Word]
    fitting: dict[int, int]  # number of an element -> where the words are that fit it


def _each(positions: int) -> Iterator[int]:
    """Yield the positions in a set of them, first to last."""
    while positions:
        lowest = positions & -positions
        yield lowest.bit_length() - 1
        positions ^= lowest


def _asides(words: Sequence[Word], openings: int) -> Iterator[tuple[int, int]]:
    """Yield where an aside opens, and the position behind it."""
    for at in _each(openings):
        closing = _CLOSING[words[at].text]
        for position in range(at + 1, min(at + _LONGEST_ASIDE, len(words))):
            if words[position].text == closing:
                yield at, position + 1
                break


# ------------------------------------------------------------------ one pattern


def _goes_on_from(steps: Sequence[_Step], row: _Row) -> list[int]:
    """Return for each step the positions from which it and those behind it fit.

    The first are the positions that the pattern can start from: 0 for none. They are
    found from the end and for all positions at once, so that the work is bounded by
    the pattern's length times its gaps, whatever the text.
    """
    fitting = row.fitting
    fit = (2 << len(row.words)) - 1
    behind = [fit]
    for op, number, size, optional, _ in reversed(steps):
        if op == "one":
            before = fit >> 1 & fitting[number]
            fit = before | fit if optional else before
        elif op == "gap":
            passable = ~fitting[number]
            for _ in range(size):
                fit |= fit >> 1 & passable
        else:
            fit = _before_look(op, fitting[number], row, fit)
        if not fit:
            return [0]
        behind.append(fit)
    behind.reverse()
    return behind


def _before_look(op: str, fitting: int, row: _Row, fit: int) -> int:
    """Return the positions before a step that looks but does not move, or passes an aside."""
    if op == "not":
        return fit & ~fitting
    if op == "start":
        return fit & (fitting << 1 | 1)
    for opening, end in _asides(row.words, fitting):
        fit |= (fit >> end & 1) << opening
    return fit


def _walk(
    start: int, steps: Sequence[_Step], goes_on: Sequence[int], row: _Row
) -> Match:
    """Return the first stretch that the steps fit: each goes no further than it must.

    Only a word that may be missing is rather taken.
    """
    at, found = start, []
    for done, step in enumerate(steps, 1):
        open_ends = goes_on[done]
        if step.op == "one":
            if open_ends >> at + 1 & row.fitting[step.number] >> at & 1:
                if row.words[at].kind in step.kinds:
                    found.append(at)
                at += 1
        elif not open_ends >> at & 1:
            if step.op == "aside":
                at = dict(_asides(row.words, row.fitting[step.number]))[at]
            else:
                ahead = open_ends >> at
                at += (ahead & -ahead).bit_length() - 1
    return Match(start, at, tuple(found))


# ------------------------------------------------------------------ many patterns


Named = TypeVar("Named")


class _Index:
    """Tells which of many elements a word fits, without asking each."""

    def __init__(self, elements: Sequence[Element]) -> None:
        self._by_kind: dict[str, set[int]] = defaultdict(set)
        self._by_text: dict[str, set[int]] = defaultdict(set)
        self._by_prefix: dict[str, set[int]] = defaultdict(set)
        for number, element in enumerate(elements):
            for kind in element.kinds:
                self._by_kind[kind].add(number)
            for text in element.texts:
                self._by_text[text].add(number)
            for prefix in element.prefixes:
                self._by_prefix[prefix].add(number)
        self._lengths = sorted({len(prefix) for prefix in self._by_prefix})

    def fitting(self, word: Word) -> set[int]:
        """Return the numbers of the elements that name this word or its kind."""
        fits = set(self._by_kind.get(word.kind, ()))
        for form in word.forms:
            fits |= self._by_text.get(form, _NONE)
            for length in self._lengths:
                fits |= self._by_prefix.get(form[:length], _NONE)
        return fits


_NONE: frozenset[int] = frozenset()
_NO_KINDS: frozenset[str] = frozenset()


def _bits(numbers: Iterable[int]) -> int:
    bits = 0
    for number in numbers:
        bits |= 1 << number
    return bits


class Matcher(Generic[Named]):
    """Many patterns at once; only those whose rarest word is there are tried."""

    def __init__(self, patterns: Sequence[tuple[Pattern, Named]]) -> None:
        self._named = [named for _, named in patterns]
        self._numbers: dict[tuple[object, ...], int] = {}
        self._elements: list[Element] = []
        self._steps = [
            [self._step(element) for element in pattern] for pattern, _ in patterns
        ]
        self._required = [
            _bits(s.number for s in steps if s.op == "one" and not s.optional)
            for steps in self._steps
        ]
        self._uses = [frozenset(step.number for step in steps) for steps in self._steps]
        self._anchored: dict[int, list[int]] = defaultdict(list)
        for place, (pattern, _) in enumerate(patterns):
            rarest = min((e for e in pattern if _is_required(e)), key=_commonness)
            self._anchored[self._number(rarest)].append(place)
        self._index = _Index(self._elements)
        # by the forms of a word the patterns whose rarest word it is, what it fits, and
        # the same as bits
        self._calls: dict[frozenset[str], tuple[int, ...]] = {}
        self._fits: dict[frozenset[str], frozenset[int]] = {}
        self._bits: dict[frozenset[str], int] = {}

    def _number(self, element: Element) -> int:
        key = (element.texts, element.prefixes, element.kinds)
        if key not in self._numbers:
            self._numbers[key] = len(self._elements)
            self._elements.append(element)
        return self._numbers[key]

    def _step(self, element: Element) -> _Step:
        op = "gap" if element.op == "anything" else element.op
        if element.op in {"gap", "start"}:
            number = _BARRIERS if op == "gap" else _MARKS
        else:
            number = self._number(_LOOKS_FOR.get(element.op, element))
        named = element.kinds if op == "one" else _NO_KINDS
        return _Step(op, number, element.size, element.optional, named)

    def _look_up(self, word: Word) -> tuple[int, ...]:
        """Find out about a word that was not met before, and remember it."""
        fits = self._index.fitting(word)
        self._fits[word.forms] = frozenset(fits)
        self._bits[word.forms] = _bits(fits)
        calls = (place for number in fits for place in self._anchored.get(number, ()))
        self._calls[word.forms] = found = tuple(calls)
        return found

    def find(self, words: Sequence[Word]) -> Iterator[tuple[Match, Named]]:
        """Yield every place where a pattern fits, pattern by pattern."""
        if len(self._calls) > _MOST_REMEMBERED:
            for remembered in (self._calls, self._fits, self._bits):
                remembered.clear()
        called = self._called(words)
        if not called:
            return
        tried = self._tried(words, called)
        if not tried:
            return
        row = _Row(words, self._fitting(words, tried))
        for place in tried:
            steps = self._steps[place]
            goes_on = _goes_on_from(steps, row)
            for start in _each(goes_on[0]):
                yield _walk(start, steps, goes_on, row), self._named[place]

    def _called(self, words: Sequence[Word]) -> set[int]:
        """Return the patterns whose rarest word is there."""
        get, called = self._calls.get, set[int]()
        for word in words:
            calls = get(word.forms)
            if calls is None:
                calls = self._look_up(word)
            if calls:
                called.update(calls)
        return called

    def _tried(self, words: Sequence[Word], called: set[int]) -> list[int]:
        """Return those of the patterns all of whose words are there, in their order."""
        present, bits, required = 0, self._bits, self._required
        for word in words:
            present |= bits[word.forms]
        return sorted(p for p in called if required[p] & present == required[p])

    def _fitting(self, words: Sequence[Word], tried: list[int]) -> dict[int, int]:
        """Return the positions of the words that fit each element of some patterns."""
        used = frozenset[int]().union(*[self._uses[place] for place in tried])
        fitting = dict.fromkeys(used, 0)
        marks = counts = 0
        for at, word in enumerate(words):
            fits = self._fits[word.forms]
            if not fits.isdisjoint(used):
                for number in fits & used:
                    fitting[number] |= 1 << at
            if word.kind == "mark":
                marks |= 1 << at
            elif word.kind == "count":
                counts |= 1 << at
        fitting[_MARKS], fitting[_BARRIERS] = marks, marks | counts
        return fitting


def _is_required(element: Element) -> bool:
    return element.op == "one" and not element.optional


_KIND_COMMONNESS = {"count": 0.5, "date": 0.1, "place": 0.2, "actor": 0.3, "name": 0.1}


def _commonness(element: Element) -> float:
    """How often the element will fit: short words are common, long ones rare."""
    kinds = sum(_KIND_COMMONNESS[kind] for kind in element.kinds)
    words = sum(4.0 ** (2 - len(text)) for text in (*element.texts, *element.prefixes))
    return kinds + words
