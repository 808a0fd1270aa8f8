"""Every phrase of a sentence that says when, with the days it means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from talks.detect.date_phrase import Phrase
from talks.detect.date_shapes import read_phrase
from talks.detect.date_words import (
    OTHER,
    DateLanguage,
    DateWord,
    Shape,
    load_date_language,
    may_hold_date,
    read_words,
)
from talks.detect.folding import Folded, fold
from talks.detect.text import Sentence
from talks.values import PartialDate, Precision

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date phrase, `page.text[start:end] == date.words`.

    `role` tells how it bounds what is said: at, since, until, before or after.
    `relative` tells that it was counted from the day of the report.
    """

    start: int
    end: int
    date: PartialDate
    role: str = "at"
    relative: bool = False


@dataclass(slots=True)
class _Hit:
    """Words `first` to `last` (not included) of a sentence, in the order of a shape."""

    first: int
    last: int
    shape: Shape
    phrase: Phrase


def find_dates(
    sentence: Sentence,
    published: date,
    language: str = "en",
    base: date | None = None,
    folded: Folded | None = None,
) -> tuple[FoundDate, ...]:
    """Return the dates of a sentence, which may have been folded already, in order.

    "Two days later" counts from the date before it in the sentence, else from `base`,
    else from the day of publication.
    """
    known = load_date_language(language)
    folded = folded or fold(sentence.text)
    if not may_hold_date(folded.text, known):
        return ()
    written = _as_written(sentence.text, folded)
    words = read_words(written, folded.text, known)
    signs = "".join([known.signs[word.name] if word.name else OTHER for word in words])
    hits = _hits(words, signs, known, published)
    if not hits:
        return ()
    _look_ahead(hits, words, folded.text, known)
    found = _resolve(hits, words, base or published)
    return tuple(_place(found, words, sentence, folded))


def _as_written(text: str, folded: Folded) -> str:
    """Return the text at the positions of the folded one."""
    return (
        text
        if folded.starts is None
        else "".join([text[i] for i in folded.starts[:-1]])
    )


# ------------------------------------------------------------------ finding phrases


_CALLED = {"mon": "month", "verb_month": "month"}


def _hits(
    words: list[DateWord], signs: str, language: DateLanguage, published: date
) -> list[_Hit]:
    hits = []
    for found in _shapes(signs, language):
        shape = language.shapes[(found.lastindex or 1) - 1]
        first, last = _without_lead(words, *found.span())
        values: dict[str, list[object]] = {}
        for word in words[first:last]:
            values.setdefault(_CALLED.get(word.name, word.name), []).append(word.value)
        hits.append(_Hit(first, last, shape, Phrase(values, published, published)))
    return hits


def _shapes(signs: str, language: DateLanguage) -> Iterator[re.Match[str]]:
    for stretch in language.stretch.finditer(signs):
        yield from language.any_shape.finditer(signs, *stretch.span())


_LEADS = frozenset(
    (
        "in",
        "of",
        "the",
        "on",
        "since",
        "between",
        "to",
        "and",
        "dash",
        "open",
        "from",
        "comma",
    )
)
_TRAILS = frozenset(("comma", "of", "the", "in", "dash"))


def _without_lead(words: list[DateWord], first: int, last: int) -> tuple[int, int]:
    while first < last - 1 and words[first].name in _LEADS:
        first += 1
    while last > first + 1 and words[last - 1].name in _TRAILS:
        last -= 1
    return first, last


_AHEAD, _BEHIND = 90, 45  # characters that a cue reaches to a date after and before it


def _look_ahead(
    hits: list[_Hit], words: list[DateWord], folded: str, language: DateLanguage
) -> None:
    """Mark the dates of which the sentence says that they are to come."""
    cues = [found.span() for found in language.future.finditer(folded)]
    if not cues:
        return
    for hit in hits:
        if hit.first and words[hit.first - 1].value == "since":
            continue  # what has lasted since then began in the past
        start, end = words[hit.first].start, words[hit.last - 1].end
        hit.phrase.ahead = any(
            cue_end <= start <= cue_end + _AHEAD
            or (
                end <= cue_start <= end + _BEHIND
                and _undivided(folded[end:cue_start], language)
            )
            for cue_start, cue_end in cues
        )


def _undivided(between: str, language: DateLanguage) -> bool:
    return ";" not in between and language.said.isdisjoint(_WORD.findall(between))


# ------------------------------------------------------------------ what they mean

_Found = tuple[_Hit, PartialDate]
_COUNTED = frozenset(("offset", "clause", "later_than"))
_RELATIVE = frozenset(
    (
        "near",
        "weekday",
        "weekday_of_week",
        "near_unit",
        "ago",
        "ago_in_month",
        "past_units",
        "overnight",
        "overnight_to",
        "this_unit",
    )
)


