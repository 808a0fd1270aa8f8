"""The pages of places."""

from __future__ import annotations

import pytest

from tests import factories

pytestmark = pytest.mark.django_db


def test_a_place_is_listed_below_what_it_lies_in(client):
    factories.tripoli()

    shown = client.get("/places/").text

    assert shown.index(">Libya<") < shown.index(">Tripoli<")
    assert 'class="depth-1"' in shown


def test_a_place_holds_what_happened_in_its_parts(client):
    factories.january_truce()

    shown = client.get("/places/libya/").text

    assert "A truce takes effect around Tripoli" in shown
