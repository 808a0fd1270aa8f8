"""The words of a date phrase: which class each belongs to, and what it is worth."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple

import ahocorasick

from talks.detect.cues import LANGUAGES, cue_file
from talks.detect.folding import fold_name

OTHER = "."  # the sign of a word that has nothing to do with dates
_SIGNS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
_WRITTEN = ("day", "year", "iso", "numeric", "comma", "dash", "slash", "open", "close")
_MARKS = {",": "comma", "-": "dash", "/": "slash", "(": "open", ")": "close"}


class DateWord(NamedTuple):
    """A word, number or mark of a folded sentence, with its class and value."""

    start: int
    end: int
    name: str  # the class; "" for none
    value: Any = None


@dataclass(frozen=True, slots=True)
class Shape:
    """An order of word classes that makes a date, and how it is read."""

    id: str
    version: int
    pattern: re.Pattern[str]
    means: str


@dataclass(frozen=True, slots=True)
class DateLanguage:
    """How one language writes dates."""

    code: str
    phrases: Mapping[str, tuple[tuple[list[str], str, Any], ...]]
    capitals: frozenset[str]
    future: re.Pattern[str]
    said: frozenset[str]
    essential: ahocorasick.Automaton
    signs: Mapping[str, str]
    shapes: tuple[Shape, ...]
    any_shape: re.Pattern[str]
    stretch: re.Pattern[str]  # signs in a row, one of them essential


@cache
def load_date_language(code: str) -> DateLanguage:
    """Read `dates.toml` of a language; English where we have none."""
    cues = cue_file(code if code in LANGUAGES else "en", "dates")
    names = dict.fromkeys((*_WRITTEN, *cues["words"]))
    signs = {name: _SIGNS[i] for i, name in enumerate(names)}
    shapes = tuple(
        Shape(
            shape["id"],
            shape["version"],
            re.compile(_to_pattern(shape["words"], signs)),
            shape["means"],
        )
        for shape in cues["shapes"]
    )
    return DateLanguage(
        code=code,
        phrases=_phrases(cues["words"]),
        capitals=frozenset(cues.get("capitals", ())),
        future=re.compile(rf"(?<!\w)[وف]?(?:{'|'.join(cues['future'])})(?!\w)"),
        said=frozenset(fold_name(word) for word in cues["said"].split()),
        essential=_essential(cues["words"]),
        signs=signs,
        shapes=shapes,
        any_shape=re.compile(
            "|".join(f"({shape.pattern.pattern})" for shape in shapes)
        ),
        stretch=re.compile(_stretch(signs)),
    )


def _to_pattern(words: str, signs: Mapping[str, str]) -> str:
    """Turn "day of? month" into a pattern over the signs of the classes."""
    parts = []
    for word in words.split():
        bare = word.rstrip("?*")
        choice = "".join(signs[name] for name in bare.split("|"))
        parts.append(f"[{choice}]{word[len(bare) :]}")
    return "".join(parts)


def _stretch(signs: Mapping[str, str]) -> str:
    """Return the pattern of words in a row among which there can be a date."""
    bearing = "".join(signs[name] for name in _BEARING if name in signs)
    return rf"[^{OTHER}{bearing}]*[{bearing}][^{OTHER}]*"


# a phrase without a word of one of these classes, or a year in digits, is no date
_ESSENTIAL = "month mon verb_month weekday near today unit units season hijri overnight night other_day weekend feast fixed hours quarter trimestre"


_BEARING = (*_ESSENTIAL.split(), "year", "iso", "numeric")


def _essential(classes: Mapping[str, Mapping[str, Any]]) -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for name in classes.keys() & set(_ESSENTIAL.split()):
        for phrase in classes[name]:
            word = max(_WORDS.findall(fold_name(phrase)), key=len)
            automaton.add_word(word, word)
    automaton.make_automaton()
    return automaton


_WORDS = re.compile(r"[^\W\d_]+")
_FIGURES = re.compile(r"(?<!\d)(?:19|20|1[345])\d\d(?!\d)|\d[/.]\d")


def may_hold_date(folded: str, language: DateLanguage) -> bool:
    """Tell quickly whether a folded sentence is worth reading for dates."""
    for last, word in language.essential.iter(folded):
        before = last - len(word)
        if before < 0 or not folded[before].isalpha() or language.code == "ar":
            return True
    return bool(_FIGURES.search(folded))


def _phrases(
    classes: Mapping[str, Mapping[str, Any]],
) -> dict[str, tuple[tuple[list[str], str, Any], ...]]:
    found: dict[str, list[tuple[list[str], str, Any]]] = {}
    for name, words in classes.items():
        for phrase, value in words.items():
            first, *rest = _split(fold_name(phrase))
            found.setdefault(first, []).append((rest, name, value))
    return {
        first: tuple(sorted(entries, key=lambda entry: -len(entry[0])))
        for first, entries in found.items()
    }


_TOKEN = re.compile(
    r"(?P<iso>\d{4}-\d\d-\d\d)(?!\d)|(?P<numeric>\d{1,2}[/.]\d{1,2}[/.]\d{4})(?!\d)"
    r"|(?P<decade>\d{3}0s)(?!\w)"
    r"|(?P<ordinal>\d{1,2})(?:st|nd|rd|th|er|eme)(?!\w)|(?P<digits>\d[\d.,]*\d|\d)"
    r"|(?P<word>(?:[cdjlmnst]|qu|jusqu|lorsqu)'|[^\W\d_]+)|(?P<mark>[^\w\s])"
)


def _split(text: str) -> list[str]:
    return [found[0] for found in _TOKEN.finditer(text)]


def read_words(text: str, folded: str, language: DateLanguage) -> list[DateWord]:
    """Return the words of a folded sentence with their classes.

    `text` is the sentence as written, position for position, for its capitals.
    """
    tokens = _tokens(folded)
    may_begin = _may_begin_in_arabic if language.code == "ar" else _may_begin
    words: list[DateWord] = []
    at = 0
    while at < len(tokens.said):
        said, kind = tokens.said[at], tokens.kinds[at]
        if kind == "word":
            if may_begin(said, language):
                used, read = _read_phrase(tokens, at, text, language)
                words += read
                at += used
                continue
            words.append(_UNKNOWN)
        # the full stop of "Jan. 12" is part of the word
        elif not (said == "." and words and words[-1].name in _MONTHS):
            words.append(_read_token(said, kind, tokens.starts[at]))
        at += 1
    return words


class _Tokens(NamedTuple):
    """A sentence cut up: what is said, where it starts, and what it is, side by side."""

    said: list[str]
    starts: list[int]
    kinds: list[str]


def _tokens(folded: str) -> _Tokens:
    tokens = said, starts, kinds = _Tokens([], [], [])
    start = 0
    for piece in folded.split(" "):
        cut = _cut_before if len(piece) <= _LONGEST_REMEMBERED else _cut
        for word, offset, kind in cut(piece):
            said.append(word)
            starts.append(start + offset)
            kinds.append(kind)
        start += len(piece) + 1
    return tokens


def _cut(piece: str) -> tuple[tuple[str, int, str], ...]:
    """Return what stands between two blanks, cut up."""
    return tuple(
        (token[0], token.start(), token.lastgroup or "")
        for token in _TOKEN.finditer(piece)
    )


_cut_before = lru_cache(maxsize=16384)(_cut)  # most of it was met before
_LONGEST_REMEMBERED = 40  # characters

_UNKNOWN = DateWord(0, 0, "")


def _may_begin(word: str, language: DateLanguage) -> bool:
    return word in language.phrases


def _may_begin_in_arabic(word: str, language: DateLanguage) -> bool:
    """Whether a word is known, bare or behind what Arabic writes onto its front."""
    phrases = language.phrases
    return word in phrases or (
        word[0] in "وبلفك" and (word[1:] in phrases or word[2:] in phrases)
    )


def _read_token(said: str, kind: str, start: int) -> DateWord:
    end = start + len(said)
    match kind:
        case "mark":
            return DateWord(start, end, _MARKS.get(said, ""))
        case "iso" | "numeric":
            parts = tuple(map(int, re.split(r"[-/.]", said)))
            return DateWord(start, end, kind, parts)
        case "ordinal":
            return _read_number(said.rstrip(_ORDINAL), start, end)
        case "decade":
            return _UNKNOWN
    return _read_number(said, start, end)


_ORDINAL = "stndrdthereme"


def _read_number(digits: str, start: int, end: int) -> DateWord:
    if len(digits) <= 4 and digits.isdecimal():
        number = int(digits)
        if len(digits) <= 2 and 1 <= number <= 31:
            return DateWord(start, end, "day", number)
        if len(digits) <= 3 and number:
            return DateWord(start, end, "n", number)
        if 1900 <= number <= 2099 or 1300 <= number <= 1500:
            return DateWord(start, end, "year", number)
    return _UNKNOWN


def _read_phrase(
    tokens: _Tokens, at: int, text: str, language: DateLanguage
) -> tuple[int, list[DateWord]]:
    """Return how many tokens the phrase beginning here takes, and its words."""
    word = tokens.said[at]
    for prefix in _CLITICS if language.code == "ar" else _NO_CLITICS:
        if not word.startswith(prefix):
            continue
        for rest, name, value in language.phrases.get(word[len(prefix) :], ()):
            last = at + len(rest)
            if rest and tokens.said[at + 1 : last + 1] != rest:
                continue
            start = tokens.starts[at] + len(prefix)
            if name in language.capitals and not text[start].isupper():
                continue
            end = tokens.starts[last] + len(tokens.said[last])
            found = DateWord(start, end, name, value)
            if prefix.startswith("و"):
                return last + 1 - at, [DateWord(start, start, "and"), found]
            return last + 1 - at, [found]
    return 1, [_UNKNOWN]


_MONTHS = frozenset(("month", "mon", "verb_month"))
_NO_CLITICS = ("",)
_CLITICS = ("", "و", "ب", "ل", "ف", "وب", "ول", "لل", "ك")
