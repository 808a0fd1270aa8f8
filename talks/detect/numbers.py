"""Numbers as reports write them, from "5 000" and "١٢٠" to "dozens" and "خمسة وأربعون".

A number here is only a number with its hedge; what it counts is for `counts` to say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from talks.detect.lexicon import Lexicon, lexicon_of
from talks.detect.number_words import spelled_number
from talks.detect.words import Word
from talks.values import Count, Qualifier

_SHAPE = re.compile(r"(\d+(?:[^\w-]\d+)*)-?([a-z]+)?$")
_LARGEST = 10**10
_WIDEST_RANGE = 10
_MOST_GROUPS = 4  # "1 000 000 000"
_NEAR_RISE = 8  # words from "the toll" to "up to 21"


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


def find_numbers(words: Sequence[Word], language: str) -> list[Number]:
    """Every number phrase of a sentence, in order, none touching another."""
    lexicon = lexicon_of(language)
    numbers: list[Number] = []
    unlike = lexicon.openers.isdisjoint
    openers = [
        at
        for at, word in enumerate(words)
        if (word.kind == "word" and (not unlike(word.forms) or "-" in word.text))
        or word.kind == "digits"
    ]
    done = 0
    for at in openers:
        number = _number_at(words, at, lexicon) if at >= done else None
        if number is None:
            continue
        if not numbers or number.start >= numbers[-1].end:
            numbers.append(number)
        done = number.end
    return numbers


def _number_at(words: Sequence[Word], at: int, lexicon: Lexicon) -> Number | None:
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
    if hedge and not _arrives(words, hedge[1], at, lexicon):
        qualifier, start = hedge
    hedge_after = lexicon.after.beginning_at(words, end)
    if hedge_after:
        end = hedge_after[1]
        qualifier = qualifier if hedge else hedge_after[0]
    weak = end == start + 1 and words[at].text in lexicon.ambiguous_alone
    return Number(start, end, as_count(low, high, qualifier), weak=weak)


def _arrives(words: Sequence[Word], start: int, at: int, lexicon: Lexicon) -> bool:
    """Whether "up to" says where a toll has arrived: "the death toll is up to 21"."""
    found = lexicon.arrives.ending_at(words, at)
    if found is None or found[1] != start:
        return False
    near = words[max(start - _NEAR_RISE, 0) : start]
    return any(not lexicon.arrives_after.isdisjoint(word.forms) for word in near)


def hedge_behind(
    words: Sequence[Word], at: int, language: str
) -> tuple[Qualifier, int] | None:
    """Return the hedge that follows what is counted, and where it ends: "12 people at least"."""
    lexicon = lexicon_of(language)
    found = lexicon.after.beginning_at(words, at)
    if found is None or _core(words, found[1], lexicon):
        return None  # it is said of the next number
    for start in range(at, found[1]):
        ahead = lexicon.before.beginning_at(words, start)
        if ahead and ahead[1] > found[1]:
            return None  # "and more" of "and more than 130"
    return found


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
    words: Sequence[Word], first: tuple[int, int, int], lexicon: Lexicon
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
    words: Sequence[Word], at: int, lexicon: Lexicon
) -> tuple[int, int, Qualifier, int] | None:
    """Return a number without its hedges: low, high, its own hedge, and where it ends."""
    if at >= len(words):
        return None
    if words[at].kind == "digits":
        read = _digits(words, at, lexicon)
        return (read[0], read[0], Qualifier.EXACT, read[1]) if read else None
    phrase = lexicon.phrases.beginning_at(words, at)
    spelled = spelled_number(words, at, lexicon)
    if phrase and (spelled is None or phrase[1] >= spelled[1]):
        (low, high, qualifier), end = phrase
        return low, high, qualifier, end
    return (spelled[0], spelled[0], Qualifier.EXACT, spelled[1]) if spelled else None


def _digits(words: Sequence[Word], at: int, lexicon: Lexicon) -> tuple[int, int] | None:
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
    if value is None or value >= _LARGEST:
        return None
    return _with_rest(value, factor, words, end)


def _with_rest(
    value: int, factor: int, words: Sequence[Word], end: int
) -> tuple[int, int]:
    """Add the hundreds behind Arabic thousands: "316 thousand and 415"."""
    rest = words[end + 1 : end + 2]
    if factor >= 1000 and rest and words[end].text == "و" and rest[0].text.isdigit():
        added = int(rest[0].text)
        glued = words[end].end == rest[0].start
        if glued and added < factor:
            return value + added, end + 2
    return value, end


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
    lexicon = lexicon_of(language)
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
