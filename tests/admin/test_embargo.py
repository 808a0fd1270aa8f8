"""Entering a breach of the embargo on the page of its event."""

from __future__ import annotations

import pytest

from talks.models import EmbargoViolation
from tests import factories
from tests.admin.forms import added, errors_of, fields_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def address():
    event = factories.event(kind="embargo_violation")
    return f"/admin/talks/event/{event.pk}/change/"


def test_the_breach_is_entered_with_its_event(staff, address):
    page = staff.get(address)
    given = added(
        page,
        "embargo_violation",
        item="ships",
        carrier="A cargo ship",
        recipient=factories.lna().pk,
    )

    response = staff.post(address, fields_of(page) | given)

    assert response.status_code == 302, errors_of(response)
    assert EmbargoViolation.objects.get().recipient == factories.lna()


def test_nobody_supplies_themselves(staff, address):
    page, lna = staff.get(address), factories.lna().pk
    given = added(page, "embargo_violation", item="arms", supplier=lna, recipient=lna)

    response = staff.post(address, fields_of(page) | given)

    assert "Supplier and recipient cannot be the same." in errors_of(response)
