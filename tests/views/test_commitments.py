"""The commitments pages: from a promise to its day, and to what came after it."""

from __future__ import annotations

import html
from datetime import date

import pytest

from talks.models import Event, Obligation
from tests import factories as make

pytestmark = pytest.mark.django_db


def get(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return html.unescape(response.text)


@pytest.fixture
def foreign_departure():
    """The promise that foreign fighters leave within three months, and a flight after it."""
    agreement = make.event(
        date(2020, 10, 23), kind=Event.Kind.AGREEMENT, title="A ceasefire is signed"
    )
    made = make.commitment(
        agreement,
        slug="foreign-departure",
        provision="Foreign fighters leave.",
        due_rule="three months after signature",
    )
    Obligation.objects.create(commitment=made, actor=make.lna())
    make.commitment_status(made, as_of=date(2021, 3, 1), level="not_started")
    make.embargo_violation(date(2021, 2, 2), recipient=make.lna())
    return made


def test_one_click_leads_from_the_promise_to_its_day_and_what_came_after(
    client, foreign_departure
):
    listed = get(client, "/commitments/")
    page = get(client, "/commitments/foreign-departure/")

    assert 'href="/commitments/foreign-departure/"' in listed
    for words in ("23 January 2021", "three months after signature", "overdue by"):
        assert words in page
    assert foreign_departure.agreement.title in page
    assert "What came after its day" in page
    assert "Embargo violation" in page


def test_each_quarter_has_its_level(client, foreign_departure):
    page = get(client, "/commitments/")

    assert 'class="quarter v-not_started"' in page
    assert "Q1<br>2021" in page


def test_before_its_day_a_promise_is_upcoming(client, foreign_departure):
    page = get(client, "/commitments/foreign-departure/?as_of=2020-12-24")

    assert "due in 30 days" in page


def test_an_unknown_promise_is_not_found(client):
    assert client.get("/commitments/none/").status_code == 404


@pytest.mark.parametrize("prefix", ["", "/ar", "/fr"])
def test_a_page_costs_few_queries(
    client, prefix, foreign_departure, django_assert_max_num_queries
):
    with django_assert_max_num_queries(1):
        get(client, f"{prefix}/commitments/")
    with django_assert_max_num_queries(2):
        get(client, f"{prefix}/commitments/foreign-departure/")
