"""The talks page: every series as a lane, every round with who came."""

from __future__ import annotations

import html
from datetime import date

import pytest
from lxml import html as markup

from talks.models import Event, RoundStep
from tests import factories as make
from tests.pictures import kept, skeleton

pytestmark = pytest.mark.django_db


def get(client, address: str = "/talks/") -> str:
    response = client.get(address)
    assert response.status_code == 200
    return html.unescape(response.text)


def test_a_round_says_where_it_met_who_came_and_how_it_ended(client):
    make.geneva_round()

    page = get(client)

    for words in ("Geneva", "Government of National Accord", "<b>5</b>", "Concluded"):
        assert words in page


def test_the_picture_of_rounds_keeps_its_structure(client):
    make.geneva_round()

    assert skeleton(get(client, "/ar/talks/"), "by-series") == kept("rounds_arabic")


def test_each_bar_leads_to_its_round(client):
    make.geneva_round()
    tree = markup.fromstring(get(client))

    (bar,) = tree.find_class("round")

    assert tree.get_element_by_id(bar.get("href").removeprefix("#")).tag == "li"


def test_meetings_that_were_promised_and_not_held_are_named(client):
    promised = make.event(
        date(2020, 2, 8), kind=Event.Kind.TALKS, modality="announced", title="Next time"
    )
    RoundStep.objects.create(round=make.geneva_round(), event=promised)

    page = get(client)

    assert "1 meeting was announced in the course of a round, 0 held" in page
    assert "not held as far as is known" in page


def test_without_talks_the_page_says_so(client):
    assert "No round of talks was known" in get(client, "/talks/?as_of=1990-01-01")


@pytest.mark.parametrize("prefix", ["", "/ar", "/fr"])
def test_the_page_costs_one_query(client, prefix, django_assert_num_queries):
    make.geneva_round()

    with django_assert_num_queries(1):
        get(client, f"{prefix}/talks/")
