"""Entering actors: spellings, and affiliations whose ends are known more or less."""

from __future__ import annotations

from datetime import date

import pytest

from tests import factories
from tests.admin.forms import added, errors_of, fields_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def address():
    return f"/admin/talks/actor/{factories.haftar().pk}/change/"


def test_an_affiliation_is_dated_in_words(staff, address):
    page = staff.get(address)
    given = added(
        page,
        "affiliations",
        body=factories.lna().pk,
        role="commander",
        began="early 2015",
        ended="",
    )

    response = staff.post(address, fields_of(page) | given)

    assert response.status_code == 302, errors_of(response)
    made = factories.haftar().affiliations.get()
    assert (made.began_earliest, made.began_latest) == (
        date(2015, 1, 1),
        date(2015, 4, 30),
    )
    assert made.ended_earliest is None


def test_nobody_belongs_to_themselves(staff, address):
    page = staff.get(address)
    given = added(page, "affiliations", body=factories.haftar().pk)

    response = staff.post(address, fields_of(page) | given)

    assert "An actor cannot belong to itself." in errors_of(response)


def test_a_spelling_is_kept_once(staff, address):
    factories.haftar().aliases.create(text="The field marshal")
    page = staff.get(address)

    response = staff.post(
        address, fields_of(page) | added(page, "aliases", text="the FIELD marshal")
    )

    assert "This spelling is there already." in errors_of(response)
    assert factories.haftar().aliases.count() == 1


def test_an_actor_is_found_by_another_spelling(staff):
    factories.gna()
    factories.haftar().aliases.create(text="The field marshal")

    page = staff.get("/admin/talks/actor/", {"q": "field marshal"})

    assert list(page.context["cl"].result_list) == [factories.haftar()]
