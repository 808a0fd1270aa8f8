"""What the database guarantees of actors, their spellings and affiliations."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from talks.models import ActorAlias, Affiliation
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_spelling_belongs_to_an_actor_once_whatever_its_case():
    ActorAlias.objects.create(actor=factories.haftar(), text="Hifter")

    with pytest.raises(IntegrityError, match="actor_alias_once"):
        ActorAlias.objects.create(actor=factories.haftar(), text="HIFTER")


def test_a_spelling_may_mean_several_actors():
    for actor in (factories.gna(), factories.actor()):
        ActorAlias.objects.create(actor=actor, text="the unity government")

    assert ActorAlias.objects.filter(text="the unity government").count() == 2


def test_an_actor_is_active_from_a_day_to_a_later_one():
    with pytest.raises(IntegrityError, match="actor_active_days_in_order"):
        factories.actor(active_from=date(2021, 3, 16), active_to=date(2016, 3, 30))


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        pytest.param(
            {"began_earliest": date(2020, 1, 1)},
            "affiliation_begin_in_order",
            id="half a beginning",
        ),
        pytest.param(
            {"ended_earliest": date(2020, 2, 1), "ended_latest": date(2020, 1, 1)},
            "affiliation_end_in_order",
            id="end out of order",
        ),
    ],
)
def test_an_impossible_affiliation_is_refused(fields, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        factories.affiliation(**fields)


def test_an_actor_is_not_affiliated_with_itself():
    with pytest.raises(IntegrityError, match="affiliation_is_with_another"):
        Affiliation.objects.create(actor=factories.lna(), body=factories.lna())
