"""What the reader hands on: values that nobody can change on the way."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from talks.detect.findings import (
    Evidence,
    Findings,
    FoundEvent,
    FoundFigure,
    Mention,
    Status,
)
from talks.values import Count

EVIDENCE = Evidence(0, 4, "Five")
MENTION = Mention("place", "sirte", EVIDENCE, "only", 0.9)
FIGURE = FoundFigure(
    *("deaths", "all", Count(5, 5, 5), "incident", "Five"),
    *(EVIDENCE, "en-deaths@1", 0.9),
)
EVENT = FoundEvent("attack", "observed", (EVIDENCE,), "en-attack@1", 0.9)
FINDINGS = Findings("en", "Five dead", True, "", "1", (MENTION,), (FIGURE,), (EVENT,))


@pytest.mark.parametrize(
    "found",
    [EVIDENCE, MENTION, FIGURE, EVENT, FINDINGS],
    ids=lambda found: type(found).__name__,
)
def test_a_finding_cannot_be_changed(found):
    name = next(iter(type(found).__slots__))

    with pytest.raises(FrozenInstanceError):
        setattr(found, name, None)


def test_equal_findings_are_one():
    again = Evidence(0, 4, "Five")

    assert {EVIDENCE, again} == {EVIDENCE}


def test_what_is_said_plainly_is_asserted_to_have_occurred():
    assert EVENT.status is FIGURE.status is Status.OCCURRED
    assert FIGURE.assertion == "asserted"


def test_what_the_text_does_not_say_is_left_open():
    assert (FIGURE.as_of, FIGURE.place, FIGURE.attributed_to) == (None, None, None)
    assert (EVENT.date, EVENT.place, EVENT.actors) == (None, None, ())
    assert not EVENT.date_is_assumed


def test_a_status_is_written_as_annotations_write_it():
    assert {str(status) for status in Status} == {
        *("occurred", "planned", "denied", "called_for", "background")
    }
