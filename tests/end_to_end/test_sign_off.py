"""Two people and the public: what one proposes, another approves, and everybody sees then."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from talks.models import Comment, Event, Figure, ProposedChange
from tests import factories
from tests.end_to_end.test_review_desk import OURS, WCAG, sign_in
from tests.review.people import changed, person, propose

pytestmark = pytest.mark.django_db(transaction=True)

EVENT = "/events/geneva-round/"


@pytest.fixture
def event():
    """A round in Geneva with a toll claimed, as approved."""
    held = factories.geneva_round().event
    factories.figure(event=held, as_stated="twelve", role="recommended")
    return held


def _see(client, address: str) -> str:
    return client.get(address).content.decode()


def _seen(client) -> dict[str, str]:
    """Return the public pages that tell of the event."""
    return {
        address: _see(client, address)
        for address in (EVENT, "/timeline/", "/figures/deaths/", "/talks/")
    }


def test_the_public_sees_what_is_approved_on_every_page_until_another_approves(
    client, admin_client, event, reviewer
):
    figure = event.figures.get()

    def do():
        changed(event, title="The talks begin late", summary="In short.")()
        changed(figure, as_stated="at least thirteen", low=13, best=13, high=13)()
        changed(event.round, outcome="collapsed")()
        event.participations.all().delete()

    before = _seen(client)
    change = propose(person("amal"), do)
    assert _seen(client) == before

    admin_client.post(
        f"/admin/sign-off/changes/{change.pk}/decide/", {"verb": "approve"}
    )

    after = _seen(client)
    assert "The talks begin late" in after[EVENT]
    assert "The talks begin late" in after["/timeline/"]
    assert "at least thirteen" in after["/figures/deaths/"]
    assert "Collapsed" in after[EVENT]
    assert "Government of National Accord</a>" not in after["/timeline/"]


def test_a_change_is_made_and_approved_with_the_keyboard(
    page: Page, client, editor, reviewer, event
):
    sign_in(page, client, reviewer)
    page.goto(f"/admin/talks/event/{event.pk}/change/")
    page.get_by_label("Title:").first.fill("The talks begin late")
    page.get_by_label("Why you change it").fill("The wire says so.")
    page.keyboard.press("Enter")
    expect(page.get_by_text("waits for somebody else")).to_be_visible()
    expect(page.locator("[data-approve]")).to_have_count(0)
    assert Event.objects.get(pk=event.pk).title == "Military talks open in Geneva"

    sign_in(page, client, editor)
    page.goto("/admin/sign-off/")
    page.keyboard.press("j")
    expect(page.locator("[data-row]").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text("The wire says so.")).to_be_visible()
    page.keyboard.press("a")
    expect(page.get_by_text("Nothing waits for approval")).to_be_visible()

    page.goto(EVENT)
    expect(page.locator("h1")).to_have_text("The talks begin late")


def test_a_change_goes_back_with_a_reason_by_keyboard_and_is_undone(
    page: Page, client, editor, event
):
    change = propose(person("amal"), changed(event, title="The talks begin late"))
    sign_in(page, client, editor)
    page.goto(f"/admin/sign-off/changes/{change.pk}/")

    page.keyboard.press("r")
    expect(page.get_by_label("Why it goes back")).to_be_focused()
    page.keyboard.type("Which Monday?")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("Nothing waits for approval")).to_be_visible()
    change.refresh_from_db()
    assert change.state == "draft"

    page.keyboard.press("u")
    expect(page.get_by_text("waits again")).to_be_visible()
    change.refresh_from_db()
    assert change.state == "in_review"


def test_a_comment_is_left_by_keyboard(page: Page, client, editor, event):
    change = propose(person("amal"), changed(event, title="The talks begin late"))
    sign_in(page, client, editor)
    page.goto(f"/admin/sign-off/changes/{change.pk}/")

    page.keyboard.press("c")
    expect(page.get_by_label("Say something")).to_be_focused()
    page.keyboard.type("Which Monday?")
    page.keyboard.press("Control+Enter")

    expect(page.locator(".comments .said")).to_have_text("Which Monday?")
    assert Comment.objects.get().about == change


def test_the_preview_opens_in_another_window_and_changes_nothing(
    page: Page, client, editor, event
):
    change = propose(person("amal"), changed(event, title="The talks begin late"))
    sign_in(page, client, editor)
    page.goto(f"/admin/sign-off/changes/{change.pk}/")

    with page.context.expect_page() as opened:
        page.keyboard.press("p")
    seen = opened.value
    expect(seen.locator("h1")).to_have_text("The talks begin late")
    seen.get_by_role("status").get_by_role("link", name="العربية").click()
    expect(seen.locator("html")).to_have_attribute("dir", "rtl")

    assert Event.objects.get(pk=event.pk).title == "Military talks open in Geneva"
    assert ProposedChange.objects.get().state == "in_review"


def test_new_figures_are_shown_when_their_event_is(page: Page, client, editor):
    draft = factories.event(status="in_review")
    factories.figure(event=draft, status="draft")
    sign_in(page, client, editor)
    page.goto(f"/admin/sign-off/events/{draft.pk}/")

    page.keyboard.press("a")

    expect(page.get_by_text("Nothing waits for approval")).to_be_visible()
    assert Figure.objects.get().status == "approved"


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_pages_can_be_used_by_everyone_on_a_phone_too(
    page: Page, client, editor, event, theme, language
):
    change = propose(person("amal"), changed(event, title="The talks begin late"))
    sign_in(page, client, editor)
    page.context.add_cookies(
        [
            {
                "name": "django_language",
                "value": language,
                "domain": "localhost",
                "path": "/",
            }
        ]
    )
    page.emulate_media(color_scheme=theme)
    page.set_viewport_size({"width": 360, "height": 740})
    for address in ("/admin/sign-off/", f"/admin/sign-off/changes/{change.pk}/"):
        page.goto(address)

        tags = {"runOnly": {"type": "tag", "values": WCAG}}
        found = Axe().run(page, OURS, options=tags).response["violations"]
        assert [(each["id"], each["nodes"][0]["html"][:120]) for each in found] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
