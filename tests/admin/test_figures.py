"""Choosing which of several claims is the recommended one."""

from __future__ import annotations

import pytest
from django.urls import reverse

from talks.models import Figure
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def claims():
    """Two claims of one group; the first is recommended."""
    return (
        factories.figure(role="recommended", role_reason="The first."),
        factories.figure(),
    )


def _save(staff, figure, **changes):
    sent = {
        "measure": figure.measure,
        "population": figure.population,
        "scope": figure.scope,
        "as_stated": figure.as_stated,
        "number": str(figure.count),
        "as_of": str(figure.as_of),
        "article": figure.article_id,
        "quote": figure.quote,
        "assertion": figure.assertion,
        "role": figure.role,
        "role_reason": figure.role_reason,
        "status": figure.status,
        "slug": figure.slug,
    }
    address = reverse("admin:talks_figure_change", args=[figure.pk])
    return staff.post(address, sent | changes)


def test_recommending_another_claim_demotes_the_one_before(staff, claims):
    before, after = claims

    response = _save(staff, after, role="recommended", role_reason="Counted by name.")

    assert response.status_code == 302
    before.refresh_from_db(), after.refresh_from_db()
    assert (before.role, before.role_reason) == ("triangulation", "")
    assert (after.role, after.role_reason) == ("recommended", "Counted by name.")


def test_recommending_needs_a_reason(staff, claims):
    response = _save(staff, claims[1], role="recommended")

    assert "Say why this claim" in str(response.context["errors"])
    assert Figure.objects.recommended().get() == claims[0]


def test_a_claim_of_another_group_keeps_its_role(staff, claims):
    elsewhere = factories.figure(place=factories.tripoli())

    _save(
        staff,
        elsewhere,
        place=elsewhere.place_id,
        role="recommended",
        role_reason="Alone.",
    )

    assert Figure.objects.recommended().count() == 2


def test_bounds_out_of_order_are_said_in_words(staff, claims):
    response = _save(staff, claims[1], since="1 March 2020")

    assert "Counting begins on a day" in str(response.context["errors"])
