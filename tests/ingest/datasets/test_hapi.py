"""HDX HAPI v2, with invented totals."""

from __future__ import annotations

import json

import pytest

from talks.ingest.datasets import hapi
from talks.values import Count


def answer(*rows: dict) -> bytes:
    given = {
        "location_code": "LBY",
        "location_name": "Libya",
        "admin_level": 0,
        "reporting_round": 30,
        "assessment_type": "BA",
        "population": 350_000,
        "reference_period_end": "2020-02-01T00:00:00",
    }
    return json.dumps({"data": [given | row for row in rows]}).encode()


@pytest.mark.parametrize(
    ("read", "measure"),
    [(hapi.read_displaced, "displaced"), (hapi.read_returned, "returned")],
)
def test_a_total_is_a_stock_on_the_last_day_of_its_period(read, measure: str):
    (row,) = read(answer({}))

    assert (row.measure, row.count) == (measure, Count.of(350_000))
    assert str(row.date.latest) == "2020-02-01"


@pytest.mark.parametrize(
    "row",
    [
        pytest.param({"admin_level": 2}, id="a part of the country"),
        pytest.param({"location_code": "SOM", "location_name": "Libya"}, id="by code"),
        pytest.param({"population": "-5"}, id="less than nobody"),
        pytest.param({"reference_period_end": None}, id="no day"),
    ],
)
def test_other_rows_are_passed_over(row):
    assert hapi.read_displaced(answer(row)) == []
