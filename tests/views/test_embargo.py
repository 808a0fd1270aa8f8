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

    for words in ("embargo: 1 case, by month", "Bana", "7920", "Libyan National Army"):
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

    with django_assert_max_num_queries(8):
        get(client, f"{prefix}/embargo/")


def test_a_case_shows_its_exemption_and_by_what_standard_it_was_found(client):
    make.embargo_violation(
        exemption="None was notified", standard_of_proof="reasonable"
    )

    page = get(client)

    assert "None was notified" in page
    assert "Reasonable grounds to believe" in page


def test_a_number_of_a_table_leads_to_its_cases_alone(client):
    make.embargo_violation(supplier=make.unsmil(), carrier="Bana")
    make.embargo_violation(supplier=make.gna(), carrier="Amazon")

    whole, narrowed = get(client), get(client, "/embargo/?supplier=gna")

    assert 'href="?supplier=gna"' in whole
    assert "Bana" in whole
    assert "Amazon" in narrowed
    assert "Bana" not in narrowed


def test_a_report_on_many_breaches_stands_beside_the_cases_and_is_none(client):
    make.embargo_violation(item="various")

    page = get(client)

    assert "Reports on many breaches" in page
    assert "by month" not in page


def test_what_counts_a_month_stands_apart_from_what_counts_since_the_launch(client):
    for number, month in ((1336, 1), (26, 12)):
        make.figure(
            measure="aircraft",
            population="not_applicable",
            scope="cumulative",
            low=number,
            best=number,
            high=number,
            since_earliest=make.TODAY.replace(year=2019, month=month),
            since_latest=make.TODAY.replace(year=2019, month=month),
            attributed_actor=make.unsmil(),
        )

    page = get(client)
    since, period = page.index("Since the launch"), page.index("In a period of its own")

    assert since < page.index("1,336") < period < page.index("<b>26</b>")


def test_the_cases_can_be_taken_whole(client):
    make.embargo_violation(carrier="Bana", supplier=make.gna())
    make.embargo_violation(carrier="Amazon", supplier=make.unsmil())

    shown = client.get("/embargo/cases.csv?supplier=gna").text
    everything = client.get("/embargo/cases.all.csv?supplier=gna").text

    assert shown.splitlines()[1].startswith("2020-02,")
    assert "Bana" in everything
    assert "Amazon" in everything
