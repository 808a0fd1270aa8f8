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

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from talks.detect.folding import fold
from talks.detect.verbs import spelled
from talks.detect.words import Word

KINDS = {
    "COUNT": "count",
    "ACTOR": "actor",
    "PLACE": "place",
    "DATE": "date",
    "NAME": "name",
}
_CLOSING = {",": ",", "(": ")", "-": "-"}
_FULL_STOPS = frozenset({".", ";", "?", "!"})
_LONGEST_ASIDE = 24
_MOST_REMEMBERED = 50_000  # distinct words; a book has fewer


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


# The matcher numbers every different set of words in its patterns. What a word fits
# is then a set of numbers, looked up once for each different word.


@dataclass(frozen=True, slots=True)
class _Step:
    """An element of a compiled pattern, its words replaced by their number."""

    op: str
    number: int
    kinds: frozenset[str]
    size: int
    optional: bool


@dataclass(slots=True)
class _Row:
    """A sentence as the matcher walks it."""

    words: Sequence[Word]
    fitting: list[frozenset[int]]
    gap_ends: list[int]  # how far from each position a gap may reach
    sentence_ends: list[int]


Ways = dict[int, tuple[int, ...]]  # position reached -> things named on the way there


def _walk(steps: Sequence[_Step], row: _Row, start: int) -> Match | None:
    """Return the shortest stretch from `start` that the steps fit.

    All the ways to fit are walked side by side, so the work is bounded by the
    pattern's length times its gaps, whatever the text.
    """
    at, taken, fitting = start, 0, row.fitting
    found: tuple[int, ...] = ()
    for step in steps:  # as long as there is one way only
        if step.op != "one" or step.optional:
            break
        if at >= len(fitting) or step.number not in fitting[at]:
            return None
        if step.kinds and row.words[at].kind in step.kinds:
            found = (*found, at)
        at += 1
        taken += 1
    ways: Ways = {at: found}
    for step in steps[taken:]:
        ways = _WALKS[step.op](step, row, ways)
        if not ways:
            return None
    end = min(ways)
    return Match(start, end, ways[end])


def _one(step: _Step, row: _Row, ways: Ways) -> Ways:
    further: Ways = {}
    number, fitting = step.number, row.fitting
    for at, found in ways.items():
        if at < len(fitting) and number in fitting[at] and at + 1 not in further:
            named = step.kinds and row.words[at].kind in step.kinds
            further[at + 1] = (*found, at) if named else found
        if step.optional and at not in further:
            further[at] = found
    return further


def _gap(step: _Step, row: _Row, ways: Ways) -> Ways:
    further: Ways = {}
    size, ends = step.size, row.gap_ends if step.op == "gap" else row.sentence_ends
    for at, found in ways.items():
        for position in range(at, min(at + size, ends[at]) + 1):
            if position not in further:
                further[position] = found
    return further


def _condition(step: _Step, row: _Row, ways: Ways) -> Ways:
    """Take steps that look but do not move, and pass over an aside."""
    further: Ways = {}
    for at, found in ways.items():
        if step.op == "not":
            holds = at >= len(row.fitting) or step.number not in row.fitting[at]
        else:
            holds = step.op == "aside" or _starts_clause(row.words, at)
        if holds:
            further.setdefault(at, found)
        after = _after_aside(row.words, at) if step.op == "aside" else None
        if after:
            further.setdefault(after, found)
    return further


_WALKS: dict[str, Callable[[_Step, _Row, Ways], Ways]] = {
    "one": _one,
    "gap": _gap,
    "anything": _gap,
    "not": _condition,
    "aside": _condition,
    "start": _condition,
}


def _after_aside(words: Sequence[Word], at: int) -> int | None:
    """Return the position behind an aside that opens at `at`, if one does."""
    if at >= len(words) or words[at].text not in _CLOSING:
        return None
    closing = _CLOSING[words[at].text]
    for position in range(at + 1, min(at + _LONGEST_ASIDE, len(words))):
        if words[position].text == closing:
            return position + 1
    return None


def _starts_clause(words: Sequence[Word], at: int) -> bool:
    return at == 0 or words[at - 1].kind == "mark"


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

    def fitting(self, word: Word) -> frozenset[int]:
        """Return the numbers of the elements that name this word or its kind."""
        found = set(self._by_kind.get(word.kind, ()))
        for form in word.forms:
            found |= self._by_text.get(form, _NONE)
            for length in self._lengths:
                found |= self._by_prefix.get(form[:length], _NONE)
        return frozenset(found)


