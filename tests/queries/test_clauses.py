"""Clock rules made into days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from talks.queries.clauses import RuleError, due, months_after

SIGNED = date(2020, 10, 23)
EFFECT = date(2020, 10, 25)
WORDS = (
    *("one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
days = st.dates(date(1990, 1, 1), date(2090, 1, 1))


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        pytest.param("three months after signature", date(2021, 1, 23), id="months"),
        pytest.param("Within 90 days of signature.", date(2021, 1, 21), id="days"),
        pytest.param("within two weeks of signing", date(2020, 11, 6), id="weeks"),
        pytest.param("a year after the signature", date(2021, 10, 23), id="a-year"),
        pytest.param("10 days from entry into force", date(2020, 11, 4), id="effect"),
        pytest.param("the day after the truce began", date(2020, 10, 26), id="the-day"),
        pytest.param(
            "with foreign departure: three months after signature",
            date(2021, 1, 23),
            id="with-words-before",
        ),
        pytest.param("within five months of adoption", date(2021, 3, 23), id="of"),
    ],
)
def test_a_rule_names_a_day(rule, expected):
    assert due(rule, signed_on=SIGNED, effective_on=EFFECT) == expected


@pytest.mark.parametrize(
    "rule",
    [
        pytest.param("as soon as possible", id="no-length"),
        pytest.param("three months after the harvest", id="unknown-start"),
        pytest.param("after signature", id="no-number"),
        pytest.param("within the month after the conference", id="a-calendar-month"),
    ],
)
def test_a_rule_that_cannot_be_counted_says_so(rule):
    with pytest.raises(RuleError):
        due(rule, signed_on=SIGNED, effective_on=EFFECT)


def test_a_clock_that_has_not_started_names_no_day():
    rule = "30 days after entry into force"

    assert due(rule, signed_on=SIGNED, effective_on=None) is None


@given(days, st.integers(0, 240))
def test_months_later_is_the_same_day_or_the_last_of_that_month(day, months):
    later = months_after(day, months)

    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == day.day or (later + timedelta(1)).day == 1
    assert later.day <= day.day


@given(days, st.integers(0, 120), st.integers(0, 120))
def test_a_longer_term_is_never_due_earlier(day, one, other):
    assume(one <= other)

    first, second = (
        due(f"{months} months after signature", signed_on=day, effective_on=None)
        for months in (one, other)
    )

    assert first <= second


@given(days, st.integers(1, 12))
def test_numbers_may_be_words(day, number):
    spelled, typed = (
        due(f"{written} months after signature", signed_on=day, effective_on=None)
        for written in (WORDS[number - 1], number)
    )

    assert spelled == typed
