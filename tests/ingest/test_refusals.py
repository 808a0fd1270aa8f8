"""Why a step could not be done, and whether it may be done another day."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from talks.ingest.refusals import Outcome, Refusal

AGAIN_AT = datetime(2020, 2, 4, 13, tzinfo=UTC)
PASSING = [
    *(Outcome.THROTTLED, Outcome.TIMEOUT, Outcome.TLS, Outcome.UNREACHABLE),
    *(Outcome.SERVER_ERROR, Outcome.BOT_WALL, Outcome.FAILED),
]
LASTING = [outcome for outcome in Outcome if outcome not in PASSING]


def test_a_refusal_says_its_reason():
    refusal = Refusal(Outcome.GONE, "The page is gone.", status_code=410)

    assert str(refusal) == refusal.reason == "The page is gone."
    assert (refusal.outcome, refusal.status_code) == (Outcome.GONE, 410)


def test_a_refusal_may_say_when_to_come_back():
    refusal = Refusal(Outcome.THROTTLED, "Too often.", again_at=AGAIN_AT)

    assert refusal.again_at == AGAIN_AT


@pytest.mark.parametrize("outcome", PASSING)
def test_what_lies_with_the_server_or_the_line_may_pass(outcome):
    assert Refusal(outcome, "Not now.").may_pass


@pytest.mark.parametrize("outcome", LASTING)
def test_what_lies_with_the_address_or_the_page_stays(outcome):
    assert not Refusal(outcome, "Never.").may_pass
