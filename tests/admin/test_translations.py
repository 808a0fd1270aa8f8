"""Finding what still lacks its Arabic or French words."""

from __future__ import annotations

import pytest

from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "missing"),
    [("ar", {"neither"}), ("fr", {"neither", "only arabic"}), ("xx", None)],
)
def test_events_are_narrowed_to_those_without_a_title(staff, language, missing):
    factories.event(title="neither")
    factories.event(title="only arabic", title_ar="عنوان")
    factories.event(title="both", title_ar="عنوان", title_fr="Titre")

    page = staff.get("/admin/talks/event/", {"untranslated": language}, follow=True)

    shown = {event.title for event in page.context["cl"].result_list}
    assert shown == (missing or {"neither", "only arabic", "both"})
