"""The timeline page: every state in its address, and a plain word for what is wrong."""

from __future__ import annotations

import gzip
import html
from datetime import date, timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from talks.models import Event
from talks.queries import timeline
from tests import factories

pytestmark = pytest.mark.django_db


def get(client, query=""):
    return html.unescape(client.get(f"/timeline/?{query}").text)


def test_events_stand_by_day_with_their_sources(client):
    report = factories.article(source=factories.herald())
    factories.event(title="The road is opened", cited_by=[report])

    shown = get(client)

    assert "The road is opened" in shown
    assert "The Herald" in shown
    assert 'datetime="2020-02-04"' in shown


@pytest.mark.parametrize(
    "query",
    [
        "kind=xyz",
        "from=99",
        "before=rubbish",
        "q=%00",
        "to=2020-13",
        "actor=nobody",
        "place=nowhere",
        "source=none",
        "actor=%FF",
        f"before=2020-01-01.{'9' * 30}",
    ],
)
def test_what_is_wrong_in_the_address_is_said_on_the_page(client, query):
    response = client.get(f"/timeline/?{query}")

    assert response.status_code == 200
    assert "could not be used" in response.text


@pytest.mark.parametrize(
    "query", ["from=0001-01-01&to=9999-12-31", "from=9999", "to=1"]
)
def test_the_ends_of_the_calendar_are_no_error(client, query):
    factories.geneva_round()

    assert client.get(f"/timeline/?{query}").status_code == 200


def test_older_and_newer_are_plain_links_that_keep_the_filter(client, monkeypatch):
    monkeypatch.setattr(timeline, "PAGE", 1)
    first = factories.event(kind="talks")
    second = factories.event(kind="talks")

    top = get(client, "kind=talks")
    below = get(client, f"kind=talks&before=2020-02-04.{second.pk}")

    assert f'href="?kind=talks&before=2020-02-04.{second.pk}" rel="next"' in top
    assert f'href="?kind=talks&after=2020-02-04.{first.pk}" rel="prev"' in below


def test_each_choice_is_a_chip_that_takes_it_off(client):
    factories.geneva_round()

    shown = get(client, "kind=talks&actor=unsmil&from=2020")

    assert 'class="chip" href="?actor=unsmil&from=2020-01-01"' in shown
    assert 'class="chip" href="?kind=talks&from=2020-01-01"' in shown
    assert 'class="chip" href="?kind=talks&actor=unsmil"' in shown


def test_the_language_switch_keeps_the_filter(client):
    shown = get(client, "kind=talks")

    assert 'href="/ar/timeline/?kind=talks" lang="ar"' in shown


def test_a_title_that_is_only_english_says_so_on_an_arabic_page(client):
    factories.event(title="Only in English")

    shown = client.get("/ar/timeline/").text

    assert 'lang="en" dir="ltr">Only in English</bdi>' in shown


def test_what_is_inexact_is_printed_with_its_bounds(client):
    factories.event(
        factories.date(2020, 1, 11),
        latest=factories.date(2020, 1, 20),
        date_precision="part",
        slug="some-day",
    )

    assert "11–20 Jan" in get(client)
    assert (
        "mid-January 2020 (11–20 January 2020)" in client.get("/events/some-day/").text
    )


def test_a_picture_is_drawn_of_days_with_both_ends(client):
    factories.january_truce()

    assert 'class="picture"' in get(client, "from=2020-01&to=2020-02")
    assert 'class="picture"' not in get(client)


def test_nothing_found_is_not_called_peace(client):
    assert "does not mean that nothing happened" in get(client, "kind=truce")


def test_text_of_people_cannot_become_markup(client):
    factories.event(title="<b>bold</b>")

    assert "<b>bold</b>" not in client.get("/timeline/").text


class Weight(HTMLParser):
    """What a browser makes of a page: its nodes, and the files it goes for."""

    def __init__(self) -> None:
        super().__init__()
        self.nodes = 0
        self.files: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Count, and note what is loaded with it."""
        self.nodes += 1
        given = dict(attrs)
        loaded = tag in {"script", "img"} or given.get("rel") in {"stylesheet", "icon"}
        if address := loaded and (given.get("src") or given.get("href")):
            self.files[address] = tag


def packed(text: bytes) -> int:
    return len(gzip.compress(text, compresslevel=6))


def test_the_first_page_keeps_its_budget(client):
    """A phone on a slow line: 50 KB in eight requests, 20 KB of it script."""
    for n in range(60):
        event = factories.event(
            date(2020, 1, 1) + timedelta(n),
            summary=f"{factories.SENTENCE} {n} {'and so it went on ' * 12}",
            kind=list(Event.Kind)[n % 14],
            track=list(Event.Track)[n % 7],
            at=[factories.place()],
            who=[(factories.actor(), "participant"), (factories.actor(), "accused")],
        )
        factories.citation(event=event, article=factories.article())

    page = client.get("/timeline/").content
    weight = Weight()
    weight.feed(page.decode())
    sizes = {
        address: packed(Path(finders.find(address.split("/static/")[1])).read_bytes())
        for address in weight.files
    }

    scripts = [size for name, size in sizes.items() if weight.files[name] == "script"]
    assert packed(page) + sum(sizes.values()) <= 50_000
    assert sum(scripts) <= 20_000
    assert 1 + len(sizes) <= 8
    assert weight.nodes <= 4_000
