"""The pages of actors."""

from __future__ import annotations

import pytest

from tests import factories

pytestmark = pytest.mark.django_db


def test_the_list_stands_by_kind(client):
    factories.haftar()
    factories.gna()

    shown = client.get("/actors/").text

    assert shown.index("Government of National Accord") < shown.index("Khalifa Haftar")
    assert 'id="person"' in shown


def test_an_actor_has_names_in_every_script(client):
    factories.gna()

    shown = client.get("/fr/actors/gna/").text

    assert "Gouvernement d&#39;union nationale" in shown
    assert 'lang="ar" dir="rtl">حكومة الوفاق الوطني' in shown


def test_roles_lead_to_the_timeline(client):
    factories.geneva_round()

    assert (
        "/timeline/?actor=unsmil&amp;role=mediator"
        in client.get("/actors/unsmil/").text
    )
