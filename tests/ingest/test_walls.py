"""Pages that stand in for what was asked."""

from __future__ import annotations

import pytest

from talks.ingest.refusals import Outcome, Refusal
from talks.ingest.walls import refuse_stand_ins
from tests.ingest.invented import TEXT, page


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        pytest.param(
            "<title>Just a moment...</title>", Outcome.BOT_WALL, id="Cloudflare"
        ),
        pytest.param(
            "<TITLE>Attention Required! | Cloudflare", Outcome.BOT_WALL, id="block"
        ),
        pytest.param("<title> Access denied</title>", Outcome.BOT_WALL, id="denied"),
        pytest.param(
            "<title>Sucuri WebSite Firewall - Stop", Outcome.BOT_WALL, id="Sucuri"
        ),
        pytest.param(
            '<script src="/_Incapsula_Resource?x">', Outcome.BOT_WALL, id="Imperva"
        ),
        pytest.param(
            "Please limit requests to one every 5 s", Outcome.THROTTLED, id="GDELT"
        ),
        pytest.param("429 Too Many Requests", Outcome.THROTTLED, id="too many"),
    ],
)
def test_walls_and_throttle_notes_are_known(text: str, outcome: Outcome):
    with pytest.raises(Refusal) as refused:
        refuse_stand_ins(text)

    assert refused.value.outcome == outcome


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(page(), id="a report"),
        pytest.param(
            TEXT + "There were too many requests for bread. " * 30, id="the words"
        ),
        pytest.param("<title>Truce holds, just a moment of calm</title>", id="a title"),
    ],
)
def test_a_report_that_uses_their_words_is_none(text: str):
    refuse_stand_ins(text)
