"""Cells are read as what they should hold, and say what is wrong with them."""

from __future__ import annotations

import pytest

from talks.ingest.facts.cells import CellError, Cells
from talks.models import Event

SLUGS = {"places": frozenset({"harbour"})}


def cells(value: str) -> Cells:
    return Cells({"it": value}, SLUGS)


def test_a_list_is_divided_at_its_bars():
    assert cells("one| two |three").listed("it") == ["one", "two", "three"]
    assert cells("").listed("it") == []


def test_empty_cells_are_none_where_a_value_may_lack():
    empty = cells("")

    assert empty.day("it") is None
    assert empty.when("it") is None
    assert empty.number("it") is None
    assert empty.degrees("it") is None
    assert empty.slug("it", "places") is None


def test_a_date_is_as_exact_as_it_is_written():
    assert str(cells("2020-01").when("it")) == "January 2020"
    assert str(cells("2020-01-12/2020-01-14").when("it")) == "12–14 January 2020"


@pytest.mark.parametrize(
    ("value", "read", "words"),
    [
        pytest.param("", lambda c: c.needed("it"), "it is empty", id="needed"),
        pytest.param("", lambda c: c.needed_day("it"), "it is empty", id="needed day"),
        pytest.param("", lambda c: c.needed_slug("it", "places"), "it is empty", id="needed slug"),
        pytest.param("a|A", lambda c: c.listed("it"), "'a' stands in it twice", id="twice"),
        pytest.param("war", lambda c: c.choice("it", Event.Kind), "is not one of truce, talks", id="choice"),
        pytest.param("soon", lambda c: c.when("it"), "write 2020-01-12", id="date"),
        pytest.param("2020-13-01", lambda c: c.day("it"), "is not a day", id="day"),
        pytest.param("12.5", lambda c: c.number("it"), "is not a whole number", id="number"),
        pytest.param("٣", lambda c: c.number("it"), "write digits only", id="other digits"),
        pytest.param("north", lambda c: c.degrees("it"), "is not a number", id="degrees"),
        pytest.param("quay", lambda c: c.slug("it", "places"), "is not among the places", id="slug"),
        pytest.param("harbour|quay", lambda c: c.slugs_of("it", "places"), "'quay' is not among the places", id="slugs"),
        pytest.param("a:b:c", lambda c: c.split("it", "a:b:c", "actor:role"), "is not written as actor:role", id="split"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_with_its_column(value, read, words):
    with pytest.raises(CellError, match=words) as raised:
        read(cells(value))

    assert raised.value.column == "it"
