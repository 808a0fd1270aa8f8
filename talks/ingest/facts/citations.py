"""Who speaks in the reports that an event rests on, and how."""

from __future__ import annotations

from collections.abc import Sequence

from talks.ingest.facts.cells import CellError, Cells
from talks.ingest.facts.fact import Values
from talks.ingest.facts.reports import Report
from talks.models import Citation


def read_citations(cells: Cells, reports: Sequence[Report]) -> list[Values]:
    """Return a citation for each voice in each report: the outlet's own unless told.

    The cell lists voices as `stance:speaker:report`, the report by its place among
    those cited; a speaker left out is the outlet itself.
    """
    voices: dict[int, list[Values]] = {}
    for part in cells.listed("voices"):
        stance, speaker, place = cells.split("voices", part, "stance:speaker:report")
        voices.setdefault(_place(cells, place, reports), []).append(
            {
                "stance": cells.chosen("voices", stance, Citation.Stance),
                "speaker__slug": speaker and cells.known("voices", speaker, "actors"),
            }
        )
    return [
        {
            "article__identity": report.identity,
            "stance": voice["stance"],
            "speaker__slug": voice["speaker__slug"] or None,
        }
        for place, report in enumerate(reports, start=1)
        for voice in voices.get(place, [_OWN])
    ]


_OWN: Values = {"stance": Citation.Stance.REPORTS.value, "speaker__slug": None}


def _place(cells: Cells, place: str, reports: Sequence[Report]) -> int:
    number = cells.counted("voices", place) or 0
    if not 1 <= number <= len(reports):
        message = f"{place!r} is not the place of one of {len(reports)} reports"
        raise CellError("voices", message)
    return number
