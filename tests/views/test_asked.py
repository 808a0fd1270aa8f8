"""What a page of numbers can be asked, and what it says of a question it cannot use."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import RequestFactory

from talks.queries.proof import Standard
from talks.views.asked import Asked

TODAY = date(2020, 2, 4)


def asked(query: str, **fields) -> Asked:
    return Asked.of(RequestFactory().get(f"/?{query}"), today=TODAY, **fields)


def test_without_a_question_it_is_today_and_all_that_is_alleged():
    plain = asked("")

    assert (plain.day, plain.is_past, plain.standard) == (TODAY, False, Standard.ALL)
    assert plain.problems == ()


@pytest.mark.parametrize(
    ("query", "part"),
    [
        pytest.param("as_of=yesterday", "as_of", id="no-day"),
        pytest.param("as_of=2020-02-05", "as_of", id="tomorrow"),
        pytest.param("as_of=2020-13-01", "as_of", id="no-such-month"),
        pytest.param("proof=surely", "proof", id="no-such-standard"),
    ],
)
def test_what_cannot_be_used_is_told_and_left_out(query, part):
    odd = asked(query)

    assert [problem.name for problem in odd.problems] == [part]
    assert (odd.day, odd.standard) == (TODAY, Standard.ALL)


@pytest.mark.parametrize("query", ["as_of=0001-01-01", "as_of=2020-01-01&proof=two"])
def test_the_past_is_a_question_like_any(query):
    assert asked(query).is_past


def test_the_address_keeps_what_was_asked():
    past = asked("as_of=2020-01-01&proof=two&population=civilians", keep=["population"])

    assert past.address() == "?population=civilians&proof=two&as_of=2020-01-01"
    assert past.address(as_of="") == "?population=civilians&proof=two"
    assert past.address(proof="") == "?population=civilians&as_of=2020-01-01"
