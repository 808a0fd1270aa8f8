"""IOM DTM API v3, with invented stocks."""

from __future__ import annotations

import json

import pytest

from talks.ingest.datasets import dtm
from talks.ingest.refusals import Refusal
from talks.values import Count


def answer(*rows: dict) -> bytes:
    given = {
        "admin0Pcode": "LBY",
        "operation": "Libya: crisis",
        "roundNumber": 30,
        "reportingDate": "2020-02-01T00:00:00",
        "numPresentIdpInd": 100,
        "displacementReason": "Conflict",
        "idpOriginAdmin1Pcode": "LY01",
    }
    return json.dumps({"result": [given | row for row in rows]}).encode()


def test_the_parts_of_one_day_are_added_once_each():
    body = answer({}, {}, {"idpOriginAdmin1Pcode": "LY02", "numPresentIdpInd": 20})

    (row,) = dtm.read(body)

    assert (row.count, str(row.date.earliest)) == (Count.of(120), "2020-02-01")


def test_of_an_operation_the_latest_day_counts_whatever_the_round():
    body = answer(
        {"roundNumber": 99, "reportingDate": "2019-01-01"}, {"roundNumber": 1}
    )

    (row,) = dtm.read(body)

    assert str(row.date.earliest) == "2020-02-01"


def test_operations_are_not_added_up():
    assert len(dtm.read(answer({}, {"operation": "Libya: floods"}))) == 2


@pytest.mark.parametrize(
    "row",
    [{"admin0Pcode": "LBN"}, {"numPresentIdpInd": None}, {"reportingDate": "x"}],
)
def test_other_rows_are_passed_over(row):
    assert dtm.read(answer(row)) == []


@pytest.mark.parametrize("body", [b"<html>", b"{}", b"5"])
def test_another_answer_is_refused(body: bytes):
    with pytest.raises(Refusal):
        dtm.read(body)
