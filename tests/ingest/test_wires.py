"""The agency behind a reprint."""

from __future__ import annotations

import pytest

from talks.ingest.wires import find_wire

BODY = "The two delegations sat in separate rooms on Monday."


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        pytest.param(
            f"Talks\n\nGENEVA, Feb 4 (Reuters) - {BODY}", "Reuters", id="Reuters"
        ),
        pytest.param(f"Talks\n\nGENEVA (AP) — {BODY}", "AP", id="AP"),
        pytest.param(f"Discussions\n\nGenève (AFP) – {BODY}", "AFP", id="AFP"),
        pytest.param(f"Discussions\n\n{BODY}\n\navec AFP", "AFP", id="last line"),
        pytest.param(
            "محادثات\n\nجنيف (رويترز) - جلس الوفدان في قاعتين", "Reuters", id="Arabic"
        ),
        pytest.param(
            "محادثات\n\nجنيف - أ ف ب - جلس الوفدان في قاعتين", "AFP", id="Arabic AFP"
        ),
        pytest.param(f"Talks\n\n{BODY}", "", id="own report"),
        pytest.param(f"Talks\n\nA colonel told Reuters that {BODY}", "", id="a quote"),
    ],
)
def test_agencies_are_known_by_where_they_sign(text: str, agency: str):
    assert find_wire(text) == agency


def test_a_byline_names_the_agency():
    assert find_wire(f"Talks\n\n{BODY}", byline="Agence France-Presse") == "AFP"


def test_an_agency_is_not_its_own_reprint():
    text = f"Talks\n\nGENEVA, Feb 4 (Reuters) - {BODY}"

    assert find_wire(text, publisher="Reuters") == ""
