"""Sources, and how many addresses of theirs are polled."""

from __future__ import annotations

import pytest

from tests import factories
from tests.admin.forms import errors_of, fields_of

pytestmark = pytest.mark.django_db


def test_the_list_counts_the_feeds_of_each(staff):
    for _ in range(2):
        factories.feed(source=factories.herald())
    factories.wire()

    page = staff.get("/admin/talks/source/")

    counted = {row.slug: row.feeds_held for row in page.context["cl"].result_list}
    assert counted == {"herald": 2, "wire": 0}


def test_a_source_is_graded_and_its_feeds_kept(staff):
    factories.feed(source=factories.herald())
    address = f"/admin/talks/source/{factories.herald().pk}/change/"

    response = staff.post(
        address,
        fields_of(staff.get(address)) | {"reliability": "B", "languages": "en,ar"},
    )

    assert response.status_code == 302, errors_of(response)
    source = factories.herald()
    assert (source.reliability, source.languages) == ("B", ["en", "ar"])
    assert source.feeds.count() == 1
