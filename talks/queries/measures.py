"""The measures of which anything is claimed, as their list shows them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db.models import CharField, Value
from django.db.models.functions import Coalesce

from talks.models import Figure
from talks.queries.figures import known_by


@dataclass(frozen=True, slots=True)
class Summary:
    """A measure on the list of all measures."""

    measure: str
    populations: list[tuple[str, int]]
    claims: int
    speakers: int
    first: date
    last: date


def summaries(day: date) -> list[Summary]:
    """Return the measures of which anything was claimed by `day`; one query."""
    rows = list(
        known_by(day).values_list(
            "measure", "population", "as_of_latest", _speaker_slug()
        )
    )
    return [
        _summary(measure, [row for row in rows if row[0] == measure])
        for measure in Figure.Measure.values
        if any(row[0] == measure for row in rows)
    ]


def _summary(measure: str, rows: list[tuple[str, str, date, str]]) -> Summary:
    days = [row[2] for row in rows]
    return Summary(
        measure,
        Counter(row[1] for row in rows).most_common(),
        len(rows),
        len({row[3] for row in rows}),
        min(days),
        max(days),
    )


def _speaker_slug() -> Coalesce:
    return Coalesce(
        "attributed_actor__slug",
        "attributed_source__slug",
        "article__source__slug",
        Value(""),
        output_field=CharField(),
    )
