"""Numbers as reports write them, from "5 000" and "١٢٠" to "dozens" and "خمسة وأربعون".

A number here is only a number with its hedge; what it counts is for `counts` to say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from text_to_num import text2num

from talks.detect.cues import Phrases, cue_file
from talks.detect.folding import fold
from talks.detect.words import Word
from talks.values import Count, Qualifier

_SHAPE = re.compile(r"(\d+(?:[^\w-]\d+)*)-?([a-z]+)?$")
_LARGEST = 10**10
_WIDEST_RANGE = 10
_MOST_GROUPS = 4  # "1 000 000 000"
_MOST_WORDS = 10  # of a number written out


@dataclass(frozen=True, slots=True)
class Number:
    """A number phrase, words[start:end]; the hedges around it are part of it.

    `weak` marks a word that is a number only before what it counts: French "neuf"
    is also "new", and "one" is anyone.
    """

    start: int
    end: int
    count: Count
    weak: bool = False


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """One language's number words, from its cue file."""

    language: str
    decimal_mark: str
    group_marks: frozenset[str]
    number_words: frozenset[str]
    joining_words: frozenset[str]
    adding: dict[str, int]
    multipliers: dict[str, int]
    ambiguous_alone: frozenset[str]
    phrases: Phrases[tuple[int, int, Qualifier]]
    before: Phrases[Qualifier]
    after: Phrases[Qualifier]
    to: frozenset[str]
    between: Phrases[bool]
    not_a_range_after: frozenset[str]


@cache
def _lexicon(language: str) -> _Lexicon:
    cues = cue_file(language, "numbers")
    return _Lexicon(
        language=language,
        decimal_mark=cues["decimal_mark"],
        group_marks=frozenset(cues["group_marks"]),
        number_words=_folded(cues.get("number_words", ())),
        joining_words=_folded(cues.get("joining_words", ())),
        adding={fold(w).text: v for w, v in cues.get("adding", {}).items()},
        multipliers={fold(w).text: v for w, v in cues["multipliers"].items()},
        ambiguous_alone=_folded(cues["ambiguous_alone"]),
        phrases=Phrases(_phrases(cues)),
        before=Phrases(_hedges(cues["before"])),
        after=Phrases(_hedges(cues["after"])),
        to=_folded(cues["to"]),
        between=Phrases((phrase, True) for phrase in cues["between"]),
        not_a_range_after=_folded(cues["not_a_range_after"]),
    )


def _folded(words: Sequence[str]) -> frozenset[str]:
    return frozenset(fold(word).text for word in words)


def _phrases(cues: Any) -> list[tuple[str, tuple[int, int, Qualifier]]]:
    return [
        *((p, (n, n, Qualifier.ABOUT)) for p, n in cues["round"].items()),
        *((p, (n, n, Qualifier.EXACT)) for p, n in cues["exactly"].items()),
        *((p, (a, b, Qualifier.VAGUE)) for p, (a, b) in cues["vague"].items()),
    ]


def _hedges(table: dict[str, list[str]]) -> list[tuple[str, Qualifier]]:
    return [(p, Qualifier(name)) for name, ps in table.items() for p in ps]


def find_numbers(words: Sequence[Word], language: str) -> list[Number]:
    """Every number phrase of a sentence, in order, none touching another."""
    lexicon = _lexicon(language)
    numbers: list[Number] = []
    at = 0
    while at < len(words):
        number = _number_at(words, at, lexicon) if words[at].kind in _OPEN else None
        if number is None:
            at += 1
            continue
        if not numbers or number.start >= numbers[-1].end:
            numbers.append(number)
        at = number.end
    return numbers


_OPEN = frozenset({"word", "digits"})


def _number_at(words: Sequence[Word], at: int, lexicon: _Lexicon) -> Number | None:
    core = _core(words, at, lexicon)
    if core is None:
        return None
    low, high, qualifier, end = core
    start = at
    if qualifier is not Qualifier.VAGUE and low == high:
        ranged = _range(words, (at, low, end), lexicon)
        if ranged:
            return ranged
    hedge = lexicon.before.ending_at(words, at)
    if hedge:
        qualifier, start = hedge
    hedge_after = lexicon.after.beginning_at(words, end)
    if hedge_after:
        end = hedge_after[1]
        qualifier = qualifier if hedge else hedge_after[0]
    weak = end == start + 1 and words[at].text in lexicon.ambiguous_alone
    return Number(start, end, as_count(low, high, qualifier), weak=weak)


