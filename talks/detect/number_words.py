"""Numbers written out: "twenty-one", "quatre-vingt-dix", "خمسة وأربعون"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from text_to_num import text2num

from talks.detect.lexicon import Lexicon
from talks.detect.words import Word

_MOST_WORDS = 10  # of a number written out


def spelled_number(
    words: Sequence[Word], at: int, lexicon: Lexicon
) -> tuple[int, int] | None:
    if lexicon.adding:
        return _spelled_by_adding(words, at, lexicon)
    return _spelled_by_library(words, at, lexicon)


def _spelled_by_library(
    words: Sequence[Word], at: int, lexicon: Lexicon
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
    words: Sequence[Word], at: int, lexicon: Lexicon
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
    word: Word, lexicon: Lexicon, *, first: bool, teen: bool
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


def _with_preposition(word: Word, lexicon: Lexicon) -> tuple[int, bool] | None:
    for form in word.forms:
        if form in lexicon.adding and not form.startswith("ال"):
            return lexicon.adding[form], False
    return None


def _multiplied(total: int, current: int, factor: int) -> tuple[int, int]:
    """Multiply; a hundred stays open for tens and units, a thousand is closed off."""
    if factor == 100:
        return total, (current or 1) * 100 if current < 10 else current + 100
    return total + (current or 1) * factor, 0
