"""Titles proposed from what was found."""

from __future__ import annotations

import pytest

from talks.models import Actor, Place
from talks.review.titles import propose_title

GENEVA = Place(name="Geneva", kind="city")
AIRPORT = Place(name="Mitiga airport", kind="airport")
ACTORS = [Actor(name=name) for name in ("GNA", "LNA", "UNSMIL", "Italy", "Egypt")]


@pytest.mark.parametrize(
    ("kind", "modality", "actors", "place", "title"),
    [
        pytest.param("talks", "observed", 0, None, "Talks", id="bare"),
        pytest.param("talks", "observed", 1, GENEVA, "Talks in Geneva: GNA", id="one"),
        pytest.param("talks", "observed", 2, None, "Talks: GNA and LNA", id="two"),
        pytest.param(
            "talks", "observed", 3, None, "Talks: GNA, LNA and UNSMIL", id="three"
        ),
        pytest.param(
            "talks",
            "observed",
            5,
            None,
            "Talks: GNA, LNA, UNSMIL and 2 more",
            id="five",
        ),
        pytest.param("truce", "announced", 0, None, "Truce announced", id="announced"),
        pytest.param("truce", "took_effect", 0, None, "Truce in effect", id="effect"),
        pytest.param("statement", "announced", 0, None, "Statement", id="only words"),
        pytest.param(
            "attack", "denied", 0, AIRPORT, "Attack denied at Mitiga airport", id="at"
        ),
    ],
)
def test_a_title_says_what_where_and_who(kind, modality, actors, place, title):
    finding = {"kind": kind, "modality": modality}

    assert propose_title(finding, ACTORS[:actors], place) == title


def test_a_title_fits_its_column():
    long = [Actor(name="N" * 150), Actor(name="M" * 150)]

    title = propose_title({"kind": "talks", "modality": "observed"}, long, None)

    assert len(title) == 200
    assert title.endswith("…")
