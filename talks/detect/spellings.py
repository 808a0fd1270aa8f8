"""Spellings of known names in the sentences of a report, before it is told what they mean."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from talks.detect.folding import Folded
from talks.detect.gazetteer import Form, Gazetteer
from talks.detect.text import Page, Sentence


@dataclass(frozen=True, slots=True)
class Spelling:
    """A spelling found in the looked-up text, at offsets of that text."""

    start: int
    end: int
    form: Form
    sentence: Sentence


class SentenceIndex:
    """Finds the sentence that an offset of the page lies in."""

    def __init__(self, page: Page) -> None:
        self._sentences = sorted(page.sentences, key=lambda sentence: sentence.start)
        self._starts = [sentence.start for sentence in self._sentences]

    def at(self, position: int) -> Sentence | None:
        """Return the sentence at an offset; None where the page is not the report."""
        index = bisect_right(self._starts, position) - 1
        if index < 0 or position >= self._sentences[index].end:
            return None
        return self._sentences[index]


def find_spellings(
    page: Page, folded: Folded, lookup: str, gazetteer: Gazetteer
) -> list[Spelling]:
    """Return the longest spellings of names in the report, in order."""
    return list(_longest(_candidates(page, folded, lookup, gazetteer), gazetteer))


def _candidates(
    page: Page, folded: Folded, lookup: str, gazetteer: Gazetteer
) -> Iterator[Spelling]:
    sentences = SentenceIndex(page)
    padded = lookup + " "
    for last, form in gazetteer.automaton.iter(lookup):
        end = last + 1
        # most of what is found is a piece of a longer word
        if padded[end].isalnum() or padded[end] in "_$":  # "US$" is money
            continue
        start = end - len(form.text)
        if not _begins_alone(lookup, start, end):
            continue
        position = folded.original(start)
        sentence = sentences.at(position)
        if sentence is None:
            continue
        written = page.text[position : folded.original(end)]
        if _is_written_so(written, form, sentence):
            yield Spelling(start, end, form, sentence)


# and, then; by, to, as, for; the - as Arabic writes them onto the next word
_CLITICS = re.compile(r"[وف]?[بلكس]?(?:ال)?")
# short words become other words that way ("فسرت" explained, "كسرت" broke)
_SAFE_CLITICS = re.compile(r"و?[بل]?")
_SHORT = 4


def _begins_alone(lookup: str, start: int, end: int) -> bool:
    if start == 0 or not lookup[start - 1].isalnum():
        return True
    if not "\u0621" <= lookup[start] <= "\u064a":
        return False
    opening = start - 1
    while opening > 0 and start - opening < 5 and lookup[opening - 1].isalpha():
        opening -= 1
    clitics = _SAFE_CLITICS if end - start <= _SHORT else _CLITICS
    return bool(clitics.fullmatch(lookup, opening, start))


def _is_written_so(written: str, form: Form, sentence: Sentence) -> bool:
    """Tell whether capitals stand where the name has them ("US" is not "us")."""
    if form.capitals == "any":
        return True
    if form.capitals == "some":
        return written != written.lower() or any(letter.isdigit() for letter in written)
    if form.capitals == "first":
        return written[:1].isupper()
    if written.upper() != written:
        # newspapers write long acronyms as words: Unsmil, Manul, Otan
        return len(written) >= 4 and written[:1].isupper()
    return len(written) > 3 or not sentence.text.isupper()


def _longest(
    candidates: Iterator[Spelling], gazetteer: Gazetteer
) -> Iterator[Spelling]:
    """Yield the longest of the candidates that overlap, and whom a longer name names too."""
    outer: Spelling | None = None
    for found in sorted(candidates, key=lambda one: (one.start, -one.end)):
        if outer is None or found.start >= outer.end:
            outer = found
            yield found
        elif found.end <= outer.end and _is_named_in(found, outer, gazetteer):
            yield found


def _is_named_in(inner: Spelling, outer: Spelling, gazetteer: Gazetteer) -> bool:
    """Tell whether a body is called by its leader or master: "Haftar's forces", "UN envoy"."""
    for slug in outer.form.actors:
        body = gazetteer.actors[slug]
        for named in (gazetteer.actors[slug] for slug in inner.form.actors):
            if named.kind == "person" and body.kind != "person":
                return True
            if body.kind == "body" and named.slug in gazetteer.masters(slug):
                return True
    return False
