"""What the database guarantees of rounds of talks."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError

from talks.models import Delegation, PromisedMeeting
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


def test_whoever_is_named_came_and_stayed_unless_told_otherwise():
    came = Delegation.objects.create(
        round=factories.geneva_round(), party=factories.actor()
    )

    assert came.attendance == "came"


def test_a_promised_meeting_is_planned_from_a_day_to_a_later_one():
    with pytest.raises(IntegrityError, match="promised_meeting_begins_before"):
        PromisedMeeting.objects.create(
            slug="next-round",
            event=factories.event(kind="talks"),
            what="Next round",
            planned_from=date(2020, 3, 2),
            planned_until=date(2020, 3, 1),
        )


def test_a_promise_outlives_the_round_that_kept_it():
    promise = PromisedMeeting.objects.create(
        slug="next-round",
        event=factories.event(kind="talks"),
        what="Next round",
        kept_by=factories.geneva_round(),
    )

    promise.kept_by.delete()
    promise.refresh_from_db()

    assert promise.kept_by is None
