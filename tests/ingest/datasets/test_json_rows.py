"""The rows of a data API's answer."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talks.ingest.datasets.json_rows import rows_of, whole
from talks.ingest.refusals import Outcome, Refusal

ROWS = [
    pytest.param(b'{"data": [{"a": 1}, {"a": 2}]}', id="under its key"),
    pytest.param(b'[{"a": 1}, {"a": 2}]', id="a bare list"),
    pytest.param(b'\xef\xbb\xbf[{"a": 1}, {"a": 2}]', id="behind a byte order mark"),
    pytest.param(b'[{"a": 1}, "note", null, {"a": 2}]', id="among other things"),
]
NO_ROWS = [
    pytest.param(b"<html></html>", id="a page"),
    pytest.param(b'{"data": [', id="cut off"),
    pytest.param(b'{"error": "no key"}', id="an error"),
    pytest.param(b'{"data": {"a": 1}}', id="one object"),
    pytest.param(b'"data"', id="a string"),
    pytest.param(b"[" * 100_000, id="endless depth"),
]


@pytest.mark.parametrize("body", ROWS)
def test_the_objects_of_a_list_are_rows(body):
    assert rows_of(body, key="data") == [{"a": 1}, {"a": 2}]


@pytest.mark.parametrize("body", NO_ROWS)
def test_any_other_answer_is_broken(body):
    with pytest.raises(Refusal) as refused:
        rows_of(body, key="data")

    assert refused.value.outcome == Outcome.BROKEN


@pytest.mark.parametrize(
    ("value", "count"),
    [
        pytest.param(12, 12, id="a number"),
        pytest.param(0, 0, id="nobody"),
        pytest.param(12.0, 12, id="a float"),
        pytest.param("12", 12, id="digits"),
        pytest.param("12.0", 12, id="digits of a float"),
        pytest.param(-1, None, id="below zero"),
        pytest.param("", None, id="empty"),
        pytest.param("many", None, id="a word"),
        pytest.param(None, None, id="none"),
        pytest.param([1], None, id="a list"),
        pytest.param("nan", None, id="not a number"),
        pytest.param("inf", None, id="endless"),
    ],
)
def test_a_count_of_people_is_a_whole_number(value, count):
    assert whole(value) == count


def test_an_empty_answer_is_its_own_outcome():
    with pytest.raises(Refusal) as refused:
        rows_of(b"", key="data")

    assert refused.value.outcome == Outcome.EMPTY


@given(st.binary(max_size=200))
def test_no_bytes_break_it(body):
    rows = []
    with suppress(Refusal):
        rows = rows_of(body, key="data")

    assert all(isinstance(row, dict) for row in rows)
