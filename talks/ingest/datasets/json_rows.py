"""The rows of a data API's answer, whatever else is in it."""

from __future__ import annotations

from typing import Any

from talks.ingest.decoding import decode, read_json
from talks.ingest.refusals import Outcome, Refusal


def rows_of(body: bytes, *, key: str) -> list[dict[str, Any]]:
    """Return the objects of a list, bare or under `key`. Raises Refusal for other answers."""
    try:
        answer = read_json(decode(body))
    except (ValueError, RecursionError):
        raise Refusal(Outcome.BROKEN, "It is not JSON.") from None
    rows = answer.get(key) if isinstance(answer, dict) else answer
    if not isinstance(rows, list):
        raise Refusal(Outcome.BROKEN, f"It has no list of rows under {key!r}.")
    return [row for row in rows if isinstance(row, dict)]


def whole(value: Any) -> int | None:
    """Return a count of people from a number or its digits; None for anything else."""
    try:
        number = int(float(value))
    except (ValueError, TypeError, OverflowError):
        return None
    return number if number >= 0 else None
