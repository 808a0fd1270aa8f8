"""The method says what each word means, from the lists of the code."""

from __future__ import annotations

import pytest

from talks.models import Event


@pytest.mark.parametrize("label", [*Event.Kind.labels, *Event.Track.labels])
def test_every_kind_and_track_has_its_sign(client, label):
    assert label in client.get("/method/").text
