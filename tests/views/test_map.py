"""The map page: links all over, a list beside it, a table behind it."""

from __future__ import annotations

import html
import re

import pytest
from playwright.sync_api import expect

from tests import factories

pytestmark = pytest.mark.django_db


def get(client, query="", language=""):
    return html.unescape(client.get(f"{language}/map/?{query}").text)


@pytest.fixture
def tripoli():
    place = factories.tripoli()
    factories.event(at=[place], kind="attack")
    return place


def test_a_dot_leads_to_the_timeline_of_its_place_with_the_same_filter(client, tripoli):
    shown = get(client, "kind=attack&from=2020-01-01")

    assert (
        'class="dot" href="/timeline/?kind=attack&place=tripoli&from=2020-01-01" '
        'aria-label="Tripoli: 1 event"' in shown
    )


def test_several_places_drawn_as_one_lead_closer(client, tripoli):
    port = factories.place(
        slug="port", name="Port", kind="port", latitude=32.9, longitude=13.2
    )
    factories.event(at=[port])
    factories.event(at=[tripoli])

    shown = get(client)

    assert re.search(r'class="dot" href="\?zoom=2&at=32\.89%2C13\.19"', shown)
    assert "Tripoli and 1 place more: 3 events" in shown


def test_a_country_is_an_area_and_no_dot(client):
    factories.event(
        at=[
            factories.place(
                slug="all-of-it",
                kind="country",
                country="LY",
                latitude=27.0,
                longitude=17.0,
            )
        ]
    )

    shown = get(client)

    assert 'class="somewhere"' in shown
    assert 'class="dot"' not in shown


def test_what_has_no_place_is_said(client):
    factories.event()

    assert "1 has no place on the map" in get(client)


def test_the_table_says_how_each_place_is_drawn(client, tripoli):
    assert "<td>point</td>" in get(client)


def test_each_choice_is_a_chip_that_keeps_the_view_and_the_proof(client, tripoli):
    shown = get(client, "kind=attack&actor=nobody&proof=two&zoom=1&at=32.00,13.00")

    assert (
        'class="chip" href="?actor=nobody&proof=two&zoom=1&at=32.00%2C13.00"' in shown
    )


@pytest.mark.parametrize(
    "query", ["zoom=9", "at=x", "proof=none", "kind=xyz", "from=99", "as_of=then"]
)
def test_what_is_wrong_in_the_address_is_said(client, query):
    response = client.get(f"/map/?{query}")

    assert response.status_code == 200
    assert "could not be used" in response.text


def test_the_map_asks_nobody_else(client, tripoli):
    shown = client.get("/map/").text

    assert not re.findall(r'(?:src|href)="(?:https?:)?//(?!testserver)', shown)


def test_the_whole_map_works_by_keyboard(page, tripoli):
    page.goto("/map/")

    page.locator("a.dot").focus()
    page.keyboard.press("Enter")

    expect(page.locator(".chip", has_text="Tripoli")).to_be_visible()


def test_a_phone_shows_the_whole_map(page, tripoli):
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto("/ar/map/")

    expect(page.locator("a.dot")).to_be_in_viewport(ratio=0)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
