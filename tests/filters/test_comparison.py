"""An address names two periods, and what cannot be used of it is told."""

from __future__ import annotations

from datetime import date

import pytest
from django.http import QueryDict

from talks.filters.comparison import ComparisonFilter, Period

JANUARY = Period(date(2020, 1, 1), date(2020, 1, 31))
MAY = Period(date(2020, 5, 1), date(2020, 5, 31))
BOTH = "a_from=2020-01&a_to=2020-01&b_from=2020-05&b_to=2020-05"


def parse(query: str) -> ComparisonFilter:
    return ComparisonFilter.parse(QueryDict(query))


def test_two_periods_are_read():
    asked = parse(BOTH)

    assert (asked.a, asked.b) == (JANUARY, MAY)
    assert JANUARY.days == 31


@pytest.mark.parametrize("query", ["", "a_from=2020-01", "b_to=2020"])
def test_half_a_period_is_none(query):
    asked = parse(query)

    assert (asked.a, asked.b, asked.problems) == (None, None, ())


@pytest.mark.parametrize("query", ["a_from=x", "b_from=2020-05&b_to=2020-04", "kind=x"])
def test_what_cannot_be_used_is_told(query):
    assert len(parse(query).problems) == 1


def test_an_address_reads_back():
    asked = parse(f"{BOTH}&kind=attack&actor=gna")

    assert parse(asked.address().removeprefix("?")) == asked


def test_it_can_be_turned_round():
    assert parse(BOTH).swapped().a == MAY


def test_each_number_is_a_question_to_the_timeline():
    asked = parse(f"{BOTH}&track=ground&from=2011")

    address = asked.of(JANUARY, kind="attack", actor="gna").address()

    assert (
        address == "?kind=attack&track=ground&actor=gna&from=2020-01-01&to=2020-01-31"
    )
