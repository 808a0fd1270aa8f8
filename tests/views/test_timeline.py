"""The timeline page: every state in its address, and a plain word for what is wrong."""

from __future__ import annotations

import html

import pytest

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
