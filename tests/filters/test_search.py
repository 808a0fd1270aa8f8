"""A search is read as words and the time they name; nothing in it is an error."""

from __future__ import annotations

from datetime import date

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from talks.filters import EventFilter, Key, SearchFilter

TODAY = date(2026, 11, 23)
JANUARY = (date(2020, 1, 1), date(2020, 1, 31))


def parse(query: str, language: str = "en") -> SearchFilter:
    return SearchFilter.parse(QueryDict(query), today=TODAY, language=language)


def look_for(text: str, language: str = "en") -> SearchFilter:
    query = QueryDict(mutable=True)
    query["q"] = text
    return SearchFilter.parse(query, today=TODAY, language=language)


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        pytest.param("January 2020", "", *JANUARY, id="month"),
        pytest.param("Haftar January 2020", "Haftar", *JANUARY, id="name and month"),
        pytest.param("truce in january 2020", "truce", *JANUARY, id="small letters"),
        pytest.param("may 2020", "", date(2020, 5, 1), date(2020, 5, 31), id="May"),
        pytest.param("may talks", "may talks", None, None, id="may"),
        pytest.param("يناير 2020", "", *JANUARY, id="Arabic month"),
        pytest.param("هدنة في كانون الثاني 2020", "هدنة", *JANUARY, id="Syriac month"),
        pytest.param("trêve en janvier 2020", "trêve", *JANUARY, id="French month"),
        pytest.param(
            "4 February 2020", "", date(2020, 2, 4), date(2020, 2, 4), id="day"
        ),
        pytest.param(
            "2020-02-04 Geneva",
            "Geneva",
            date(2020, 2, 4),
            date(2020, 2, 4),
            id="ISO day",
        ),
        pytest.param("2020-01", "", *JANUARY, id="ISO month"),
        pytest.param(
            "Tripoli 2019", "Tripoli", date(2019, 1, 1), date(2019, 12, 31), id="year"
        ),
        pytest.param(
            "2019-2020", "", date(2019, 1, 1), date(2020, 12, 31), id="two years"
        ),
        pytest.param(
            "attacks since June 2020", "attacks", date(2020, 6, 1), None, id="since"
        ),
        pytest.param(
            "truce between 1 and 5 June 2020",
            "truce",
            date(2020, 6, 1),
            date(2020, 6, 5),
            id="between",
        ),
        pytest.param("resolution 1970", "resolution 1970", None, None, id="1970"),
        pytest.param("resolution 2016", "resolution 2016", None, None, id="number"),
        pytest.param("brigade 106", "brigade 106", None, None, id="plain number"),
        pytest.param("yesterday", "yesterday", None, None, id="counted from today"),
    ],
)
def test_dates_are_read_out_of_the_words(text, words, first, last):
    asked = look_for(text)

    assert (asked.words, asked.first, asked.last) == (words, first, last)


def test_a_date_can_be_looked_for_as_words():
    asked = look_for("January 2020").literally()

    again = parse(asked.address().removeprefix("?"))

    assert (again.words, again.first, again.dates) == ("January 2020", None, ())


def test_the_timeline_asks_the_same():
    assert look_for("Haftar January 2020").events() == EventFilter(
        text="Haftar", first=JANUARY[0], last=JANUARY[1]
    )


def test_a_page_belongs_to_one_kind():
    assert parse("q=truce&in=events&before=2020-02-03.7").before == Key(
        date(2020, 2, 3), 7
    )
    assert parse("q=truce&before=2020-02-03.7").before is None


@pytest.mark.parametrize(
    "query",
    ["q=a%00b", "q=" + "a" * 201, "in=nothing", "dates=no", "in=events&before=rubbish"],
)
def test_what_cannot_be_used_is_told_and_left_out(query):
    assert len(parse(query).problems) == 1


@given(st.text(max_size=60), st.sampled_from(["en", "ar", "fr"]))
def test_no_text_is_an_error_and_its_address_reads_back(text, language):
    asked = look_for(text, language)

    again = parse(asked.address().removeprefix("?"), language)

    assert meaning(again) == meaning(asked)


def meaning(asked: SearchFilter) -> tuple[object, ...]:
    return (asked.text, asked.words, asked.first, asked.last, asked.dates)
