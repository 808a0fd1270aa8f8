"""Commitments: how each stands, and which are overdue."""

from __future__ import annotations

import pytest

from talks.models import CommitmentStatus
from tests import factories
from tests.admin.forms import added, errors_of, fields_of
from tests.factories import SENTENCE

pytestmark = pytest.mark.django_db
LIST = "/admin/talks/commitment/"


@pytest.fixture
def promise():
    return factories.commitment(factories.event(), due_on="2020-01-20")


def test_the_list_shows_the_latest_status(staff, promise):
    for day, level in [("2020-01-05", "ongoing"), ("2020-03-01", "partial")]:
        factories.commitment_status(promise, as_of=day, level=level)
    factories.commitment(promise.agreement)

    page = staff.get(LIST).content.decode()

    assert "2: partial" in page
    assert "1: minimal" not in page
    assert "not assessed" in page


def test_the_overdue_are_listed_alone(staff, promise):
    factories.commitment(promise.agreement)

    page = staff.get(LIST, {"overdue": "yes"})

    assert list(page.context["cl"].result_list) == [promise]


def test_a_status_is_entered_with_its_evidence_on_the_same_page(staff, promise):
    page = staff.get(f"{LIST}{promise.pk}/change/")
    given = added(
        page,
        "statuses",
        as_of="2020-02-01",
        level="partial",
        article=factories.article().pk,
        quote=SENTENCE,
    )

    response = staff.post(f"{LIST}{promise.pk}/change/", fields_of(page) | given)

    assert response.status_code == 302, errors_of(response)
    assert CommitmentStatus.objects.get().quote_start == 0
