"""GDELT DOC 2.0 in its exact wire format, with invented articles."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from talks.ingest.adapters import gdelt
from talks.ingest.adapters.entries import Subscription
from talks.ingest.http import Answer
from talks.ingest.refusals import Outcome, Refusal

NOW = datetime(2020, 2, 4, 12, tzinfo=UTC)
API = "https://api.gdeltproject.org/api/v2/doc/doc"
ROW = {
    "url": "https://paper.example/1",
    "url_mobile": "",
    "title": "Talks go on , envoy says",
    "seendate": "20200204T101500Z",
    "socialimage": "",
    "domain": "paper.example",
    "language": "Arabic",
    "sourcecountry": "Libya",
}


def read(body: object):
    text = body if isinstance(body, str) else json.dumps(body)
    return gdelt.read(Answer(API, 200, {}, text.encode()))


def asked(**options) -> dict[str, list[str]]:
    question = gdelt.ask(
        Subscription(API, now=NOW, options={"query": "Libya"}, **options)
    )
    return parse_qs(urlsplit(question.address).query)


def test_it_asks_for_what_was_seen_since_the_last_poll():
    query = asked(since=NOW - timedelta(hours=2))

    assert query["query"] == ["Libya"]
    assert query["startdatetime"] == ["20200204090000"]
    assert query["enddatetime"] == ["20200204120000"]
    assert query["maxrecords"] == ["250"]


def test_it_never_looks_back_further_than_gdelt_remembers():
    assert asked(since=NOW - timedelta(days=900))["startdatetime"] == ["20191206120000"]


def test_it_keeps_more_than_five_seconds_apart():
    assert gdelt.ask(Subscription(API, now=NOW, options={"query": "x"})).pause > 5


def test_without_a_query_it_says_so():
    with pytest.raises(Refusal) as refused:
        gdelt.ask(Subscription(API, now=NOW))

    assert refused.value.outcome == Outcome.NOT_CONFIGURED


def test_an_article_is_an_address_and_a_title_without_a_date():
    (entry,) = read({"articles": [ROW]}).entries

    assert (entry.address, entry.title) == (ROW["url"], ROW["title"])
    assert (entry.language, entry.publisher) == ("ar", "paper.example")
    assert entry.published is None


def test_an_empty_object_is_an_empty_result():
    assert read({}).entries == ()


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        pytest.param(
            "Please limit requests to one every 5 seconds or contact us.",
            Outcome.THROTTLED,
            id="a throttle with status 200",
        ),
        pytest.param(
            "The specified phrase is too short.", Outcome.BROKEN, id="a complaint"
        ),
        pytest.param("<html><body>Error</body></html>", Outcome.BROKEN, id="a page"),
        pytest.param("[]", Outcome.BROKEN, id="a list"),
        pytest.param('{"articles": 5}', Outcome.BROKEN, id="a number"),
    ],
)
def test_words_in_place_of_data_are_never_an_empty_result(body: str, outcome: Outcome):
    with pytest.raises(Refusal) as refused:
        read(body)

    assert refused.value.outcome == outcome


def test_rows_of_the_wrong_shape_are_passed_over():
    assert read({"articles": [None, "x", {}, {"url": "ftp://x"}]}).entries == ()
