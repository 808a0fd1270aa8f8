"""Truces and what is said to have broken them."""

from __future__ import annotations

import pytest

from talks.models import TruceViolation
from tests import factories
from tests.admin.forms import added, errors_of, fields_of

pytestmark = pytest.mark.django_db


def test_a_violation_names_the_truce_on_its_own_page(staff):
    truce = factories.january_truce()
    shelling = factories.event(kind="truce_violation")
    address = f"/admin/talks/event/{shelling.pk}/change/"
    page = staff.get(address)

    response = staff.post(
        address, fields_of(page) | added(page, "truce_violation", truce=truce.pk)
    )

    assert response.status_code == 302, errors_of(response)
    assert TruceViolation.objects.get().truce == truce


def test_a_truce_that_ended_says_how(staff):
    address = f"/admin/talks/truce/{factories.january_truce().pk}/change/"

    response = staff.post(
        address, fields_of(staff.get(address)) | {"ended_on": "2020-02-20"}
    )

    assert "A truce that ended says on which day and how" in errors_of(response)
