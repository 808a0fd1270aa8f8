"""The search page: a plain form that says how it read what was typed."""

from __future__ import annotations

import html

import pytest
from playwright.sync_api import expect

from talks.models import ActorAlias
from tests import factories

pytestmark = pytest.mark.django_db


def get(client, query="", language=""):
    return html.unescape(client.get(f"{language}/search/?{query}").text)


def test_the_search_box_of_every_page_leads_here(client):
    assert '<form class="seek" role="search" action="/search/">' in client.get("/").text


def test_without_words_it_says_what_can_be_looked_for(client):
    assert "names in any spelling" in get(client)


def test_it_says_how_names_and_dates_were_read(client):
    ActorAlias.objects.create(actor=factories.haftar(), text="Hifter")

    shown = get(client, "q=Hifter+January+2020")

    assert '<q>Hifter</q> is read as <a href="/actors/haftar/">' in shown
    assert "<q>January 2020</q> is read as the time 1–31 January 2020" in shown
    assert 'href="?q=Hifter+January+2020&dates=words"' in shown


def test_what_was_looked_for_is_marked(client):
    factories.event(title="A truce")

    assert "A <mark>truce</mark>" in get(client, "q=truce")


def test_the_timeline_is_one_link_away_with_the_same_question(client):
    factories.geneva_round()

    assert 'href="/timeline/?q=Geneva&from=2020-01-01&to=2020-12-31"' in get(
        client, "q=Geneva+2020"
    )


def test_nothing_found_is_not_called_peace(client):
    assert "does not mean that nothing happened" in get(client, "q=unheardof")


@pytest.mark.parametrize("query", ["q=%00", "in=nothing", f"q={'a+' * 9}"])
def test_what_is_wrong_in_the_address_is_said(client, query):
    assert "could not be used" in get(client, query)


def test_what_is_typed_cannot_become_markup(client):
    factories.event(title="<b>truce</b>")

    assert "<b>" not in client.get("/search/?q=<b>truce").text


@pytest.mark.parametrize("language", ["", "/ar", "/fr"])
def test_a_title_in_another_language_says_so(client, language):
    factories.event(title="A truce", title_ar="هدنة", title_fr="Une trêve")

    assert 'class="hit-name"' in get(client, "q=هدنة", language)


def test_a_slash_puts_the_cursor_into_the_box(page):
    page.goto("/method/")

    page.keyboard.press("/")

    expect(page.locator(".seek input[type=search]")).to_be_focused()


def test_a_slash_in_a_form_is_a_slash(page):
    page.goto("/search/")

    page.locator(".ask input[type=search]").press("/")

    expect(page.locator(".ask input[type=search]")).to_have_value("/")
