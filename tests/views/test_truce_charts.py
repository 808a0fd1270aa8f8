"""The picture of a truce's violations, and its numbers."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from talks.queries import truces
from talks.queries.proof import Standard
from talks.views.asked import Asked
from talks.views.truce_charts import columns_table, draw
from tests import factories as make

pytestmark = pytest.mark.django_db
DAY = date(2024, 1, 1)
ASKED = Asked(DAY, True, Standard.ALL, (), ())


def drawn(*days: date, seen_on: date = DAY):
    for day in days:
        make.violation(make.january_truce(), day, who=[(make.lna(), "accused")])
    (row,) = truces.ledger(day=seen_on, language="en")
    return draw(row, row.counted(Standard.ALL), ASKED)


@pytest.mark.parametrize(
    ("last", "is_month"),
    [
        pytest.param(date(2020, 2, 18), False, id="weeks of a short truce"),
        pytest.param(date(2023, 2, 18), True, id="months of a long one"),
    ],
)
def test_the_numbers_are_those_of_the_bars(last, is_month):
    chart = drawn(date(2020, 1, 18), last, seen_on=last)

    table = columns_table(chart.picture)
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]

    assert [row["lna"] for row in rows] == [1, 1]
    assert (rows[0]["to"] - rows[0]["from"] == timedelta(6)) is not is_month


def test_a_truce_that_nobody_is_said_to_have_broken_has_no_picture():
    make.january_truce()

    assert drawn() is None
