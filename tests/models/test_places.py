"""What the database guarantees of places."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from talks.models import PlaceAlias
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "coordinates",
    [
        pytest.param({"latitude": 91, "longitude": 0}, id="beyond the pole"),
        pytest.param({"latitude": 0, "longitude": 181}, id="beyond the date line"),
        pytest.param({"latitude": 32.9}, id="half a position"),
    ],
)
def test_coordinates_are_on_earth(coordinates):
    with (
        pytest.raises(IntegrityError, match="place_coordinates_are_on_earth"),
        transaction.atomic(),
    ):
        factories.place(**coordinates)


def test_a_place_without_coordinates_is_allowed():
    assert factories.place().latitude is None


def test_a_place_does_not_lie_in_itself():
    tripoli = factories.tripoli()
    tripoli.within = tripoli

    with pytest.raises(IntegrityError, match="place_does_not_lie_in_itself"):
        tripoli.save()


def test_a_spelling_belongs_to_a_place_once_whatever_its_case():
    PlaceAlias.objects.create(place=factories.tripoli(), text="Tarablus")

    with pytest.raises(IntegrityError, match="place_alias_once"):
        PlaceAlias.objects.create(place=factories.tripoli(), text="TARABLUS")
