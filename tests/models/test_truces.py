"""Which truces are in force, and what the database refuses of them."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from talks.models import Truce, TruceParty
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_truce_is_in_force_from_its_effect_until_the_day_it_ended():
    truce = factories.january_truce()
    truce.ended_on, truce.end = date(2020, 3, 1), Truce.End.COLLAPSED
    truce.save()

    assert list(Truce.objects.in_force(date(2020, 1, 12))) == [truce]
    assert list(Truce.objects.in_force(date(2020, 2, 29))) == [truce]
    assert not Truce.objects.in_force(date(2020, 1, 11))
    assert not Truce.objects.in_force(date(2020, 3, 1))


def test_a_truce_without_an_end_is_still_in_force():
    truce = factories.january_truce()

    assert list(Truce.objects.in_force(date(2024, 1, 1))) == [truce]


def test_a_declared_truce_is_not_in_force_before_it_took_effect():
    factories.truce(factories.event(kind="truce"), effective_on=None)

    assert not Truce.objects.in_force(factories.TODAY)


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        pytest.param(
            {"ended_on": date(2020, 3, 1)}, "truce_that_ended_says_how", id="no how"
        ),
        pytest.param(
            {"end": "lapsed"}, "truce_that_ended_says_how", id="how but no day"
        ),
        pytest.param(
            {"ended_on": date(2019, 1, 1), "end": "lapsed"},
            "truce_ends_after_it_was_declared",
            id="over before it was declared",
        ),
    ],
)
def test_an_impossible_truce_is_refused(fields, constraint):
    event = factories.event(kind="truce")

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        factories.truce(event, **fields)


def test_a_side_has_one_position_in_a_truce():
    truce = factories.january_truce()

    with pytest.raises(IntegrityError, match="truce_party_once"):
        TruceParty.objects.create(truce=truce, actor=factories.lna(), position="silent")


def test_violations_point_at_the_truce_they_broke():
    truce = factories.january_truce()

    broken = factories.violation(truce)

    assert truce.violations.get().event == broken