def as_count(low: int, high: int, qualifier: Qualifier) -> Count:
    """Return the bounds that a hedge puts around a number."""
    match qualifier:
        case Qualifier.AT_LEAST | Qualifier.MORE_THAN:
            return Count(low, None, None, qualifier)
        case Qualifier.UP_TO | Qualifier.FEWER_THAN:
            return Count(None, None, high, qualifier)
        case Qualifier.NEARLY:
            return Count(None, high, high, qualifier)
        case Qualifier.BETWEEN | Qualifier.VAGUE:
            return Count(low, None, high, qualifier)
    return Count(low, low, high, qualifier)


def _range(
    words: Sequence[Word], first: tuple[int, int, int], lexicon: _Lexicon
) -> Number | None:
    """Read "between 20 and 30", "20 to 30", "deux ou trois": a number with two ends."""
    at, low, end = first
    between = lexicon.between.ending_at(words, at)
    if end >= len(words) or (at and words[at - 1].text in lexicon.not_a_range_after):
        return None
    linked = words[end].text in lexicon.to
    glued = not linked and between and words[end].text.startswith("و")
    if not (linked or glued) or (words[end].text in _AND and not between):
        return None
    second = _core(words, end + (1 if linked else 0), lexicon)
    if second is None or not low < second[1] <= low * _WIDEST_RANGE:
        return None
    start = between[1] if between else at
    return Number(start, second[3], as_count(low, second[1], Qualifier.BETWEEN))


_AND = frozenset({"and", "et", "و"})


def _core(
    words: Sequence[Word], at: int, lexicon: _Lexicon
) -> tuple[int, int, Qualifier, int] | None:
    """Return a number without its hedges: low, high, its own hedge, and where it ends."""
    if at >= len(words):
        return None
    if words[at].kind == "digits":
        read = _digits(words, at, lexicon)
        return (read[0], read[0], Qualifier.EXACT, read[1]) if read else None
    phrase = lexicon.phrases.beginning_at(words, at)
    spelled = _spelled(words, at, lexicon)
    if phrase and (spelled is None or phrase[1] >= spelled[1]):
        (low, high, qualifier), end = phrase
        return low, high, qualifier, end
    return (spelled[0], spelled[0], Qualifier.EXACT, spelled[1]) if spelled else None


def _digits(
    words: Sequence[Word], at: int, lexicon: _Lexicon
) -> tuple[int, int] | None:
    """Return a number in figures, with "million" or the like behind it."""
    shape = _SHAPE.match(words[at].text)
    if shape is None or _in_a_code(words, at):
        return None
    digits, suffix = shape.groups()
    if suffix and suffix not in lexicon.multipliers:
        return None
    end = at + 1
    while suffix is None and end - at < _MOST_GROUPS and _goes_on(digits, words, end):
        digits += " " + words[end].text
        end += 1
    factor = lexicon.multipliers[suffix] if suffix else 1
    if factor == 1 and end < len(words) and words[end].text in lexicon.multipliers:
        factor = lexicon.multipliers[words[end].text]
        end += 1
    value = parse_digits(digits, lexicon.language, factor)
    return (value, end) if value is not None and value < _LARGEST else None


def _goes_on(digits: str, words: Sequence[Word], at: int) -> bool:
    """Whether the next word is three more digits of "18 000"."""
    if at >= len(words) or words[at].kind != "digits":
        return False
    near = words[at].start - words[at - 1].end == 1
    return (
        near
        and len(words[at].text) == 3
        and len(digits.rsplit(" ", maxsplit=1)[-1]) <= 3
    )


def _in_a_code(words: Sequence[Word], at: int) -> bool:
    """Whether the digits are part of a time, a document number, a score or the like."""
    marks = {"/", ":", "#", "°", "$", "€", "£", "+"}
    before, after = at - 1, at + 1
    if (
        before >= 0
        and words[before].text in marks
        and words[before].end == words[at].start
    ):
        return True
    if after + 1 < len(words) and words[after].text in {"/", ":"}:
        return words[after + 1].kind == "digits"
    return after < len(words) and words[after].text in {"%", "$", "€", "£"}


