"""Each part of a query string is read, or told as a problem."""

from __future__ import annotations

from datetime import date

from django.http import QueryDict

from talks.filters.reading import Reader, read_first_day, read_slug


def test_a_repeated_field_counts_as_browsers_send_it_last():
    read = Reader(QueryDict("from=2019&from=2020"))

    assert read.one("from", read_first_day) == date(2020, 1, 1)


def test_empty_fields_of_a_form_are_no_problem():
    read = Reader(QueryDict("actor=&from=&from="))

    assert read.many("actor", read_slug) == ()
    assert read.one("from", read_first_day) is None
    assert not read.problems


def test_a_problem_shows_no_control_character():
    read = Reader(QueryDict("actor=a%00b"))

    read.many("actor", read_slug)

    assert read.problems[0].value == "a\N{SYMBOL FOR NULL}b"
