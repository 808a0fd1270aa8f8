"""Claims for tests, made without a database: short makers and a strategy."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count
from typing import Any

from hypothesis import strategies as st

from talks.models.base import Localized
from talks.queries.claims import Claim
from talks.queries.names import Name
from talks.values import Count, PartialDate, Qualifier

_numbers = count(1)
BEGIN = date(2019, 4, 4)


def name(slug: str) -> Name:
    return Name(slug, Localized(slug.title(), "en"))


def claim(number: int | str = 12, day: date = BEGIN, **fields: Any) -> Claim:
    """Make a claim of a running total, given by WHO: a number or words."""
    n = next(_numbers)
    speaker = fields.pop("by", "who")
    given = {
        "id": n,
        "slug": f"claim-{n}",
        "measure": "deaths",
        "population": "all",
        "scope": "cumulative",
        "count": Count.of(number) if isinstance(number, int) else Count.parse(number),
        "as_stated": str(number),
        "assertion": "asserted",
        "since": PartialDate.of_day(BEGIN),
        "as_of": PartialDate.of_day(day),
        "place": name("tripoli"),
        "event": None,
        "event_name": None,
        "event_day": None,
        "event_kind": "",
        "speaker": name(speaker),
        "camp": "un",
        "source": name(speaker),
        "reliability": "B",
        "article": n,
        "published": day,
        "quote": "",
        "is_recommended": False,
        "role_reason": "",
        "superseded_by": None,
        "part_of": None,
    }
    return Claim(**(given | fields))


def toll(number: int | str, event: int, day: date = BEGIN, **fields: Any) -> Claim:
    """Make a claim of one event's toll."""
    given = {"scope": "incident", "since": None, "event": event, "event_day": day}
    return claim(number, day, **(given | fields))


def level(number: int | str, day: date = BEGIN, **fields: Any) -> Claim:
    """Make a claim of a level on a day."""
    return claim(number, day, **({"scope": "stock", "since": None} | fields))


@st.composite
def counts(draw: st.DrawFn) -> Count:
    """Any count that can be."""
    numbers = sorted(draw(st.lists(st.integers(0, 5000), min_size=3, max_size=3)))
    kept = draw(st.lists(st.booleans(), min_size=3, max_size=3).filter(any))
    bounds = [n if keep else None for n, keep in zip(numbers, kept, strict=True)]
    return Count(*bounds, draw(st.sampled_from(Qualifier)))


@st.composite
def claims(draw: st.DrawFn, **fields: Any) -> Claim:
    """Any claim of a running total by one of a few speakers."""
    day = BEGIN + timedelta(draw(st.integers(0, 700)))
    given = {
        "count": draw(counts()),
        "by": draw(st.sampled_from(("who", "unsmil", "gna", "lna"))),
        "assertion": draw(
            st.sampled_from(("asserted", "claimed", "denied", "hypothetical"))
        ),
        "reliability": draw(st.sampled_from("ABCDEF")),
        "is_recommended": draw(st.booleans()),
        "superseded_by": draw(st.sampled_from((None, None, None, 1))),
        "part_of": draw(st.sampled_from((None, None, None, 1))),
    }
    return claim(0, day, **(given | fields))
