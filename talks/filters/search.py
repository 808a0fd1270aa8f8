"""What somebody looks for, as the search box says it: words, and the time they name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Self
from urllib.parse import urlencode

from talks.detect.dates import FoundDate, find_dates
from talks.detect.text import Sentence
from talks.filters import past
from talks.filters.events import EventFilter
from talks.filters.reading import Key, Problem, Query, Reader, read_key, read_text
from talks.values import PartialDate

PARTS = (
    "events",
    "truces",
    "rounds",
    "embargo",
    "commitments",
    "figures",
    "articles",
    "actors",
    "places",
)
_ARABIC = re.compile(r"[\u0621-\u064a]")
# The reader needs capitals to tell May from may; people who search seldom write them.
_SMALL = re.compile(r"\b[a-z](?=[a-zû-ü]{2})")
# Written alone a number is a year of this conflict or none: resolution 1970 is not of 1970.
_NUMBERED = re.compile(
    r"(?i:resolutions?|résolutions?|unscr|القرار|قرار)\s+(?:no\.?\s*)?$"
)
_YEARS = re.compile(
    r"(?<![\w.-])(20[1-4]\d)(?:\s*[-\u2013]\s*(20[1-4]\d)|-(0[1-9]|1[0-2]))?(?![\w-])"
)
# What leads to a date says nothing more once the date is understood.
_LEADS = re.compile(
    r"(?i:\b(?:in|on|from|since|until|before|after|between|of|during|en|du|au|depuis|"
    r"entre|avant|après|dès|le|jusqu'au|منذ|في|قبل|بعد|بين|حتى|من|خلال)\s*)+$"
)
_OPEN_END, _OPEN_BEGIN = frozenset(("since", "after")), frozenset(("until", "before"))


@dataclass(frozen=True, slots=True)
class Time:
    """A part of what was typed that names a time: `text[start:end]`."""

    start: int
    end: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class SearchFilter:
    """What is looked for. `words` are those of `text` that name no time.

    `part` is the kind of thing looked for, empty for every kind; only one kind alone
    has further pages.
    """

    text: str = ""
    words: str = ""
    dates: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    known_by: date | None = None
    literal: bool = False
    part: str = ""
    before: Key | None = None
    problems: tuple[Problem, ...] = ()

    @classmethod
    def parse(cls, query: Query, *, today: date, language: str) -> Self:
        """Read a query string. What cannot be used is left out and told in `problems`.

        Days that count from today ("yesterday", "in January") are left as words.
        """
        read = Reader(query)
        text = read.one("q", read_text) or ""
        part = read.choices("in", PARTS)
        literal = bool(read.choices("dates", ("words",)))
        times = [] if literal else list(_times(text, today, language))
        firsts = [time.first for time in times if time.first]
        lasts = [time.last for time in times if time.last]
        return cls(
            text=text,
            words=_without(text, times),
            dates=tuple(text[time.start : time.end] for time in times),
            first=min(firsts, default=None),
            last=max(lasts, default=None),
            known_by=past.day(),
            literal=literal,
            part=part[0] if part else "",
            before=read.one("before", read_key) if part else None,
            problems=tuple(read.problems),
        )

    def events(self) -> EventFilter:
        """Return the same question as the timeline asks it."""
        return EventFilter(
            text=self.words, first=self.first, last=self.last, known_by=self.known_by
        )

    @property
    def narrows_time(self) -> bool:
        """Tell whether it leaves out what is of another time, or was not known."""
        return any((self.first, self.last, self.known_by))

    def without_words(self) -> EventFilter:
        """Return the time alone, for a query that looks up the words itself."""
        return replace(self.events(), text="")

    def address(self) -> str:
        """Return the query string of this search and page."""
        said = {
            "q": self.text,
            "in": self.part,
            "dates": "words" if self.literal else "",
            "as_of": self.known_by.isoformat() if self.known_by else "",
            "before": str(self.before) if self.before else "",
        }
        return f"?{urlencode({name: value for name, value in said.items() if value})}"

    def only(self, part: str) -> Self:
        """Return the same search for one kind of thing, or for all."""
        return replace(self, part=part, before=None)

    def literally(self) -> Self:
        """Return the same search with dates looked for as words."""
        return replace(self, literal=True, before=None)

    def page(self, before: Key) -> Self:
        """Return the same search on another page."""
        return replace(self, before=before)


def _times(text: str, today: date, language: str) -> Iterator[Time]:
    """Yield the times that a text names, in order, none within another."""
    end = 0
    for time in sorted(
        [*_dates(text, today, language), *_years(text)],
        key=lambda time: (time.start, -time.end),
    ):
        if time.start >= end:
            end = time.end
            yield time


def _dates(text: str, today: date, language: str) -> Iterator[Time]:
    written_in = "ar" if _ARABIC.search(text) else language
    for code in dict.fromkeys((written_in, "en", "fr")):
        for written in dict.fromkeys((text, _SMALL.sub(_capital, text))):
            found = find_dates(Sentence(0, len(written), written), today, code)
            absolute = [each for each in found if not each.relative]
            if absolute:
                yield from map(_time, absolute)
                return


def _capital(letter: re.Match[str]) -> str:
    return letter[0].upper()


def _time(found: FoundDate) -> Time:
    first, last = found.date.earliest, found.date.latest
    return Time(
        found.start,
        found.end,
        None if found.role in _OPEN_BEGIN else first,
        None if found.role in _OPEN_END else last,
    )


def _years(text: str) -> Iterator[Time]:
    for found in _YEARS.finditer(text):
        if _NUMBERED.search(text[: found.start()]):
            continue
        year, other, month = found.groups()
        first = PartialDate.parse(f"{year}-{month}" if month else year)
        last = PartialDate.parse(other) if other else first
        if first.earliest <= last.latest:
            yield Time(found.start(), found.end(), first.earliest, last.latest)


def _without(text: str, times: list[Time]) -> str:
    """Return the text without the times, and without the words that lead to them."""
    kept, end = [], 0
    for time in times:
        kept.append(_LEADS.sub("", text[end : time.start]))
        end = time.end
    kept.append(text[end:])
    return " ".join(" ".join(kept).split())
