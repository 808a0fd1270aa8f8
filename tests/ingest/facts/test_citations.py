"""Voices in reports: each report by its place, the outlet's own voice where none is told."""

from __future__ import annotations

import pytest

from talks.ingest.facts.cells import CellError, Cells
from talks.ingest.facts.citations import read_citations
from talks.ingest.facts.reports import Report

SLUGS = {"actors": frozenset({"mission", "army"})}
FIRST, SECOND = Report("gazette", "The letter"), Report("gazette", "The note")


def read(voices: str) -> list[tuple[str, str, str | None]]:
    cells = Cells({"voices": voices}, SLUGS)
    return [
        (
            "first" if row["article__identity"] == FIRST.identity else "second",
            row["stance"],
            row["speaker__slug"],
        )
        for row in read_citations(cells, [FIRST, SECOND])
    ]


@pytest.mark.parametrize(
    ("voices", "citations"),
    [
        pytest.param(
            "", [("first", "reports", None), ("second", "reports", None)], id="none"
        ),
        pytest.param(
            "alleges:mission:2",
            [("first", "reports", None), ("second", "alleges", "mission")],
            id="one, instead of the outlet",
        ),
        pytest.param(
            "alleges:mission:1|denies:army:1|reports::1",
            [
                ("first", "alleges", "mission"),
                ("first", "denies", "army"),
                ("first", "reports", None),
                ("second", "reports", None),
            ],
            id="several in one report",
        ),
    ],
)
def test_a_citation_is_made_for_each_voice(voices, citations):
    assert read(voices) == citations


@pytest.mark.parametrize(
    ("voices", "words"),
    [
        pytest.param("alleges:mission", "stance:speaker:report", id="cut short"),
        pytest.param("shouts:mission:1", "'shouts' is not one of", id="no stance"),
        pytest.param(
            "alleges:nobody:1", "'nobody' is not among the actors", id="no actor"
        ),
        pytest.param("alleges:mission:3", "not the place of one of 2", id="too far"),
        pytest.param("alleges:mission:0", "not the place of one of 2", id="nought"),
        pytest.param("alleges:mission:x", "not a whole number", id="no number"),
    ],
)
def test_a_voice_that_cannot_be_read_is_said(voices, words):
    with pytest.raises(CellError, match=words):
        read(voices)
