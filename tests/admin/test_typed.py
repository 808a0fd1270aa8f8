"""Dates and numbers typed in words: read, stored, shown back."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from talks.admin.typed import DateTyped, NumberTyped, say_understood
from talks.values import Count, PartialDate

WHEN = DateTyped("earliest", "latest", "date_precision", "date_words")
SINCE = DateTyped("since_earliest", "since_latest", required=False)
NUMBER = NumberTyped("low", "best", "high", "qualifier")


def test_a_date_is_spread_over_its_columns():
    assert WHEN.spread(WHEN.clean(" mid-January 2020 ")) == {
        "earliest": date(2020, 1, 11),
        "latest": date(2020, 1, 20),
        "date_precision": "part",
        "date_words": "mid-January 2020",
    }


def test_an_empty_date_empties_its_columns():
    assert SINCE.spread(SINCE.clean("")) == {
        "since_earliest": None,
        "since_latest": None,
    }


@pytest.mark.parametrize(
    "words", ["12 January 2020", "mid-January 2020", "12-13 January 2020", "2020"]
)
def test_what_is_shown_is_read_back_to_the_same_days(words):
    stored = WHEN.spread(WHEN.clean(words))

    again = WHEN.spread(WHEN.clean(WHEN.gather(tuple(stored.values()))))

    assert again | {"date_words": ""} == stored | {"date_words": ""}


@pytest.mark.parametrize("words", ["more than 2,000", "10-12", "dozens", "about 300"])
def test_a_number_shown_is_read_back_to_the_same_bounds(words):
    stored = NUMBER.spread(NUMBER.clean(words))

    assert NUMBER.spread(NUMBER.clean(NUMBER.gather(tuple(stored.values())))) == stored


@pytest.mark.parametrize(
    ("field", "words", "message"),
    [
        pytest.param(WHEN, "soon", "Cannot read 'soon' as a date", id="date"),
        pytest.param(WHEN, "31 June 2020", "June 2020 has no day 31", id="no such day"),
        pytest.param(NUMBER, "many", "Cannot read 'many' as a number", id="number"),
        pytest.param(WHEN, "", "required", id="empty"),
    ],
)
def test_what_cannot_be_read_is_said_clearly(field, words, message):
    with pytest.raises(ValidationError, match=message):
        field.clean(words)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (PartialDate.parse("12 January 2020"), "Sunday, 12 January 2020"),
        (
            PartialDate.parse("mid-January 2020"),
            "mid-January 2020: from 11 January 2020 to 20 January 2020",
        ),
        (Count.parse("more than 2,000"), "more than 2,000: at least 2,000"),
        (Count.parse("10-12"), "10–12: at least 10, at most 12"),
    ],
    ids=str,
)
def test_what_was_understood_is_said_with_its_bounds(value, said):
    assert say_understood(value) == said


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        (
            {"kind": "date", "words": "3 Feb 2020"},
            {"understood": "Monday, 3 February 2020", "error": ""},
        ),
        ({"kind": "number", "words": " "}, {"understood": "", "error": ""}),
        ({"kind": "mood", "words": "fine"}, {"understood": "", "error": ""}),
    ],
    ids=["date", "nothing typed", "unknown kind"],
)
def test_the_admin_answers_while_words_are_typed(client, editor, asked, answer):
    client.force_login(editor)

    assert client.get(reverse("admin:understood"), asked).json() == answer


def test_words_that_cannot_be_read_are_answered_with_the_reason(client, editor):
    client.force_login(editor)

    answer = client.get(reverse("admin:understood"), {"kind": "date", "words": "soon"})

    assert "cannot read 'soon' as a date" in answer.json()["error"]


def test_only_staff_are_answered(client, reader):
    client.force_login(reader)

    assert client.get(reverse("admin:understood")).status_code == 302
