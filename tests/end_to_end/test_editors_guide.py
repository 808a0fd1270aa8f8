"""The pictures of the editors' guide, of invented rows; PICTURES=1 takes them anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests import factories
from tests.end_to_end.test_review_desk import report, sign_in  # noqa: F401 - a fixture
from tests.review.people import changed, person, propose

pytestmark = pytest.mark.django_db(transaction=True)
GUIDE = Path(__file__).resolve().parents[2] / "docs" / "editors.md"
PICTURES = GUIDE.parent / "pictures"


@pytest.mark.parametrize("name", ["home", "desk", "event", "signoff"])
def test_the_guide_shows_the_pages_as_they_are(
    page: Page,
    client,
    reviewer,
    report,  # noqa: F811
    name,
    tmp_path,
):
    event = factories.geneva_round().event
    factories.feed(failures=2)
    change = propose(
        person("amal"),
        changed(event, title="Military talks open late", summary="In short."),
        note="The wire says so.",
    )
    address = {
        "home": "/admin/",
        "desk": f"/admin/review/{report.pk}/",
        "event": f"/admin/talks/event/{event.pk}/change/",
        "signoff": f"/admin/sign-off/changes/{change.pk}/",
    }
    sign_in(page, client, reviewer)
    page.set_viewport_size({"width": 1280, "height": 860})

    page.goto(address[name])
    folder = PICTURES if os.environ.get("PICTURES") else tmp_path
    page.screenshot(path=folder / f"{name}.png")

    assert f"(pictures/{name}.png)" in GUIDE.read_text()
    assert (PICTURES / f"{name}.png").exists()
