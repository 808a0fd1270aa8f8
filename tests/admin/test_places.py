"""Places: found in three scripts, and on earth."""

from __future__ import annotations

import pytest

from tests import factories
from tests.admin.forms import errors_of, fields_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("typed", ["Tripoli", "طرابلس", "trablus"])
def test_a_place_is_found_in_any_spelling(staff, typed):
    factories.geneva()
    factories.tripoli().aliases.create(text="Trablus")

    page = staff.get("/admin/talks/place/", {"q": typed})

    assert list(page.context["cl"].result_list) == [factories.tripoli()]


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"latitude": "95"}, "Give both latitude (-90 to 90)"),
        ({"longitude": ""}, "Give both latitude (-90 to 90)"),
    ],
    ids=["beyond the pole", "half a point"],
)
def test_coordinates_are_whole_and_on_earth(staff, changes, rule):
    address = f"/admin/talks/place/{factories.tripoli().pk}/change/"

    response = staff.post(address, fields_of(staff.get(address)) | changes)

    assert rule in errors_of(response)
