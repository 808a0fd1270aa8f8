"""A sentence with everything that was found in it before events and figures are read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from talks.detect.dates import FoundDate, find_dates
from talks.detect.findings import Mention
from talks.detect.masks import Mask
from talks.detect.names import Names
from talks.detect.status import is_beside_speech
from talks.detect.text import Page, Part, Sentence
from talks.detect.words import Span, Word, split_words

_A_NIGHT = 2  # days that a night spans
_FRESH = timedelta(days=10)


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
    """Every sentence of the page, title first, as a line of words.

    "The next day" counts from the day that the sentence before it was about.
    """
    lines: list[Line] = []
    base: date | None = None
    for sentence in page.sentences:
        folded = page.folded.within(sentence.start, sentence.end)
        dates = find_dates(sentence, published, language, base, folded)
        line = _line(page, sentence, names, dates)
        lines.append(line)
        if sentence.part is Part.BODY:
            told = _day_told(line, published, language)
            base = told or _still_fresh(base, published)
    return lines


def _day_told(line: Line, published: date, language: str) -> date | None:
    """Return the last day that a sentence tells of, not the one on which somebody said so."""
    days = [
        word.value.date.latest
        for at, word in enumerate(line.words)
        if word.kind == "date"
        and word.value.role == "at"
        and word.value.date.days <= _A_NIGHT
        and word.value.date.latest <= published
        and not is_beside_speech(line.words, at, language)
    ]
    return days[-1] if days else None


def _still_fresh(base: date | None, published: date) -> date | None:
    """Return the day that goes on being counted from, unless it was only recalled."""
    return base if base and published - base <= _FRESH else None


def _line(
    page: Page, sentence: Sentence, names: Names, dates: tuple[FoundDate, ...]
) -> Line:
    mentions = tuple(names.within(sentence.start, sentence.end))
    masks = _within(names.masks, sentence)
    opens = max(sentence.opens, sentence.start)
    spans = _apart(_spans(mentions, masks, dates), opens)
    words = split_words(page.text[opens : sentence.end], opens, spans)
    if dates or mentions:
        words = _without_asides(words)
    return Line(sentence, words, dates, mentions)


def _without_asides(words: list[Word]) -> list[Word]:
    """Let a date between commas part nothing, nor a name's short form in brackets.

    "The truce, on Monday, was broken" reads as without commas; the brackets of "the
    House of Representatives (HoR) approved" go, the name stays.
    """
    kept: list[Word] = []
    skipped = 0
    for at, word in enumerate(words):
        if skipped:
            skipped -= 1
        elif word.text == "(" and kept and _is_short_form(kept[-1], words[at : at + 3]):
            skipped = 2
        elif word.text == "," and _is_beside_date(words, at):
            kept.append(replace(word, kind="word"))
        else:
            kept.append(word)
    return kept


def _is_short_form(name: Word, words: Sequence[Word]) -> bool:
    """Whether the words are "(HoR)" behind the name that it is short for."""
    return (
        name.kind == "actor"
        and [word.text for word in words[::2]] == ["(", ")"]
        and words[1].kind == "actor"
        and words[1].value.slug == name.value.slug
    )


def _is_beside_date(words: Sequence[Word], comma: int) -> bool:
    """Whether a comma opens or closes an aside that is but a date: ", on Monday,"."""
    for first in range(max(comma - 3, 0), comma + 1):
        for last in (first + 2, first + 3):
            if comma in (first, last) and _is_date_aside(words[first : last + 1]):
                return True
    return False


def _is_date_aside(words: Sequence[Word]) -> bool:
    return (
        len(words) > 2
        and words[0].text == words[-1].text == ","
        and words[-2].kind == "date"
        and all(word.kind == "word" for word in words[1:-2])
    )


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
