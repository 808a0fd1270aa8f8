"""HDX HAPI v2, as JSON: displaced and returned people, country totals."""

from __future__ import annotations

from datetime import date
from typing import Any

from talks.ingest.datasets.json_rows import rows_of, whole
from talks.ingest.datasets.rows import Row, day_of
from talks.values import Count, PartialDate


def read_displaced(body: bytes) -> list[Row]:
    """Return the stock of displaced people of each reporting round."""
    return _totals(body, measure="displaced", word="displaced")


def read_returned(body: bytes) -> list[Row]:
    """Return the stock of returned people of each reporting round."""
    return _totals(body, measure="returned", word="returned")


def _totals(body: bytes, *, measure: str, word: str) -> list[Row]:
    """Return the country's totals; parts of them would be counted twice.

    Rows are chosen by code, never by name: "Mali" is also in "Somalia".
    """
    totals: dict[str, Row] = {}
    for row in rows_of(body, key="data"):
        day, people = _day(row), whole(row.get("population"))
        is_total = str(row.get("admin_level", "0")) == "0"
        if (
            row.get("location_code") == "LBY"
            and is_total
            and day
            and people is not None
        ):
            made = _row(row, day, people, measure=measure, word=word)
            totals[made.code] = made
    return list(totals.values())


def _day(row: dict[str, Any]) -> date | None:
    try:
        return day_of(str(row.get("reference_period_end") or ""))
    except ValueError:
        return None


def _row(
    row: dict[str, Any], day: date, people: int, *, measure: str, word: str
) -> Row:
    said = str(row.get("reporting_round") or "not numbered")
    return Row(
        code=f"{measure}:{said}:{day}",
        words=(
            f"HDX HAPI, round {said}, period to {day}: {people} people {word} in Libya "
            f"({row.get('assessment_type') or 'assessment not named'})."
        ),
        rule=f"hapi.{measure}",
        date=PartialDate.of_day(day),
        measure=measure,
        count=Count.of(people),
        place_names=("Libya",),
    )