def _resolve(hits: list[_Hit], words: list[DateWord], base: date) -> list[_Found]:
    found: list[_Found] = []
    for i, hit in enumerate(hits):
        following = hits[i + 1] if i + 1 < len(hits) else None
        if following and _joined(hit, following, words):
            _borrow_year(hit, following)
        hit.phrase.base = base
        when = read_phrase(hit.phrase, hit.shape.means)
        if when is None:
            continue
        if when.precision is Precision.DAY:
            base = when.earliest
        merged = _merge(found[-1], (hit, when), words) if found else None
        if merged:
            found[-1] = merged
        else:
            found.append((hit, when))
    return found


def _borrow_year(hit: _Hit, following: _Hit) -> None:
    year = following.phrase.values.get("year")
    if year and "year" not in hit.phrase.values and "month" in hit.phrase.values:
        hit.phrase.values["year"] = year
        hit.phrase.borrowed_year = True


def _joined(first: _Hit, second: _Hit, words: list[DateWord]) -> str:
    """Return "span" for "October to December", "pair" for "Monday and Tuesday", else ""."""
    between = [
        word.name for word in words[first.last : second.first] if word.name != "daytime"
    ]
    if between in (["to"], ["dash"]):
        return "span"
    if between == ["on"]:  # "d'avril 2019 à juin 2020"
        before = words[max(0, first.first - 1) : first.first]
        return "span" if any(word.name == "of" for word in before) else ""
    if between in (["and"], ["and", "in"], ["and", "on"], ["and", "the"], ["slash"]):
        opening = [word.name for word in words[max(0, first.first - 2) : first.first]]
        return "span" if "between" in opening else "pair"
    return ""


def _merge(first: _Found, second: _Found, words: list[DateWord]) -> _Found | None:
    """Join two dates that bound one span, or are two days or months in a row."""
    joined = _joined(first[0], second[0], words)
    if not joined:
        return None
    earlier, later = first[1], second[1]
    if earlier.earliest > later.latest and first[0].phrase.borrowed_year:
        earlier = _year_before(earlier)
    same = (earlier.earliest, earlier.latest) == (later.earliest, later.latest)
    in_a_row = earlier.latest + timedelta(1) == later.earliest
    kinds = {earlier.precision, later.precision}
    if (
        joined == "pair"
        and not same
        and not (in_a_row and kinds <= {Precision.DAY, Precision.MONTH})
    ):
        return None
    if earlier.earliest > later.latest:
        return None
    hit = replace(first[0], last=second[0].last)
    if same:  # "August/Ab": one month in two traditions
        return hit, later
    return hit, PartialDate(earlier.earliest, later.latest, Precision.RANGE)


def _year_before(when: PartialDate) -> PartialDate:
    year = when.earliest.year - 1
    return PartialDate.spanning(
        when.earliest.replace(year=year), _shift(when.latest, year)
    )


def _shift(day: date, year: int) -> date:
    return day.replace(year=year, day=min(day.day, 28) if day.month == 2 else day.day)


# ------------------------------------------------------------------ where they stand


def _place(
    found: list[_Found], words: list[DateWord], sentence: Sentence, folded: Folded
) -> Iterator[FoundDate]:
    previous = 0
    for hit, when in found:
        start = sentence.start + folded.original(words[hit.first].start)
        end = sentence.start + folded.original(words[hit.last - 1].end)
        said = sentence.text[start - sentence.start : end - sentence.start]
        yield FoundDate(
            start,
            end,
            PartialDate(when.earliest, when.latest, when.precision, said),
            _role(words, previous, hit, ends=when.precision is Precision.RANGE),
            relative=_is_relative(hit),
        )
        previous = hit.last


def _is_relative(hit: _Hit) -> bool:
    if hit.shape.means in _RELATIVE or hit.shape.means in _COUNTED:
        return True
    return not hit.phrase.values.keys() & {"year", "iso", "numeric"}


_BOUNDS = frozenset(("since", "from", "to"))
_FILLERS = frozenset(("in", "of", "the", "on", "approx", "daytime", "part", "unit"))
_REACH = 12  # words between "since" and its date ("since the deal signed in Geneva on 23 October")


def _role(words: list[DateWord], previous: int, hit: _Hit, *, ends: bool) -> str:
    """Return the role that the words before a date give it."""
    near = True
    for at in range(hit.first - 1, max(previous, hit.first - _REACH) - 1, -1):
        word = words[at]
        if word.name in _BOUNDS and isinstance(word.value, str) and near:
            # "from January to March" is a span, not a beginning
            return "at" if word.name == "from" and ends else word.value
        if word.name == "since" and word.value == "since":
            return "since"
        if word.name == "comma":
            return "at"
        near = near and word.name in _FILLERS
    return "at"
