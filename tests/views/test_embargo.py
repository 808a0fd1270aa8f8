"""The embargo page: accused beside confirmed, periods beside totals."""

from __future__ import annotations

import html

import pytest

from tests import factories as make

pytestmark = pytest.mark.django_db


def get(client, address: str = "/embargo/") -> str:
    response = client.get(address)
    assert response.status_code == 200
    return html.unescape(response.text)


def test_a_case_says_from_whom_to_whom_and_by_what(client):
    make.embargo_violation(
        supplier=make.unsmil(),
        recipient=make.lna(),
        carrier="Bana",
        carrier_mark="7920",
    )

    page = get(client)

    for words in ("1 case, by month", "Bana", "7920", "Libyan National Army"):
        assert words in page


def test_a_stricter_standard_leaves_cases_out(client):
    make.embargo_violation()

    assert "No case meets this standard" in get(client, "/embargo/?proof=confirmed")


def test_what_missions_checked_says_since_when(client):
    make.figure(
        measure="vessels_hailed",
        population="not_applicable",
        scope="cumulative",
        since_earliest=make.TODAY.replace(month=1),
        since_latest=make.TODAY.replace(month=1),
    )

    page = get(client)

    assert "Vessels hailed" in page
    assert "4 January 2020" in page


@pytest.mark.parametrize("prefix", ["", "/ar", "/fr"])
def test_the_page_costs_few_queries(client, prefix, django_assert_max_num_queries):
    for _ in range(4):
        make.embargo_violation(supplier=make.gna())

    with django_assert_max_num_queries(7):
        get(client, f"{prefix}/embargo/")
