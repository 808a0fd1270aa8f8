"""The pictures in a real browser: on a phone, from the right, without a script or a fault."""

from __future__ import annotations

from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from talks.models import Event
from tests import factories as make

PAGES = [
    *("/figures/deaths/", "/ar/figures/deaths/", "/talks/", "/ar/talks/"),
    *("/talks/geneva-round/", "/ar/talks/geneva-round/"),
    *("/figures/deaths/by-month.html", "/ar/talks/rounds.html"),
    *("/truces/january-truce/", "/ar/truces/january-truce/"),
    *("/embargo/", "/ar/embargo/", "/commitments/", "/ar/commitments/"),
]
SMALLEST = 11


@pytest.fixture
def facts(transactional_db):
    """A little of everything that is drawn."""
    held = make.geneva_round()
    held.delegations.filter(party=make.lna()).update(attendance="left")
    make.promised_meeting(held.event, round=held)
    make.violation(
        make.january_truce(), date(2020, 1, 18), who=[(make.lna(), "accused")]
    )
    make.embargo_violation(supplier=make.unsmil(), recipient=make.lna())
    made = make.commitment(make.january_truce().event, due_on=date(2020, 1, 20))
    make.commitment_status(made)
    make.figure(event=make.event(date(2020, 1, 4), kind=Event.Kind.ATTACK))
    for number, day in ((147, date(2019, 4, 15)), (205, date(2019, 4, 17))):
        make.figure(
            scope="cumulative",
            low=number,
            best=number,
            high=number,
            since_earliest=date(2019, 4, 4),
            since_latest=date(2019, 4, 4),
            as_of_earliest=day,
            as_of_latest=day,
            attributed_actor=make.unsmil(),
        )


@pytest.mark.parametrize("address", PAGES)
def test_a_page_fits_a_phone_and_its_words_keep_their_size(page, facts, address):
    faults = []
    page.on("console", lambda message: faults.append(message.text))
    page.set_viewport_size({"width": 360, "height": 740})

    page.goto(address)

    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    sizes = page.locator("svg.chart text").evaluate_all(
        "words => words.map(word => parseFloat(getComputedStyle(word).fontSize))"
    )
    assert min(sizes, default=SMALLEST) >= SMALLEST
    assert faults == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("address", PAGES)
def test_a_page_can_be_used_by_everyone(page, facts, address, theme):
    page.emulate_media(color_scheme=theme)
    page.goto(address)

    found = Axe().run(page).response["violations"]

    assert [(fault["id"], fault["nodes"][0]["html"][:120]) for fault in found] == []


def test_time_runs_from_the_right_in_arabic(page, facts):
    places = {}
    for address in ("/figures/deaths/", "/ar/figures/deaths/"):
        page.goto(address)
        dots = page.locator("figure[id^=cumulative] a.dot svg.at")
        places[address] = [box["x"] for box in map(_box, dots.all())]

    english, arabic = places.values()
    assert english == sorted(english)
    assert arabic == sorted(arabic, reverse=True)


def test_a_point_can_be_reached_by_keyboard_and_leads_to_its_row(page, facts):
    page.goto("/figures/deaths/")
    dot = page.locator("a.dot").first
    dot.focus()

    page.keyboard.press("Enter")

    expect(page.locator("tr:target")).to_have_count(1)
    assert "147" in dot.get_attribute("aria-label")


def _box(locator):
    return locator.bounding_box()
