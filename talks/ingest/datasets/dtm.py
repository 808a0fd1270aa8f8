"""IOM DTM API v3, as JSON: how many displaced people were present, a stock on a day."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

from talks.ingest.datasets.json_rows import rows_of, whole
from talks.ingest.datasets.rows import Row, day_of
from talks.values import Count, PartialDate


def read(body: bytes) -> list[Row]:
    """Return the latest stock of each operation in Libya.

    Rounds are numbered per operation, so the reporting day decides. Rows are split by
    reason and origin; the same split given twice counts once.
    """
    stocks: dict[str, dict[date, dict[tuple[str, ...], int]]] = defaultdict(dict)
    for row in rows_of(body, key="result"):
        if str(row.get("admin0Pcode", "")).upper() not in {"LBY", "LY"}:
            continue
        present, day = whole(row.get("numPresentIdpInd")), _day(row)
        if present is None or day is None:
            continue
        operation = str(row.get("operation", ""))
        stocks[operation].setdefault(day, {})[_split(row)] = present
    return [
        _row(operation, max(days), days[max(days)])
        for operation, days in stocks.items()
    ]


def _split(row: dict[str, Any]) -> tuple[str, ...]:
    names = ("admin1Pcode", "admin2Pcode", "displacementReason", "idpOriginAdmin1Pcode")
    return tuple(str(row.get(name, "")) for name in names)


def _day(row: dict[str, Any]) -> date | None:
    try:
        return day_of(str(row.get("reportingDate", "")))
    except ValueError:
        return None


def _row(operation: str, day: date, parts: dict[tuple[str, ...], int]) -> Row:
    total = sum(parts.values())
    return Row(
        code=f"{operation}:{day}",
        words=(
            f"IOM DTM, {operation or 'operation not named'}, reported {day}: "
            f"{total} displaced individuals present, in {len(parts)} rows."
        ),
        rule="dtm.present",
        date=PartialDate.of_day(day),
        measure="displaced",
        count=Count.of(total),
        place_names=("Libya",),
    )