def parse_digits(digits: str, language: str, factor: int = 1) -> int | None:
    """Return the value of figures with separators, times `factor`; None when it is no whole number.

    Which mark parts thousands depends on the language: "5.000" is five thousand in
    French and no count at all in English.
    """
    lexicon = _lexicon(language)
    parts = re.split(r"(\D)", digits)
    groups, marks = parts[::2], parts[1::2]
    if not marks:
        return int(groups[0]) * factor
    thousands = len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])
    if thousands and len(set(marks)) == 1 and marks[0] in lexicon.group_marks:
        return int("".join(groups)) * factor
    comma_slip = marks == [","] and lexicon.decimal_mark == "," and factor == 1
    if thousands and comma_slip:
        return int("".join(groups))
    return _decimal(groups, marks, factor)


def _decimal(groups: list[str], marks: list[str], factor: int) -> int | None:
    if len(marks) != 1 or marks[0] not in ".,٫" or factor == 1 or len(groups[1]) > 6:
        return None
    scaled = int(groups[0] + groups[1]) * factor
    value, rest = divmod(scaled, 10 ** len(groups[1]))
    return value if rest == 0 else None


def _spelled(
    words: Sequence[Word], at: int, lexicon: _Lexicon
) -> tuple[int, int] | None:
    if lexicon.adding:
        return _spelled_by_adding(words, at, lexicon)
    return _spelled_by_library(words, at, lexicon)


def _spelled_by_library(
    words: Sequence[Word], at: int, lexicon: _Lexicon
) -> tuple[int, int] | None:
    """English and French number words, read by text2num."""
    known = lexicon.number_words
    if not _is_number_word(words[at].text, known):
        return None
    end = at + 1
    while end < min(at + _MOST_WORDS, len(words)) and (
        words[end].text in lexicon.joining_words
        or _is_number_word(words[end].text, known)
    ):
        end += 1
    while end > at:
        spelled = " ".join(word.text for word in words[at:end])
        value = _text_to_number(spelled, lexicon.language)
        if value is not None:
            return value, end
        end -= 1
    return None


def _is_number_word(text: str, known: frozenset[str]) -> bool:
    return text in known or ("-" in text and known.issuperset(_pieces(text)))


def _pieces(text: str) -> list[str]:
    return [piece for piece in text.split("-") if piece != "et"]


@lru_cache(maxsize=4096)
def _text_to_number(text: str, language: str) -> int | None:
    try:
        return int(text2num(text, language))
    except ValueError:
        return None


def _spelled_by_adding(
    words: Sequence[Word], at: int, lexicon: _Lexicon
) -> tuple[int, int] | None:
    """Arabic number words: units before tens, joined by "and", hundreds and thousands as factors."""
    total = current = 0
    used: set[int] = set()
    end = at
    while end < min(at + _MOST_WORDS, len(words)):
        step = _arabic_step(words[end], lexicon, first=end == at, teen=current < 10)
        if step is None:
            break
        value, multiplies = step
        if multiplies:
            total, current = _multiplied(total, current, value)
            used.clear()
        elif len(str(value)) in used:
            break
        else:
            current += value
            used.add(len(str(value)))
        end += 1
    return None if end == at else (total + current, end)


def _arabic_step(
    word: Word, lexicon: _Lexicon, *, first: bool, teen: bool
) -> tuple[int, bool] | None:
    """Return what a word adds to, or multiplies, the number that is being read."""
    if word.kind != "word":
        return None
    joined = (word.text.startswith("و") and word.text[1:]) or ""
    for text in (word.text, joined) if not joined or first else (joined, word.text):
        glued = text == word.text
        if text in lexicon.multipliers:
            return lexicon.multipliers[text], True
        value = lexicon.adding.get(text)
        if value is not None and (first or not glued or (teen and value == 10)):
            return value, False
    if first:
        return _with_preposition(word, lexicon)
    return None


def _with_preposition(word: Word, lexicon: _Lexicon) -> tuple[int, bool] | None:
    for form in word.forms:
        if form in lexicon.adding and not form.startswith("ال"):
            return lexicon.adding[form], False
    return None


def _multiplied(total: int, current: int, factor: int) -> tuple[int, int]:
    """Multiply; a hundred stays open for tens and units, a thousand is closed off."""
    if factor == 100:
        return total, (current or 1) * 100 if current < 10 else current + 100
    return total + (current or 1) * factor, 0
