"""The site in a real browser: whole, readable and usable in each language and theme.

Each page is kept as a picture under var/screenshots, to be looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.management import call_command
from playwright.sync_api import Browser, BrowserContext, Page, expect

from talks.models import Article, Event
from tests import factories

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PICTURES = Path(__file__).resolve().parent.parent.parent / "var" / "screenshots"
PAGES = {
    "overview": "/",
    "timeline": "/timeline/",
    "timeline-2020": "/timeline/?from=2020-01&to=2020-03&actor=unsmil",
    "timeline-wrong": "/timeline/?kind=xyz&from=99",
    "timeline-empty": "/timeline/?q=nothingofthekind",
    "event-truce": "/events/truce-12-january/",
    "event-round": "/events/jmc-round-2/",
    "articles": "/articles/",
    "article": "/articles/REPORT/",
    "actors": "/actors/",
    "actor": "/actors/unsmil/",
    "places": "/places/",
    "place": "/places/tripoli/",
    "compare": "/timeline/compare/?a_from=2019-10&a_to=2019-12&b_from=2020-01&b_to=2020-03",
    "map": "/map/",
    "map-near": "/map/?zoom=3&at=32.8,13.2&from=2020",
    "search": "/search/?q=Hifter+January+2020",
    "search-nothing": "/search/?q=Tarhna",
    "method": "/method/",
}
VIEWS = {
    "en-light-wide": ("", "light", 1280),
    "en-dark-phone": ("", "dark", 360),
    "ar-light-phone": ("/ar", "light", 360),
    "ar-dark-wide": ("/ar", "dark", 1280),
    "fr-light-phone": ("/fr", "light", 360),
}
# the lists that may be scrolled by themselves, so that the page need not be
IS_TOO_WIDE = "document.documentElement.scrollWidth > window.innerWidth"


@pytest.fixture
def shipped(transactional_db) -> Article:
    """The shipped facts, and a report with something decided and something not."""
    call_command("seed", verbosity=0)
    report = factories.article(source=factories.herald(), title="Guns in the south")
    first_round = Event.objects.get(slug="jmc-round-1")
    factories.citation(event=first_round, article=report)
    factories.figure(report, event=first_round)
    quote = report.text.rpartition("\n")[2]
    factories.suggestion(report, **factories.quoted(report, quote))
    return report


@pytest.fixture
def talks(transactional_db) -> None:
    """A truce and a round on days of their own, and more events than fit a page."""
    factories.january_truce()
    factories.geneva_round()
    for number in range(60):
        factories.event(factories.TODAY.replace(day=5 + number % 20))


@pytest.fixture
def window(browser: Browser, live_server) -> Iterator:
    """Open windows of any size, theme and settings."""
    contexts: list[BrowserContext] = []

    def opened(**settings) -> Page:
        contexts.append(browser.new_context(base_url=live_server.url, **settings))
        return contexts[-1].new_page()

    yield opened
    for context in contexts:
        context.close()


def test_every_page_is_whole_and_accessible(window, shipped):
    faults: list[str] = []
    PICTURES.mkdir(parents=True, exist_ok=True)

    for view, (prefix, theme, width) in VIEWS.items():
        page = window(viewport={"width": width, "height": 900}, color_scheme=theme)
        page.on("console", lambda message: faults.append(message.text))
        for name, address in PAGES.items():
            page.goto(prefix + address.replace("REPORT", str(shipped.pk)))
            page.screenshot(path=PICTURES / f"{name}.{view}.png", full_page=True)
            faults.extend(f"{name} {view}: {fault}" for fault in _faults(page))

    assert faults == []


def test_the_timeline_is_narrowed_and_paged_without_javascript(window, talks):
    page = window(java_script_enabled=False)

    page.goto("/timeline/")
    page.fill(".narrow [name=from]", "2020")
    page.click(".narrow button")
    first = page.text_content(".card h3")
    page.click(".turn [rel=next]")

    expect(page).to_have_url(re.compile("from=2020-01-01"))
    expect(page.locator(".card h3").first).not_to_have_text(first)
    expect(page.locator(".chips .cross")).to_have_count(1)


def test_a_bar_of_the_strip_zooms_to_its_days(window, talks):
    page = window()

    page.goto("/timeline/")
    page.locator(".bars a").last.click()

    expect(page).to_have_url(re.compile("from=2020-02-01&to=2020-02-29"))
    expect(page.locator(".bars .brush")).to_have_count(1)


def test_the_first_stop_of_the_keyboard_skips_to_the_content(window, talks):
    page = window()

    page.goto("/timeline/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile("/timeline/#main$"))


def test_every_stop_of_the_keyboard_is_seen(window, talks):
    page = window()
    page.goto("/")

    for _stop in range(12):
        page.keyboard.press("Tab")

        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none"


def test_on_a_phone_filters_open_when_asked_for(window, talks):
    page = window(viewport={"width": 360, "height": 800})

    page.goto("/timeline/")
    expect(page.locator("#filters")).to_be_hidden()
    page.click(".to-filters")

    expect(page.locator("#filters")).to_be_visible()


def test_the_language_switch_keeps_page_and_filter(window, talks):
    page = window()

    page.goto("/timeline/?kind=truce")
    page.click(".languages [lang=ar]")

    expect(page).to_have_url(re.compile(r"/ar/timeline/\?kind=truce$"))
    expect(page.locator("html")).to_have_attribute("dir", "rtl")


def test_nothing_is_asked_of_anyone_else(window, talks, live_server):
    page = window()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    page.goto("/timeline/")

    assert all(url.startswith(live_server.url) for url in asked)
    assert len(asked) <= 8


def _faults(page: Page) -> Iterator[str]:
    if page.evaluate(IS_TOO_WIDE):
        yield "wider than the window"
    found = Axe().run(page)
    if found.violations_count:
        yield found.generate_report()
