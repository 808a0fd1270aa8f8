"""The page of changes: since the day asked for, or the last week."""

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


def test_without_a_day_it_is_the_last_week(client):
    shown = client.get("/changes/").text

    assert "New and changed since 3 February 2020" in shown
    assert "No event was published here since." in shown


@pytest.mark.parametrize("since", ["2020-02-11", "yesterday", "2020-13-01"])
def test_a_day_that_cannot_be_used_is_told(client, since):
    shown = client.get("/changes/", {"since": since}).text

    assert "Some of what the address asks for could not be used" in shown
    assert "New and changed since 3 February 2020" in shown


def test_new_events_and_claims_are_shown(client):
    event = factories.event(title="A truce")
    factories.figure(factories.article(), event=event, as_stated="at least 12 dead")

    shown = client.get("/changes/?since=2020-01-01").text

    assert "A truce" in shown
    assert "at least 12 dead" in shown


def test_a_changed_event_shows_before_and_after_in_words(client):
    event = factories.event(title="A truce", modality="announced")
    event.history.update(pgh_created_at="2020-02-01T00:00Z")
    event.modality = "took_effect"
    event.save()

    shown = client.get("/changes/?since=2020-02-05").text

    assert "<del>Announced</del> <ins>Took effect</ins>" in shown


def test_the_link_to_keep_names_today(client):
    assert 'href="/changes/?since=2020-02-10"' in client.get("/changes/").text
