"""Every public page: in three languages, in few queries, with its title and words."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse
from django.utils import translation

from tests import factories

pytestmark = pytest.mark.django_db
# name, arguments, and the most queries the page may cost
PAGES = [
    ("overview", [], 12),
    ("timeline", [], 8),
    ("event", ["january-truce"], 9),
    ("articles", [], 2),
    ("article", ["REPORT"], 6),
    ("actors", [], 2),
    ("actor", ["gna"], 6),
    ("places", [], 2),
    ("place", ["libya"], 4),
    ("compare", [], 0),
    ("map", [], 2),
    ("search", [], 0),
    ("method", [], 0),
]
EVERY_PAGE = pytest.mark.parametrize(
    ("name", "args", "queries"), PAGES, ids=[name for name, *_rest in PAGES]
)


@pytest.fixture
def report():
    """A report from which something was published, and something waits."""
    truce = factories.january_truce()
    factories.geneva_round()
    factories.violation(truce)
    report = factories.article(source=factories.herald())
    factories.citation(event=truce.event, article=report)
    factories.figure(report, event=truce.event)
    factories.suggestion(report)
    return report


def address(name, args, report, language="en"):
    with translation.override(language):
        return reverse(name, args=[report.pk if a == "REPORT" else a for a in args])


@EVERY_PAGE
@pytest.mark.parametrize("language", ["en", "ar", "fr"])
def test_each_page_says_its_language_and_direction(
    client, report, language, name, args, queries
):
    response = client.get(address(name, args, report, language))

    direction = "rtl" if language == "ar" else "ltr"
    assert response.status_code == 200
    assert f'<html lang="{language}" dir="{direction}">' in response.text


@EVERY_PAGE
def test_each_page_costs_few_queries(
    client, report, django_assert_max_num_queries, name, args, queries
):
    where = address(name, args, report)

    with django_assert_max_num_queries(queries):
        client.get(where)


@EVERY_PAGE
def test_each_page_has_a_title_and_a_description_of_its_own(
    client, report, name, args, queries
):
    html = client.get(address(name, args, report)).text

    title = re.search(r"<title>(.+) · Libya Talks Tracker</title>", html)
    described = re.search(r'<meta name="description" content="(.+)">', html)
    assert title
    assert described
    assert html.count("<h1") == 1


@EVERY_PAGE
def test_each_page_obeys_the_content_policy(client, report, name, args, queries):
    html = client.get(address(name, args, report)).text

    assert not re.search(
        r"<style|<script(?![^>]+(src=|application/ld.json))| style=| on\w+=", html
    )


@EVERY_PAGE
def test_each_page_is_small(client, report, name, args, queries):
    assert len(client.get(address(name, args, report)).content) < 200_000


@pytest.mark.parametrize(
    "where",
    [
        "/events/nothing/",
        "/actors/nobody/",
        "/places/nowhere/",
        "/articles/0/",
        "/articles/99999999999999999999999999/",
    ],
)
def test_what_does_not_exist_is_not_found(client, where):
    response = client.get(where)

    assert response.status_code == 404
    assert "Nothing is here" in response.text


def test_pages_cannot_be_posted_to(client):
    assert client.post("/timeline/").status_code == 405
