"""A sentence as a row of words, with names and dates closed up into one word each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from talks.detect.folding import fold

_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u0640\u200b-\u200f\u2066-\u2069"
_LETTERS = rf"[^\W\d_][^\W\d_{_MARKS}]*(?:[{_MARKS}]+[^\W\d_{_MARKS}]*)*"
_WORD = re.compile(
    rf"\d+(?:[.,٫٬'’\u00a0\u202f\u2009]\d+)*(?:[-\u2011]?[A-Za-z]+(?:[-\u2011][A-Za-z]+)*)?"
    rf"|(?:[cdjlmnstCDJLMNST]|[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu)['’](?=\w)"
    rf"|['’]s\b"
    rf"|{_LETTERS}(?:[-\u2010\u2011]{_LETTERS})*"
    rf"|[^\s\w]|_"
)
_ARABIC = re.compile(r"[\u0621-\u064a]")


@dataclass(slots=True)
class Word:
    """A word, mark or closed-up phrase of a sentence.

    `forms` are all the ways a pattern may know it: folded, and in Arabic also
    without the letters written onto its front. `kind` is "word" for plain words.
    """

    start: int
    end: int
    text: str
    forms: frozenset[str]
    kind: str = "word"  # word, mark, digits, count, actor, place, date, name, document
    value: Any = None


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the report that is to be read as one word of this kind."""

    start: int
    end: int
    kind: str
    value: Any = None
    name: str = ""  # a pattern may ask for this actor or place: `=wagner`


def split_words(text: str, opens: int, spans: Iterable[Span]) -> list[Word]:
    """Return the words of a sentence that begins at `opens` of the report.

    `spans` must be in order and apart from each other; a span swallows every word
    that it touches.
    """
    words: list[Word] = []
    waiting = iter(spans)
    span = next(waiting, None)
    closed: Span | None = None
    start = opens
    for piece in text.split(" "):
        for ahead, length, folded, forms, kind in _cut_up(piece):
            first = start + ahead
            last = first + length
            while span is not None and span.end <= first:
                span = next(waiting, None)
            if span is None or last <= span.start:
                words.append(Word(first, last, folded, forms, kind))
            elif closed is not span:
                raw = text[span.start - opens : span.end - opens]
                words.append(_closed(span, raw))
                closed = span
        start += len(piece) + 1
    return words


def _closed(span: Span, raw: str) -> Word:
    text = fold(raw).text
    forms = {text.split(" ", 1)[0] if span.kind == "document" else f"<{span.kind}>"}
    if span.name:
        forms.add(f"={span.name}")
    return Word(span.start, span.end, text, frozenset(forms), span.kind, span.value)


_Cut = tuple[tuple[int, int, str, frozenset[str], str], ...]


def _cut_up(piece: str) -> _Cut:
    """Return the words between two blanks: where, how long, folded, forms and kind."""
    return _cut_before(piece) if len(piece) <= _LONGEST_REMEMBERED else _cut(piece)


def _cut(piece: str) -> _Cut:
    return tuple(
        (match.start(), len(match[0]), *_known(match[0]))
        for match in _WORD.finditer(piece)
    )


# most of what a report says between blanks was said in another before
_cut_before = lru_cache(maxsize=32768)(_cut)
_LONGEST_REMEMBERED = 40  # characters


@lru_cache(maxsize=32768)
def _known(raw: str) -> tuple[str, frozenset[str], str]:
    """Return the folded text, forms and kind of a word."""
    text = fold(raw).text.strip()
    if raw[0].isdigit():
        return text, frozenset([text]), "digits"
    if not raw[0].isalpha() and len(raw) == 1:
        return text or raw, frozenset([text or raw]), "mark"
    return text, frozenset(written_forms(text)), "word"


def written_forms(text: str) -> list[str]:
    """Return the word itself and, for Arabic, what is left without its clitics."""
    forms = [text]
    if not _ARABIC.match(text):
        return forms
    for prefixes in (("و", "ف"), ("ب", "ل", "ك"), ("س",), ("ال", "ل")):
        forms += [
            form[len(prefix) :]
            for form in forms
            for prefix in prefixes
            if form.startswith(prefix) and len(form) - len(prefix) >= 2
        ]
    return forms
