"""The past day whose knowledge a visitor asked to see, while a page is made for them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from talks.filters.reading import Problem, Query, Reader, read_last_day

# Far enough back that the weeks and windows before a day can be counted.
EARLIEST = date.min + timedelta(40_000)
_DAY: ContextVar[date | None] = ContextVar("past_day", default=None)


def read(query: Query, *, today: date) -> tuple[date | None, tuple[Problem, ...]]:
    """Return the past day asked for as `as_of`, and why it cannot be used if so.

    Today is no past day, and a month or year stands for its last day.
    """
    reader = Reader(query)
    day = reader.one("as_of", read_last_day)
    if day and day > today:
        reader.complain("as_of", str(day), _("This day has not come yet."))
        day = None
    past = max(day, EARLIEST) if day and day < today else None
    return past, tuple(reader.problems)


def day() -> date | None:
    """Return the past day whose knowledge is shown; None for what is known by now."""
    return _DAY.get()


@contextmanager
def looking_back(to: date | None) -> Iterator[None]:
    """Show what was known by the end of that day, in what is done meanwhile."""
    before = _DAY.set(to)
    try:
        yield
    finally:
        _DAY.reset(before)
