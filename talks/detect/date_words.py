"""The words of a date phrase: which class each belongs to, and what it is worth."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
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


# of a phrase the words behind the first, its class and value
_Entry = tuple[list[str], str, Any]
# of each word between two blanks what is said, where, and what it means
_Cut = tuple[tuple[str, int, "_Meaning"], ...]


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
    phrases: Mapping[str, tuple[_Entry, ...]]
    capitals: frozenset[str]
    future: re.Pattern[str]
    said: frozenset[str]
    essential: ahocorasick.Automaton
    signs: Mapping[str, str]
    shapes: tuple[Shape, ...]
    any_shape: re.Pattern[str]
    stretch: re.Pattern[str]  # signs in a row, one of them essential
    pieces: dict[str, _Cut] = field(default_factory=dict)  # met before


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
    padded = folded + " "
    for last, word in language.essential.iter(folded):
        before = last - len(word)
        if padded[last + 1].isalpha():
            continue  # only the front of a longer word
        if before < 0 or not folded[before].isalpha() or language.code == "ar":
            return True
    return bool(_FIGURES.search(folded))


def _phrases(
    classes: Mapping[str, Mapping[str, Any]],
) -> dict[str, tuple[_Entry, ...]]:
    found: dict[str, list[_Entry]] = {}
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
    tokens = _tokens(folded, language)
    words: list[DateWord] = []
    at = 0
    while at < len(tokens.said):
        meaning = tokens.meanings[at]
        if not meaning:
            words.append(_UNKNOWN)
        elif meaning is _DEPENDS:
            used, read = _read_phrase(tokens, at, text, language)
            words += read
            at += used
            continue
        # the full stop of "Jan. 12" is part of the word
        elif not (meaning is _FULL_STOP and words and words[-1].name in _MONTHS):
            start = tokens.starts[at]
            words.append(DateWord(start, start + len(tokens.said[at]), *meaning))
        at += 1
    return words


# The class and value of a token, () where it has nothing to do with dates.
_Meaning = tuple[str, Any] | tuple[()]
_DEPENDS: _Meaning = ("", "on the words behind it, or its capital")
_FULL_STOP: _Meaning = ("", ".")
_MEANINGS_OF_MARKS: dict[str, _Meaning] = {
    ".": _FULL_STOP,
    **{mark: (name, None) for mark, name in _MARKS.items()},
}
_UNKNOWN = DateWord(0, 0, "")


class _Tokens(NamedTuple):
    """A sentence cut up: what is said, where it starts, and what it means, side by side."""

    said: list[str]
    starts: list[int]
    meanings: list[_Meaning]


def _tokens(folded: str, language: DateLanguage) -> _Tokens:
    tokens = said, starts, meanings = _Tokens([], [], [])
    remembered = language.pieces
    start = 0
    for piece in folded.split(" "):
        for word, offset, meaning in remembered.get(piece) or _cut(piece, language):
            said.append(word)
            starts.append(start + offset)
            meanings.append(meaning)
        start += len(piece) + 1
    return tokens


def _cut(piece: str, language: DateLanguage) -> _Cut:
    """Return what stands between two blanks, cut up, and remember it: most comes again."""
    cut = tuple(
        (token[0], token.start(), _meaning(token, language))
        for token in _TOKEN.finditer(piece)
    )
    if len(piece) <= _LONGEST_REMEMBERED:
        if len(language.pieces) >= _MOST_REMEMBERED:
            language.pieces.clear()
        language.pieces[piece] = cut
    return cut


_LONGEST_REMEMBERED, _MOST_REMEMBERED = 40, 16384  # characters, pieces


def _meaning(token: re.Match[str], language: DateLanguage) -> _Meaning:
    said, kind = token[0], token.lastgroup
    if kind == "mark":
        return _MEANINGS_OF_MARKS.get(said, ())
    if kind in {"iso", "numeric"}:
        return kind, tuple(map(int, re.split(r"[-/.]", said)))
    if kind in {"digits", "ordinal"}:
        return _number(said.rstrip(_ORDINAL))
    if kind == "word" and _may_begin(said, language):
        return _alone(language.phrases.get(said, ()), language)
    return ()


def _alone(entries: Sequence[_Entry], language: DateLanguage) -> _Meaning:
    """Return what a word means wherever it stands, if it means the same everywhere."""
    if not entries or any(rest for rest, _, _ in entries):
        return _DEPENDS
    _, name, value = entries[0]
    return _DEPENDS if name in language.capitals else (name, value)


def _may_begin(word: str, language: DateLanguage) -> bool:
    """Whether a word is known, bare or behind what Arabic writes onto its front."""
    phrases = language.phrases
    if word in phrases:
        return True
    clitic = language.code == "ar" and word[0] in "وبلفك"
    return clitic and (word[1:] in phrases or word[2:] in phrases)


_ORDINAL = "stndrdthereme"


def _number(digits: str) -> _Meaning:
    if len(digits) <= 4 and digits.isdecimal():
        number = int(digits)
        if len(digits) <= 2 and 1 <= number <= 31:
            return "day", number
        if len(digits) <= 3 and number:
            return "n", number
        if 1900 <= number <= 2099 or 1300 <= number <= 1500:
            return "year", number
    return ()


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