_NONE: frozenset[int] = frozenset()

Named = TypeVar("Named")

# what a word fits, the patterns whose rarest word it is, what it fits that begins some
_Known = tuple[frozenset[int], tuple[int, ...], tuple[int, ...]]


class Matcher(Generic[Named]):
    """Many patterns at once; only those whose rarest word is there are tried."""

    def __init__(self, patterns: Sequence[tuple[Pattern, Named]]) -> None:
        self._named = [named for _, named in patterns]
        self._numbers: dict[tuple[object, ...], int] = {}
        self._elements: list[Element] = []
        self._steps = [
            [self._step(element) for element in pattern] for pattern, _ in patterns
        ]
        self._firsts = [
            next(step.number for step in steps if step.op == "one")
            for steps in self._steps
        ]
        self._is_first = frozenset(self._firsts)
        self._required = [
            frozenset(s.number for s in steps if s.op == "one" and not s.optional)
            for steps in self._steps
        ]
        self._anchored: dict[int, list[int]] = defaultdict(list)
        for place, (pattern, _) in enumerate(patterns):
            rarest = min((e for e in pattern if _is_required(e)), key=_commonness)
            self._anchored[self._number(rarest)].append(place)
        self._index = _Index(self._elements)
        self._known: dict[frozenset[str], _Known] = {}

    def _number(self, element: Element) -> int:
        key = (element.texts, element.prefixes, element.kinds)
        if key not in self._numbers:
            self._numbers[key] = len(self._elements)
            self._elements.append(element)
        return self._numbers[key]

    def _step(self, element: Element) -> _Step:
        number = self._number(element) if element.op in {"one", "not"} else -1
        return _Step(element.op, number, element.kinds, element.size, element.optional)

    def _look_up(self, word: Word) -> _Known:
        """Find out about a word that was not met before, and remember it."""
        fitting = self._index.fitting(word)
        anchored = (place for n in fitting for place in self._anchored.get(n, ()))
        if len(self._known) > _MOST_REMEMBERED:
            self._known.clear()
        known = fitting, tuple(anchored), tuple(fitting & self._is_first)
        self._known[word.forms] = known
        return known

    def find(self, words: Sequence[Word]) -> Iterator[tuple[Match, Named]]:
        """Yield every place where a pattern fits, pattern by pattern."""
        known = self._known
        looked_up = [known.get(word.forms) or self._look_up(word) for word in words]
        tried = sorted(set[int]().union(*[places for _, places, _ in looked_up]))
        if not tried:
            return
        fitting = [fits for fits, _, _ in looked_up]
        present = frozenset().union(*fitting)
        tried = [place for place in tried if self._required[place] <= present]
        if not tried:
            return
        row = _Row(words, fitting, *_ends(words))
        starts: dict[int, list[int]] = defaultdict(list)
        for at, (_, _, firsts) in enumerate(looked_up):
            for number in firsts:
                starts[number].append(at)
        for place in tried:
            steps = self._steps[place]
            for at in starts[self._firsts[place]]:
                match = _walk(steps, row, at)
                if match:
                    yield match, self._named[place]


def _ends(words: Sequence[Word]) -> tuple[list[int], list[int]]:
    """Return for each position the next mark or count from it, and the next full stop."""
    gap_ends = [len(words)] * (len(words) + 1)
    sentence_ends = gap_ends.copy()
    gap_end = sentence_end = len(words)
    for at in range(len(words) - 1, -1, -1):
        if words[at].kind in _BARRIERS:
            gap_end = at
        if words[at].text in _FULL_STOPS:
            gap_end = sentence_end = at
        gap_ends[at], sentence_ends[at] = gap_end, sentence_end
    return gap_ends, sentence_ends


_BARRIERS = frozenset({"mark", "count"})


def _is_required(element: Element) -> bool:
    return element.op == "one" and not element.optional


_KIND_COMMONNESS = {"count": 0.5, "date": 0.1, "place": 0.2, "actor": 0.3, "name": 0.1}


def _commonness(element: Element) -> float:
    """How often the element will fit: short words are common, long ones rare."""
    kinds = sum(_KIND_COMMONNESS[kind] for kind in element.kinds)
    words = sum(4.0 ** (2 - len(text)) for text in (*element.texts, *element.prefixes))
    return kinds + words
