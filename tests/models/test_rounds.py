"""What the database guarantees of rounds of talks."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError

from talks.models import Delegation
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_round_ends_after_it_began():
    with pytest.raises(IntegrityError, match="round_begins_before_it_ends"):
        factories.round_of_talks(
            factories.event(kind="talks"), ended_on=date(2019, 1, 1)
        )


def test_a_number_is_used_once_in_a_series():
    factories.geneva_round()

    with pytest.raises(IntegrityError, match="round_number_once_a_series"):
        factories.round_of_talks(factories.event(kind="talks"), number=1)


def test_rounds_without_a_number_stand_side_by_side():
    first = factories.round_of_talks(factories.event(kind="talks"))
    second = factories.round_of_talks(factories.event(kind="talks"))

    assert first.series == second.series


def test_a_party_sends_one_delegation_to_a_round():
    with pytest.raises(IntegrityError, match="delegation_once_a_round"):
        Delegation.objects.create(round=factories.geneva_round(), party=factories.lna())
