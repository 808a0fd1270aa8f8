"""Claims and sums as rows: what a spreadsheet needs to use them as they may be used."""

from __future__ import annotations

from datetime import date

from talks.queries.claims import sums
from talks.views.claim_tables import claims_table, sums_table
from tests import claims as make


def test_a_claim_is_a_row_with_its_bounds_and_report(rf):
    claim = make.claim("more than 2,000", date(2019, 7, 8), slug="toll")

    table = claims_table([claim], rf.get("/"))
    row = dict(zip(table.columns, next(iter(table.rows)), strict=True))

    assert (row["slug"], row["low"], row["high"]) == ("toll", 2000, None)
    assert (row["qualifier"], row["corrected"]) == ("more_than", False)
    assert row["report"] == f"http://testserver/articles/{claim.article}/"


def test_a_month_names_the_claims_it_adds_and_what_is_missing():
    day = date(2020, 1, 4)
    months = sums([make.toll(12, 1, day, slug="one")], [(1, day), (2, day)])

    table = sums_table(months)

    assert list(table.rows) == [["2020-01", 12, 12, False, 1, 1, "one"]]
