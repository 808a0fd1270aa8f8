"""The overview names its sources and never calls silence peace."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
import time_machine

from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("february")]


@pytest.fixture
def february():
    with time_machine.travel(datetime(2020, 2, 10, 12, tzinfo=UTC), tick=False):
        yield


def test_an_empty_house_is_no_error(client):
    shown = client.get("/").text

    assert "None in force" in shown
    assert "No claim" in shown


def test_a_truce_in_force_has_its_day_and_source(client):
    factories.january_truce()

    shown = client.get("/").text

    assert "since 12 January 2020" in shown
    assert "A truce takes effect around Tripoli" in shown


def test_the_last_round_is_named_in_the_readers_language(client):
    held = factories.geneva_round()
    held.series_fr = "Commission militaire"
    held.save()

    assert "Commission militaire" in client.get("/fr/").text
    assert held.series in client.get("/").text


def test_the_standard_of_proof_travels_in_the_address(client):
    factories.violation(factories.january_truce(), factories.TODAY, title="Guns again")

    assert "Guns again" in client.get("/").text
    assert "Guns again" not in client.get("/?proof=confirmed").text
    assert 'href="?proof=two"' in client.get("/").text


def test_days_since_the_last_reported_violation(client):
    factories.violation(factories.january_truce(), factories.TODAY, title="Guns again")

    shown = client.get("/").text

    assert "6 days ago" in shown
    assert "Guns again" in shown
    assert "That none is reported does not mean that there is none." in shown
