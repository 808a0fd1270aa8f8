"""JSON Feed, and the liberties people take with it."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talks.ingest.adapters import json_feed
from talks.ingest.adapters.entries import Listing
from talks.ingest.moments import Moment
from talks.ingest.refusals import Outcome, Refusal

BASE = "https://paper.example/feed.json"
VERSION = "https://jsonfeed.org/version/1.1"
NOON = Moment(datetime(2020, 2, 4, 12, 30, tzinfo=UTC))


def read(*items: Any, **top: Any) -> Listing:
    feed = {"version": VERSION, "title": "The Herald", "items": list(items), **top}
    return json_feed.read(json.dumps(feed), address=BASE)


def test_an_item_is_read_whole():
    item = {
        "id": "1",
        "url": "https://a.example/1",
        "title": "Talks",
        "content_html": "<p>Long</p>",
        "summary": "Short",
        "date_published": "2020-02-04T14:30:00+02:00",
        "date_modified": "2020-02-05T14:30:00+02:00",
        "authors": [{"name": "A. Reporter"}, {"name": "B. Writer"}],
        "language": "en-GB",
    }

    (entry,) = read(item).entries

    assert (entry.title, entry.content, entry.summary) == (
        "Talks",
        "<p>Long</p>",
        "Short",
    )
    assert (entry.address, entry.published) == ("https://a.example/1", NOON)
    assert (entry.byline, entry.language) == ("A. Reporter, B. Writer", "en")


@pytest.mark.parametrize(
    ("item", "guid", "address"),
    [
        pytest.param({"id": 12}, "12", "", id="a number for a name"),
        pytest.param(
            {"id": "https://a.example/1"},
            "https://a.example/1",
            "https://a.example/1",
            id="an address for a name",
        ),
        pytest.param(
            {"id": "1", "url": "/n/1"}, "1", "https://paper.example/n/1", id="relative"
        ),
        pytest.param(
            {"id": "1", "external_url": "https://b.example/1"},
            "1",
            "https://b.example/1",
            id="elsewhere",
        ),
        pytest.param({"id": "1", "url": None}, "1", "", id="null"),
    ],
)
def test_names_and_addresses_come_in_many_ways(item, guid: str, address: str):
    (entry,) = read({"title": "Talks", **item}).entries

    assert (entry.guid, entry.address) == (guid, address)


def test_version_1_0_has_one_author():
    (entry,) = read(
        {"id": "1", "title": "T", "author": {"name": "A. Reporter"}}
    ).entries

    assert entry.byline == "A. Reporter"


def test_items_of_the_wrong_shape_are_passed_over():
    found = read({"id": "1", "title": "Talks"}, "what", None, 5, [], {"id": "empty"})

    assert [entry.title for entry in found.entries] == ["Talks"]


def test_the_next_page_is_named_unless_it_is_this_one():
    assert read(next_url="?page=2").more.address == f"{BASE}?page=2"
    assert read(next_url=BASE).more is None
    assert read(next_url=["odd"]).more is None


def test_a_feed_that_has_ended_says_so():
    with pytest.raises(Refusal) as refused:
        read(expired=True)

    assert refused.value.outcome == Outcome.GONE


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("[]", Outcome.NOT_A_FEED),
        ('{"items": []}', Outcome.NOT_A_FEED),
        (f'{{"version": "{VERSION}", "items": 5}}', Outcome.NOT_A_FEED),
        ('{"version": ', Outcome.BROKEN),
        ("[" * 100_000, Outcome.BROKEN),
    ],
)
def test_other_json_is_no_feed(text: str, outcome: Outcome):
    with pytest.raises(Refusal) as refused:
        json_feed.read(text, address=BASE)

    assert refused.value.outcome == outcome


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["id", "url", "title", "authors", "author", "name", "content_html"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=10,
)


@settings(deadline=None)
@given(st.lists(JSON, max_size=3), JSON, JSON)
def test_no_values_break_it(items, title, following):
    with suppress(Refusal):
        read(*items, title=title, next_url=following)


def test_half_a_character_spoils_nothing():
    whole = {"id": "1", "title": "Talks \ud800", "url": "https://a.example/\x00"}

    (entry,) = read(whole).entries

    assert (entry.title, entry.address) == ("Talks ?", "https://a.example/")
