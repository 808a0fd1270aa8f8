"""The address says which part of the map to show, and nothing in it is an error."""

from __future__ import annotations

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from talks.filters.map import DEEPEST, MIDDLE, MapView


def parse(query: str) -> MapView:
    return MapView.parse(QueryDict(query))


def test_without_a_word_the_whole_map_is_shown():
    assert parse("") == MapView(0, MIDDLE)


def test_an_address_reads_back_to_its_view():
    view = MapView().deeper(3, (32.89, 13.19))

    query = QueryDict(mutable=True)
    query.update(dict(view.pairs()))

    assert MapView.parse(query) == view


@pytest.mark.parametrize(
    "query", ["zoom=7", "zoom=-1", "zoom=x", "at=here", "at=32,", "at=1e9,2"]
)
def test_what_cannot_be_used_is_told_and_left_out(query):
    assert len(parse(query).problems) == 1


@given(st.text(max_size=20), st.text(max_size=20))
def test_no_address_is_an_error(zoom, at):
    query = QueryDict(mutable=True)
    query.update({"zoom": zoom, "at": at})

    view = MapView.parse(query)

    assert 0 <= view.zoom <= DEEPEST


def test_nobody_gets_lost():
    far = MapView(2, MIDDLE).moved(500, -500)

    assert far.at == (38.0, 5.0)
    assert MapView().deeper(99).zoom == DEEPEST
    assert MapView(3, (33.0, 13.0)).deeper(-9) == MapView(0, MIDDLE)
