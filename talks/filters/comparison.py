"""Which two periods to set side by side, of the same events."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Self
from urllib.parse import urlencode

from django.utils.translation import gettext_lazy as _

from talks.filters.events import EventFilter
from talks.filters.reading import (
    Problem,
    Query,
    Reader,
    read_first_day,
    read_last_day,
)


@dataclass(frozen=True, slots=True)
class Period:
    """The days from one to another, both counted."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class ComparisonFilter:
    """Two periods, and which events of them; a period that is not whole is None."""

    events: EventFilter
    a: Period | None
    b: Period | None
    problems: tuple[Problem, ...] = ()

    @classmethod
    def parse(cls, query: Query) -> Self:
        """Read a query string. What cannot be used is left out and told in `problems`."""
        read = Reader(query)
        a, b = _period(read, "a"), _period(read, "b")
        events = EventFilter.parse(query)
        problems = (*events.problems, *read.problems)
        within_all = replace(events, before=None, after=None, first=None, last=None)
        return cls(within_all, a, b, problems)

    def address(self) -> str:
        """Return the query string of this comparison."""
        said = list(self.events.pairs())
        for name, period in (("a", self.a), ("b", self.b)):
            if period:
                said.append((f"{name}_from", period.first.isoformat()))
                said.append((f"{name}_to", period.last.isoformat()))
        return f"?{urlencode(said)}"

    def swapped(self) -> Self:
        """Return the same comparison the other way round."""
        return replace(self, a=self.b, b=self.a)

    def of(self, period: Period, *, kind: str = "", actor: str = "") -> EventFilter:
        """Return what the timeline is asked for the events of a period."""
        events = self.events.within(period.first, period.last)
        if kind:
            events = replace(events, kinds=(kind,))
        if actor and actor not in events.actors:
            events = events.toggled("actor", actor)
        return events


def _period(read: Reader, name: str) -> Period | None:
    first = read.one(f"{name}_from", read_first_day)
    last = read.one(f"{name}_to", read_last_day)
    if first and last and first > last:
        reason = _("This is before the first day asked for.")
        read.complain(f"{name}_to", str(last), reason)
        return None
    return Period(first, last) if first and last else None
