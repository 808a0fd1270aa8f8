"""What an event of some kinds has beside."""

from __future__ import annotations

from datetime import date

import pytest

from talks.models import Truce
from talks.queries import event_details
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_step_of_a_round_shows_the_round():
    walkout = factories.event(kind="talks")
    factories.geneva_round().steps.add(walkout)

    found = event_details.round_of(walkout.pk, "en")

    assert (found["number"], found["mediator"].slug) == (1, "unsmil")


def test_a_head_is_named_whether_or_not_an_actor():
    opened = factories.geneva_round()
    first, second = opened.delegations.all()
    first.head = factories.haftar()
    first.save()
    second.head_name = "A general"
    second.save()

    sides = event_details.round_of(opened.event_id, "en")["sides"]

    assert sides[0]["head"].slug == "haftar"
    assert (sides[1]["head"], sides[1]["head_name"]) == (None, "A general")


def test_an_event_without_a_round_has_none():
    assert event_details.round_of(factories.event().pk, "en") is None


def test_violations_that_are_not_published_or_discounted_do_not_count():
    truce = factories.january_truce()
    factories.violation(truce)
    factories.violation(truce, status="draft")
    factories.violation(truce, discounted_reason="It was another place.")

    found = event_details.truce_of(truce.event_id, "en")

    assert found["violations_count"] == 1


def test_a_truce_tells_how_it_ended():
    truce = factories.january_truce()
    Truce.objects.filter(pk=truce.pk).update(ended_on=date(2020, 3, 1), end="lapsed")

    found = event_details.truce_of(truce.event_id, "en")

    assert (found["ended_on"], found["end"]) == (date(2020, 3, 1), "lapsed")


def test_a_commitment_stands_as_it_was_last_judged():
    promise = factories.commitment(factories.january_truce().event)
    factories.commitment_status(promise, level="ongoing", as_of=date(2020, 2, 1))
    factories.commitment_status(promise, level="breached", as_of=date(2020, 3, 1))

    found = event_details.commitments_in(promise.agreement_id, "en")

    assert [row["level"] for row in found] == ["breached"]
