"""ReliefWeb API v2 in its exact wire format, with invented reports."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from talks.ingest.adapters import reliefweb
from talks.ingest.adapters.entries import Listing, Subscription
from talks.ingest.http import Answer
from talks.ingest.moments import Moment
from talks.ingest.refusals import Outcome, Refusal

NOW = datetime(2020, 2, 4, 12, tzinfo=UTC)
API = "https://api.reliefweb.int/v2/reports"
SUBSCRIPTION = Subscription(API, now=NOW, options={"appname": "talks-x7"})


def row(number: int = 1, **fields: Any) -> dict[str, Any]:
    given = {
        "title": "Libya: note on displacement",
        "status": "published",
        "body-html": "<p>Families left their homes.</p>",
        "url": f"https://reliefweb.int/node/{number}",
        "url_alias": f"https://reliefweb.int/report/libya/note-{number}",
        "origin": "https://unsmil.unmissions.org/note",
        "date": {
            "original": "2020-02-03T00:00:00+00:00",
            "created": "2020-02-04T09:00:00+00:00",
            "changed": "2020-02-04T10:00:00+00:00",
        },
        "source": [{"name": "UN Support Mission in Libya", "shortname": "UNSMIL"}],
        "format": [{"name": "News and Press Release"}],
        "language": [{"code": "en"}],
    }
    return {
        "id": str(number),
        "score": 1,
        "href": f"{API}/{number}",
        "fields": given | fields,
    }


def read(*rows: Any, total: int | None = None) -> Listing:
    count = len(rows)
    envelope = {
        "href": API,
        "time": 5,
        "links": {"self": {"href": API}},
        "totalCount": count if total is None else total,
        "count": count,
        "data": list(rows),
    }
    question = reliefweb.ask(SUBSCRIPTION)
    body = json.dumps(envelope).encode()
    return reliefweb.read(Answer(API, 200, {}, body, question=question))


def test_it_asks_for_reports_on_libya_that_changed_since_the_last_poll():
    since = NOW - timedelta(hours=3)
    question = reliefweb.ask(
        Subscription(API, now=NOW, options={"appname": "talks-x7"}, since=since)
    )

    asked = json.loads(question.body)
    fields = {c["field"]: c["value"] for c in asked["filter"]["conditions"]}
    assert question.address == f"{API}?appname=talks-x7"
    assert asked["filter"]["operator"] == "AND"
    assert fields["country.iso3"] == "lby"
    assert fields["date.changed"] == {"from": (since - timedelta(hours=48)).isoformat()}
    assert asked["sort"] == ["date.changed:asc"]


@pytest.mark.parametrize("options", [{}, {"appname": ""}, {"appname": "  "}])
def test_without_an_appname_it_says_what_is_missing(options):
    with pytest.raises(Refusal) as refused:
        reliefweb.ask(Subscription(API, now=NOW, options=options))

    assert refused.value.outcome == Outcome.NOT_CONFIGURED


def test_a_report_is_read_whole():
    (entry,) = read(row()).entries

    assert entry.title == "Libya: note on displacement"
    assert entry.address == "https://reliefweb.int/report/libya/note-1"
    assert entry.origin == "https://unsmil.unmissions.org/note"
    assert entry.content == "<p>Families left their homes.</p>"
    assert entry.published == Moment(datetime(2020, 2, 3, tzinfo=UTC))
    assert (entry.publisher, entry.language) == ("UN Support Mission in Libya", "en")
    assert entry.updated == "2020-02-04T10:00:00+00:00"


def test_identifiers_are_words_whatever_they_come_as():
    one, other = read(row() | {"id": 7}, row() | {"id": "7"}).entries

    assert one.guid == other.guid == "reliefweb:7"


def test_a_report_that_is_only_a_pdf_comes_with_its_title():
    (entry,) = read(row(**{"body-html": None})).entries

    assert (entry.content, bool(entry.title)) == ("", True)


@pytest.mark.parametrize("kind", ["Map", "Infographic"])
def test_pictures_are_passed_over(kind: str):
    assert read(row(format=[{"name": kind}])).entries == ()


def test_single_objects_come_without_their_list():
    (entry,) = read(row(format={"name": "Analysis"}, language={"code": "ar"})).entries

    assert entry.language == "ar"


def test_the_next_page_is_asked_for_up_to_the_end():
    more = read(*[row(n) for n in range(100)], total=150).more

    assert json.loads(more.body)["offset"] == 100
    assert read(row(), total=1).more is None
    assert read(total=500).more is None


def test_rows_of_the_wrong_shape_are_passed_over():
    assert read("x", None, {"id": 1}, {"fields": []}).entries == ()


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        pytest.param(
            b"<html>busy</html>", Outcome.THROTTLED, id="a page with status 200"
        ),
        pytest.param(b"{}", Outcome.BROKEN, id="no data"),
        pytest.param(b"[]", Outcome.BROKEN, id="a list"),
    ],
)
def test_what_is_no_answer_is_its_own_outcome(body: bytes, outcome: Outcome):
    question = reliefweb.ask(SUBSCRIPTION)

    with pytest.raises(Refusal) as refused:
        reliefweb.read(Answer(API, 200, {}, body, question=question))

    assert refused.value.outcome == outcome
