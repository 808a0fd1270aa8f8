"""The operators' pages in a real browser: for everybody, on a telephone, by keyboard."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from talks.models import Article, CopyVerdict
from tests import factories
from tests.end_to_end.test_review_desk import OURS, WCAG, sign_in

pytestmark = pytest.mark.django_db(transaction=True)

PAGES = ["/admin/ingest/", "/admin/ingest/copies/"]


@pytest.fixture
def operator(page: Page, client, editor) -> Page:
    """A window of somebody who looks after ingestion, with something on every page."""
    factories.feed(source=factories.source(name="Herald"))
    factories.article("", state="set_aside", reason="No answer.", title="Lost report")
    factories.article(duplicate_of=factories.article())
    sign_in(page, client, editor)
    return page


@pytest.mark.parametrize("address", PAGES)
def test_the_pages_are_for_everybody(operator: Page, address: str):
    operator.goto(address)

    options = {"runOnly": {"type": "tag", "values": WCAG}}
    found = Axe().run(operator, context=OURS, options=options)

    assert found.response["violations"] == []


@pytest.mark.parametrize("address", PAGES)
def test_wide_tables_scroll_within_themselves(operator: Page, address: str):
    operator.set_viewport_size({"width": 360, "height": 740})

    operator.goto(address)

    assert operator.evaluate("document.documentElement.scrollWidth") == 360


def test_a_report_is_sent_again_with_the_keyboard_alone(operator: Page):
    operator.goto("/admin/ingest/")

    operator.get_by_role("checkbox", name="Lost report").focus()
    operator.keyboard.press("Space")
    operator.get_by_role("button", name="Send again").focus()
    operator.keyboard.press("Enter")

    expect(operator.get_by_text("1 will be tried again")).to_be_visible()
    assert Article.objects.get(title="Lost report").state == Article.State.FOUND


def test_a_pair_is_judged_with_the_keyboard_alone(operator: Page):
    operator.goto("/admin/ingest/copies/")

    operator.get_by_role("button", name="It is a copy").focus()
    operator.keyboard.press("Enter")

    expect(operator.get_by_text("Every pair has been judged.")).to_be_visible()
    assert CopyVerdict.objects.get().is_copy
