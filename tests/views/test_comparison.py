"""The comparison page: a form, then a table in which each number is a link."""

from __future__ import annotations

import html
from datetime import date

import pytest

from tests import factories

pytestmark = pytest.mark.django_db
BOTH = "a_from=2020-01&a_to=2020-01&b_from=2020-02&b_to=2020-02"


def get(client, query="", language=""):
    return html.unescape(client.get(f"{language}/timeline/compare/?{query}").text)


def test_without_periods_it_asks_for_them(client):
    assert "Name the first and last day of two periods" in get(client)


def test_each_number_leads_to_its_events(client):
    factories.event(date(2020, 2, 5), kind="attack")

    shown = get(client, BOTH)

    assert (
        'href="/timeline/?kind=attack&from=2020-02-01&to=2020-02-29" rel="nofollow">1<'
        in shown
    )
    assert '<bdi dir="ltr">+1</bdi>' in shown


def test_periods_of_unequal_length_are_called_so(client):
    assert "not equally long: 31 days and 29 days" in get(client, BOTH)


def test_what_is_wrong_in_the_address_is_said(client):
    assert "could not be used" in get(client, "a_from=never")


@pytest.mark.parametrize("language", ["", "/ar", "/fr"])
def test_it_speaks_each_language(client, language):
    response = client.get(f"{language}/timeline/compare/?{BOTH}")

    assert response.status_code == 200
    assert response.text.count("<h1") == 1
