"""Entering a round of talks with its delegations."""

from __future__ import annotations

import pytest

from tests import factories
from tests.admin.forms import added, errors_of, fields_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def address():
    return f"/admin/talks/round/{factories.geneva_round().pk}/change/"


def test_a_delegation_and_a_step_are_added_to_a_round(staff, address):
    walk_out = factories.event(title="A walk-out")
    page = staff.get(address)
    party = factories.actor()
    given = added(
        page,
        "delegations",
        party=party.pk,
        size=5,
        head_name="A colonel",
        members="A major, A captain",
        attendance="left",
    )

    response = staff.post(
        address, fields_of(page) | given | added(page, "round_steps", event=walk_out.pk)
    )

    assert response.status_code == 302, errors_of(response)
    held = factories.geneva_round()
    delegation = held.delegations.get(party=party)
    assert delegation.head_name == "A colonel"
    assert delegation.members == ["A major", "A captain"]
    assert list(held.steps.all()) == [walk_out]


def test_a_round_ends_after_it_began(staff, address):
    page = staff.get(address)

    response = staff.post(address, fields_of(page) | {"ended_on": "2020-01-01"})

    assert "It cannot have ended before it began." in errors_of(response)
