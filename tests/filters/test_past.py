"""A past day is read from the address, and holds for one page alone."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from django.http import QueryDict

from talks.filters import past

TODAY = date(2020, 2, 4)


@pytest.mark.parametrize(
    ("query", "day"),
    [
        pytest.param("", None, id="not-asked"),
        pytest.param("as_of=", None, id="left-empty"),
        pytest.param("as_of=2020-02-04", None, id="today"),
        pytest.param("as_of=2020-02-03", date(2020, 2, 3), id="a-day"),
        pytest.param("as_of=2020-01", date(2020, 1, 31), id="a-month-means-its-end"),
        pytest.param("as_of=0001-01-01", past.EARLIEST, id="before-all"),
    ],
)
def test_what_can_be_asked(query, day):
    assert past.read(QueryDict(query), today=TODAY) == (day, ())


@pytest.mark.parametrize("words", ["yesterday", "2020-13-01", "2020-02-05", "\0"])
def test_what_cannot_be_used_is_told_and_left_out(words):
    query = QueryDict(mutable=True)
    query["as_of"] = words

    day, problems = past.read(query, today=TODAY)

    assert day is None
    assert [problem.name for problem in problems] == ["as_of"]


def test_the_day_holds_while_a_page_is_made_even_if_it_fails():
    seen = []

    with suppress(RuntimeError), past.looking_back(TODAY):
        seen.append(past.day())
        raise RuntimeError

    assert (seen, past.day()) == ([TODAY], None)
