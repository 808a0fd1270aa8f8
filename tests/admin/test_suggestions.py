"""Suggestions and decisions are looked at here, and decided at the desk."""

from __future__ import annotations

import pytest

from talks import review
from tests.factories import NOW
from tests.review.findings import suggested_event

pytestmark = pytest.mark.django_db


def test_a_suggestions_page_shows_what_was_decided(staff, editor):
    suggestion = suggested_event()
    review.reject(suggestion, reason="Read wrongly.", by=editor, now=NOW)

    page = staff.get(f"/admin/talks/suggestion/{suggestion.pk}/change/")

    assert "Read wrongly." in page.content.decode()


@pytest.mark.parametrize("state", ["open", "rejected"])
def test_suggestions_are_listed_by_state(staff, editor, state):
    rejected, waiting = suggested_event(), suggested_event()
    review.reject(rejected, reason="Read wrongly.", by=editor, now=NOW)

    page = staff.get("/admin/talks/suggestion/", {"state__exact": state})

    (listed,) = page.context["cl"].result_list
    assert listed == (waiting if state == "open" else rejected)
