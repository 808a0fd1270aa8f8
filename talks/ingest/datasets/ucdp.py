"""UCDP GED and its candidate releases, as CSV: events with deaths, low, best and high."""

from __future__ import annotations

import csv
import io

from talks.ingest.datasets.rows import Row, bounds, day_of
from talks.ingest.decoding import decode
from talks.ingest.refusals import Outcome, Refusal
from talks.values import PartialDate

_LIBYA = "620"  # Gleditsch and Ward
_NEEDED = {"id", "country_id", "date_start", "date_end", "best", "low", "high"}
_KINDS = {"1": "state-based", "2": "non-state", "3": "one-sided"}
# A candidate row that UCDP itself still checks is worth less.
_CLEAR, _UNCLEAR = 0.9, 0.6


def read(body: bytes) -> list[Row]:
    """Return the rows on Libya. Raises Refusal for what is no file of UCDP."""
    table = csv.DictReader(io.StringIO(decode(body)))
    if not set(table.fieldnames or ()) >= _NEEDED:
        raise Refusal(Outcome.BROKEN, "It has not the columns of UCDP GED.")
    rows = (row for row in table if row["country_id"].split(".")[0] == _LIBYA)
    return [read_row for row in rows if (read_row := _row(row))]


def _row(row: dict[str, str]) -> Row | None:
    try:
        earliest, latest = day_of(row["date_start"]), day_of(row["date_end"])
        low, best, high = (
            int(float(row[name] or 0)) for name in ("low", "best", "high")
        )
        when = PartialDate.spanning(earliest, latest)
    except (ValueError, TypeError):
        return None
    kind = _KINDS.get(row.get("type_of_violence", ""), "violence")
    where = _said(row, "where_coordinates", "adm_2", "adm_1")
    sides = _said(row, "side_a", "side_b")
    status = row.get("code_status") or "Clear"
    return Row(
        code=row["id"],
        words=(
            f"UCDP GED {row['id']}: {kind} violence, {earliest} to {latest}, "
            f"{', '.join(where) or 'place not given'}; {' against '.join(sides)}; deaths "
            f"best {best}, low {low}, high {high}; date precision "
            f"{row.get('date_prec') or '?'}, place precision {row.get('where_prec') or '?'}, "
            f"clarity {row.get('event_clarity') or '?'}, status {status}."
        ),
        rule=f"ucdp-ged.{kind}",
        date=when,
        is_event=True,
        measure="deaths",
        count=bounds(low, best, high),
        place_names=where,
        sides=sides,
        confidence=_CLEAR if status == "Clear" else _UNCLEAR,
    )


def _said(row: dict[str, str], *names: str) -> tuple[str, ...]:
    return tuple(words for name in names if (words := (row.get(name) or "").strip()))
