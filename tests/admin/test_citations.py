"""Citations in their own list; they are added and removed on the event's page."""

from __future__ import annotations

import pytest

from tests import factories
from tests.admin.forms import errors_of, fields_of

pytestmark = pytest.mark.django_db
OTHER = "A second sentence says that the guns were not silent."


@pytest.fixture
def citation():
    return factories.event().citations.get()


@pytest.fixture
def address(citation):
    return f"/admin/talks/citation/{citation.pk}/change/"


def test_another_sentence_gets_its_own_position(staff, citation, address):
    response = staff.post(address, fields_of(staff.get(address)) | {"quote": OTHER})

    assert response.status_code == 302, errors_of(response)
    citation.refresh_from_db()
    start, end = citation.quote_start, citation.quote_end
    assert citation.article.text[start:end] == OTHER


def test_a_translation_leaves_the_sentence_alone(staff, citation, address):
    before = (citation.quote_start, citation.quote_end)

    staff.post(address, fields_of(staff.get(address)) | {"translation": "In English."})

    citation.refresh_from_db()
    assert (citation.quote_start, citation.quote_end) == before
    assert citation.translation == "In English."


def test_it_is_neither_added_nor_removed_here(staff, citation, address):
    assert staff.get("/admin/talks/citation/add/").status_code == 403
    assert staff.post(address.replace("change", "delete")).status_code == 403
