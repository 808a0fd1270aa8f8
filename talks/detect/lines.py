"""A sentence with everything that was found in it before events and figures are read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from talks.detect.dates import FoundDate, find_dates
from talks.detect.findings import Mention
from talks.detect.masks import Mask
from talks.detect.names import Names
from talks.detect.text import Page, Sentence
from talks.detect.words import Span, Word, split_words


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of the report as words, with the names and dates in it."""

    sentence: Sentence
    words: list[Word]
    dates: tuple[FoundDate, ...]
    mentions: tuple[Mention, ...]

    def places(self) -> list[Mention]:
        """Return the places named in the sentence proper, not in its dateline."""
        return [m for m in self.mentions if m.kind == "place" and not m.dateline]


def read_lines(page: Page, names: Names, published: date, language: str) -> list[Line]:
    """Every sentence of the page, title first, as a line of words."""
    return [_line(page, s, names, published, language) for s in page.sentences]


def _line(
    page: Page, sentence: Sentence, names: Names, published: date, language: str
) -> Line:
    dates = find_dates(sentence, published, language)
    mentions = tuple(names.within(sentence.start, sentence.end))
    masks = _within(names.masks, sentence)
    opens = max(sentence.opens, sentence.start)
    spans = _apart(_spans(mentions, masks, dates), opens)
    words = split_words(page.text[opens : sentence.end], opens, spans)
    return Line(sentence, words, dates, mentions)


def _within(masks: Sequence[Mask], sentence: Sentence) -> Sequence[Mask]:
    """Return the masks of a sentence; all masks are in the order of the text."""
    first = bisect_left(masks, sentence.start, key=_start)
    return masks[first : bisect_left(masks, sentence.end, key=_start)]


def _start(mask: Mask) -> int:
    return mask.start


def _spans(
    mentions: Sequence[Mention], masks: Sequence[Mask], dates: Sequence[FoundDate]
) -> Iterator[Span]:
    for mention in mentions:
        evidence = mention.evidence
        name = mention.slug or ""
        yield Span(evidence.start, evidence.end, mention.kind, mention, name)
    for mask in masks:
        kind = "document" if mask.kind == "document" else "name"
        yield Span(mask.start, mask.end, kind, mask)
    for found in dates:
        yield Span(found.start, found.end, "date", found)


def _apart(spans: Iterator[Span], opens: int) -> list[Span]:
    """Return the spans in order, without those that touch one that begins before them.

    Of two that begin at the same place the longer stays, then the earlier found:
    a mention is worth more than the bare mask over the same words.
    """
    kept: list[Span] = []
    inside = (span for span in spans if span.start >= opens)
    for span in sorted(inside, key=lambda s: (s.start, -s.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept
