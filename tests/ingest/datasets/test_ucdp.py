"""UCDP GED as CSV, with invented events."""

from __future__ import annotations

import pytest

from talks.ingest.datasets import ucdp
from talks.ingest.refusals import Outcome, Refusal
from talks.values import Count, Qualifier

COLUMNS = (
    *("id", "code_status", "type_of_violence", "side_a", "side_b", "where_coordinates"),
    *("adm_1", "adm_2", "country_id", "date_prec", "where_prec", "event_clarity"),
    *("date_start", "date_end", "best", "high", "low"),
)
EVENT = {
    "id": "9001",
    "code_status": "Clear",
    "type_of_violence": "1",
    "side_a": "Government of Libya",
    "side_b": "Forces of Somebody",
    "where_coordinates": "Tripoli town",
    "adm_1": "Tripoli",
    "adm_2": "",
    "country_id": "620",
    "date_prec": "2",
    "where_prec": "1",
    "event_clarity": "1",
    "date_start": "2020-01-18 00:00:00.000",
    "date_end": "2020-01-20 00:00:00.000",
    "best": "3",
    "high": "5",
    "low": "2",
}


def release(*events: dict[str, str]) -> bytes:
    lines = [",".join(COLUMNS)]
    lines += [",".join(f'"{(EVENT | e)[name]}"' for name in COLUMNS) for e in events]
    return "\n".join(lines).encode()


def test_an_event_is_read_with_its_own_codes():
    (row,) = ucdp.read(release({}))

    assert (row.code, row.rule, row.measure) == (
        "9001",
        "ucdp-ged.state-based",
        "deaths",
    )
    assert (str(row.date.earliest), str(row.date.latest)) == (
        "2020-01-18",
        "2020-01-20",
    )
    assert row.count == Count(2, 3, 5, Qualifier.BETWEEN)
    assert row.place_names == ("Tripoli town", "Tripoli")
    for said in ("9001", "best 3, low 2, high 5", "date precision 2", "status Clear"):
        assert said in row.words


@pytest.mark.parametrize(
    ("change", "count"),
    [
        pytest.param({"best": "0", "low": "0", "high": "0"}, None, id="nobody"),
        pytest.param(
            {"best": "4", "low": "4", "high": "4"}, Count.of(4), id="all agree"
        ),
        pytest.param(
            {"best": "0", "low": "0", "high": "4"},
            Count(0, 0, 4, Qualifier.BETWEEN),
            id="best is none, and yet perhaps four",
        ),
    ],
)
def test_estimates_become_bounds(change, count):
    (row,) = ucdp.read(release(change))

    assert row.count == count


def test_what_ucdp_still_checks_is_worth_less():
    clear, unclear = ucdp.read(release({}, {"code_status": "Check deaths"}))

    assert unclear.confidence < clear.confidence


@pytest.mark.parametrize(
    "change", [{"country_id": "616"}, {"date_start": "soon"}, {"best": "many"}]
)
def test_other_countries_and_broken_rows_are_passed_over(change):
    assert len(ucdp.read(release(change, {}))) == 1


def test_another_file_is_refused():
    with pytest.raises(Refusal) as refused:
        ucdp.read(b"a,b\n1,2")

    assert refused.value.outcome == Outcome.BROKEN
