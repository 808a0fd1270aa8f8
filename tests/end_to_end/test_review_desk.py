"""The review desk in a real browser, with the keyboard alone."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from playwright.sync_api import Page, expect

from talks import review
from talks.models import Decision, Event, Suggestion
from tests import factories
from tests.factories import NOW
from tests.review.findings import event_finding, figure_finding, suggested_event

pytestmark = pytest.mark.django_db(transaction=True)

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
OURS = "#content"  # what is around it is Django's
SENTENCES = (
    "Both delegations arrived in Geneva on Monday.",
    "A truce had been declared around Tripoli in mid-January.",
    "The mission says more than 2,000 people have died.",
    "An envoy met the two sides one after the other.",
    "Shells fell near the port on Tuesday night.",
)
FOUND = (
    ("event", event_finding()),
    ("event", event_finding(kind="truce", modality="announced", place=None)),
    ("figure", figure_finding()),
    ("event", event_finding(kind="mediation")),
    ("event", event_finding(kind="truce_violation", place=None)),
)


@pytest.fixture
def report():
    """A report with five suggestions."""
    for make in (factories.gna, factories.lna, factories.geneva, factories.libya):
        make()
    factories.unsmil()
    report = factories.article("\n\n".join(SENTENCES), title="Talks open in Geneva")
    for sentence, (kind, finding) in zip(SENTENCES, FOUND, strict=True):
        fields = factories.quoted(report, sentence)
        factories.suggestion(report, kind=kind, finding=finding, **fields)
    return report


@pytest.fixture
def desk(page: Page, client, reviewer, report) -> Page:
    """The report's page, opened by the reviewer."""
    sign_in(page, client, reviewer)
    page.goto(f"/admin/review/{report.pk}/")
    return page


def sign_in(page: Page, client, user) -> None:
    client.force_login(user)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies(
        [
            {
                "name": settings.SESSION_COOKIE_NAME,
                "value": session,
                "domain": "localhost",
                "path": "/",
            }
        ]
    )


def _press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def _left(page: Page, count: int) -> None:
    expect(page.locator(".proposal")).to_have_count(count)


def test_five_suggestions_are_cleared_with_ten_keys_at_most(desk):
    keys = 0
    for left in (4, 3, 2, 1, 0):
        _press(desk, "a")
        keys += 1
        _left(desk, left)

    assert keys <= 10
    assert Event.objects.count() == 4
    assert not Suggestion.objects.open().exists()
    expect(desk.locator("#done")).to_be_visible()


def test_a_whole_report_is_accepted_with_one_key(desk):
    _press(desk, "Shift+A")

    _left(desk, 0)
    assert Decision.objects.filter(verb="accepted").count() == 5


def test_rejecting_takes_two_keys_and_undoing_one(desk):
    _press(desk, "r", "1")
    _left(desk, 4)
    assert Decision.objects.get().reason == "Background, not news of this report"

    _press(desk, "u")
    _left(desk, 5)


def test_editing_then_accepting_is_a_correction(desk):
    _press(desk, "e")
    _press(desk, "Control+a")
    desk.keyboard.type("Military talks open")
    _press(desk, "Control+Enter")

    _left(desk, 4)
    assert Decision.objects.get().made["changes"] == {"title": "Military talks open"}


def test_merging_takes_two_keys(desk, report):
    known = factories.geneva_round().event
    desk.reload()

    _press(desk, "m", "1")

    _left(desk, 4)
    assert known.citations.filter(article=report).exists()


def test_an_event_to_merge_into_is_searched_for(desk, report):
    known = factories.event(title="A ceremony in Benghazi")

    _press(desk, "m")
    desk.keyboard.type("Benghazi")
    _press(desk, "Enter")
    expect(desk.get_by_role("link", name="A ceremony in Benghazi")).to_be_visible()
    _press(desk, "Enter")

    _left(desk, 4)
    assert known.citations.filter(article=report).exists()


def test_skipping_and_stepping_move_the_light_in_the_text(desk):
    for keys, lit in [((), 0), (("j",), 1), (("s",), 2), (("k",), 1)]:
        _press(desk, *keys)
        expect(desk.locator("mark.is-lit")).to_contain_text(SENTENCES[lit])


def test_a_mistake_comes_back_with_what_was_typed(desk):
    when = desk.get_by_label("When").first
    when.fill("some day")
    _press(desk, "Control+Enter")

    expect(desk.get_by_text("Cannot read 'some day' as a date").first).to_be_visible()
    expect(when).to_have_value("some day")


def test_a_date_is_explained_while_it_is_typed(desk):
    when = desk.get_by_label("When").first
    when.fill("")
    when.press_sequentially("mid-January 2020")

    expect(desk.locator("output.understood").first).to_have_text(
        "mid-January 2020: from 11 January 2020 to 20 January 2020"
    )


def test_the_question_mark_shows_the_keys(desk):
    _press(desk, "?")

    expect(desk.get_by_role("dialog")).to_be_visible()
    _press(desk, "Escape")
    expect(desk.get_by_role("dialog")).to_be_hidden()


def test_keys_work_on_an_arabic_keyboard(desk):
    desk.locator("body").dispatch_event(
        "keydown", {"key": "ش", "code": "KeyA", "bubbles": True}
    )

    _left(desk, 4)


def test_the_next_report_is_shown_without_loading_a_page(desk, report):
    other = factories.article(title="Another report")
    suggested_event(other)
    desk.reload()
    desk.evaluate("window.stillTheSamePage = true")

    _press(desk, "n")

    expect(desk.get_by_role("heading", name="Another report")).to_be_visible()
    expect(desk).to_have_url(re.compile(f"/admin/review/{other.pk}/$"))
    assert desk.evaluate("window.stillTheSamePage")


def test_somebody_elses_decision_is_said_and_not_overwritten(desk, editor):
    first = Suggestion.objects.open().first()
    review.accept(first, by=editor, now=NOW)

    _press(desk, "a")

    expect(desk.get_by_text("decided this before you").first).to_be_visible()
    assert Event.objects.count() == 1


def test_the_desk_works_without_scripts(browser, live_server, client, reviewer, report):
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    sign_in(page, client, reviewer)
    page.goto("/admin/review/")

    page.get_by_role("link", name="Talks open in Geneva").click()
    page.get_by_role("button", name="Accept a", exact=True).first.click()

    _left(page, 4)
    page.get_by_role("button", name="Undo").click()
    _left(page, 5)
    context.close()


def test_no_policy_is_broken_and_nothing_fails(page, client, editor, report):
    complaints = []
    page.on("console", lambda said: complaints.append(said.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("requestfailed", lambda request: complaints.append(request.url))
    sign_in(page, client, editor)
    event = factories.geneva_round().event

    for address in (
        "/admin/",
        "/admin/review/",
        f"/admin/review/{report.pk}/",
        "/admin/talks/event/",
        "/admin/talks/event/add/",
        f"/admin/talks/event/{event.pk}/change/",
        f"/admin/talks/event/{event.pk}/history/",
    ):
        page.goto(address)

    assert complaints == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_desk_can_be_used_by_everybody(desk, report, theme, language):
    page = desk
    page.emulate_media(color_scheme=theme)
    page.locator(f"button[lang={language}]").click()

    for address in ("/admin/review/", f"/admin/review/{report.pk}/"):
        page.goto(address)
        found = Axe().run(page, options={"runOnly": WCAG}, context=OURS)
        broken = [
            (rule["id"], node["target"], node["failureSummary"])
            for rule in found.response["violations"]
            for node in rule["nodes"]
        ]
        assert broken == []
