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

    (bar,) = tree.xpath("//a[contains(@class, 'round')]")

    assert tree.get_element_by_id(bar.get("href").removeprefix("#")).tag == "li"


def test_meetings_that_were_promised_and_not_held_are_named(client):
    promised = make.event(
        date(2020, 2, 8), kind=Event.Kind.TALKS, modality="announced", title="Next time"
    )
    RoundStep.objects.create(round=make.geneva_round(), event=promised)

    page = get(client)

    assert "1 meeting was announced, 0 held" in page
    assert "not held as far as is known" in page


def test_without_talks_the_page_says_so(client):
    assert "No round of talks was known" in get(client, "/talks/?as_of=1990-01-01")


@pytest.mark.parametrize("prefix", ["", "/ar", "/fr"])
def test_the_pages_cost_few_queries(client, prefix, django_assert_max_num_queries):
    held = make.geneva_round()

    with django_assert_max_num_queries(6):
        get(client, f"{prefix}/talks/")
    with django_assert_max_num_queries(2):
        get(client, f"{prefix}/talks/{held.slug}/")


def test_one_click_tells_which_promised_meetings_never_took_place(client):
    held = make.geneva_round()
    for slug, by in (("kept-meeting", held), ("lost-meeting", None)):
        make.promised_meeting(
            make.event(date(2020, 1, 20), kind=Event.Kind.TALKS),
            slug=slug,
            what=slug.replace("-", " ").title(),
            planned_from=date(2020, 2, 1),
            planned_until=date(2020, 3, 1),
            kept_by=by,
        )

    page = get(client)
    never = get(client, "/talks/?promised=never")

    assert 'href="?promised=never#promises"' in page
    assert "Lost Meeting" in never
    assert "Kept Meeting" not in never


def test_a_round_has_a_page_with_who_walked_out_and_what_was_to_follow(client):
    held = make.geneva_round()
    held.delegations.filter(party=make.lna()).update(
        attendance="left", members=["First Officer", "Second Officer"]
    )
    make.promised_meeting(held.event, round=held, what="A second round")

    page = get(client, f"/talks/{held.slug}/")

    for words in ("Geneva", "Walked out", "Second Officer", "A second round"):
        assert words in page


def test_a_round_that_nobody_knows_is_not_found(client):
    assert client.get("/talks/no-such-round/").status_code == 404


def test_a_series_is_called_in_the_readers_language(client):
    held = make.geneva_round()
    held.series_ar = "اللجنة العسكرية"
    held.save()

    assert "اللجنة العسكرية" in get(client, "/ar/talks/")
    assert "اللجنة العسكرية" in get(client, f"/ar/talks/{held.slug}/")


def test_the_rounds_can_be_taken_whole(client):
    held = make.geneva_round()

    shown = client.get("/talks/rounds.csv").text
    everything = client.get("/talks/rounds.all.csv").text

    assert held.slug in shown
    assert "gna:5:" in everything
