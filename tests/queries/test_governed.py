"""Which event a row belongs to, and who changed it last."""

from __future__ import annotations

import pytest
from django.apps import apps

from talks.models import Delegation, Event, Figure, Participation, Round, SignOff
from talks.models.base import history_apart
from talks.queries.governed import EVENT_OF, approved_among, event_of, last_author
from tests import factories
from tests.review.people import changed, done_by, person

pytestmark = pytest.mark.django_db

# Point at one without being part of what its page says.
APART = {"suggestion", "proposedchange", "signoff"}


def test_whatever_hangs_on_an_event_is_governed_or_known_not_to_be():
    pointing = {
        model._meta.model_name
        for model in apps.get_app_config("talks").get_models()
        for field in model._meta.concrete_fields
        if field.related_model in EVENT_OF and hasattr(model, "pgh_event_models")
    }

    known = {model._meta.model_name for model in EVENT_OF} | APART
    assert pointing - known == set()


def test_a_row_knows_its_event_however_far_it_is():
    held = factories.geneva_round()
    sitting = {"round_id": held.pk}

    assert event_of(Event, 7, {}, {}) == 7
    assert event_of(Participation, 1, {"event_id": 7}, {}) == 7
    assert event_of(Figure, 1, {"event_id": None}, {}) is None
    assert event_of(Delegation, 1, sitting, {}) == held.event_id


def test_a_part_of_what_is_gone_is_of_the_event_that_had_it():
    assert event_of(Delegation, 1, {"round_id": 5}, {(Round, 5): 7}) == 7
    assert event_of(Delegation, 1, {"round_id": 5}, {}) is None


def test_only_approved_events_are_shown():
    shown, draft = factories.event(), factories.event(status="draft")

    assert approved_among([shown.pk, draft.pk]) == {shown.pk}


@pytest.mark.django_db(transaction=True)
def test_the_last_to_change_it_is_its_author():
    event = factories.event()
    assert last_author(event) is None

    done_by(person("amal"), changed(event, title="Hers"))
    done_by(person("basma"), changed(event.citations.get(), translation="His"))

    assert last_author(event) == person("basma")


def test_who_signs_off_is_no_author():
    event = factories.event()
    done_by(person("amal"), changed(event, title="Hers"))

    with history_apart(user=person("basma").pk, sign_off=SignOff.Verb.RETURNED.value):
        changed(event, status="draft")()

    assert last_author(event) == person("amal")
