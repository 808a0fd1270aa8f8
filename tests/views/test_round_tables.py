"""Rounds and promises as rows."""

from __future__ import annotations

from datetime import date

import pytest

from talks.queries import rounds
from talks.views.round_tables import rounds_table, whole_table
from tests import factories as make

pytestmark = pytest.mark.django_db
DAY = date(2024, 1, 1)


def test_every_row_has_a_cell_for_every_column():
    held = make.geneva_round()
    make.promised_meeting(held.event, round=held)
    series = rounds.series(day=DAY, language="en")
    promises = rounds.promises(series, day=DAY, language="en")

    for table in (rounds_table(series), whole_table(series, promises)):
        assert {len(row) for row in table.rows} == {len(table.columns)}


def test_a_promise_is_a_row_that_says_what_became_of_it():
    held = make.geneva_round()
    make.promised_meeting(held.event, round=held, what="A second round")
    series = rounds.series(day=DAY, language="en")
    promises = rounds.promises(series, day=DAY, language="en")

    table = whole_table(series, promises)
    whole, promise = (dict(zip(table.columns, row, strict=True)) for row in table.rows)

    assert whole["delegations"] == "gna:5::came | lna:5::came"
    assert (promise["promised"], promise["outcome"]) == ("A second round", "never")
