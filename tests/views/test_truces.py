"""The truce pages: is one in force, how long it held, who is accused of breaking it."""

from __future__ import annotations

import html
import re
from datetime import date

import pytest

from tests import factories as make
from tests.pictures import kept, skeleton

pytestmark = pytest.mark.django_db


def get(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return html.unescape(response.text)


def broken(day: date, reports: int = 1):
    return make.violation(
        make.january_truce(),
        day,
        who=[(make.lna(), "accused")],
        cited_by=[make.article() for _ in range(reports)],
    )


def test_the_ledger_answers_whether_a_truce_is_in_force(client):
    assert "No truce is in force." in get(client, "/truces/")

    make.january_truce()

    assert "A truce is in force, since 12 January 2020." in get(client, "/truces/")
    assert "No truce is in force." in get(client, "/truces/?as_of=2020-01-01")


def test_the_standard_of_proof_switches_every_count(client):
    broken(date(2020, 1, 18))
    broken(date(2020, 1, 19), reports=2)

    alleged, two, confirmed = (
        get(client, f"/truces/january-truce/?proof={proof}")
        for proof in ("", "two", "confirmed")
    )

    assert "2 violations counted" in alleged
    assert "1 violation counted" in two
    assert "No violation meets this standard of proof; 2 are alleged." in confirmed


def test_the_picture_of_violations_keeps_its_structure(client):
    broken(date(2020, 1, 18))
    broken(date(2020, 1, 28))

    page = get(client, "/truces/january-truce/?as_of=2020-03-01")

    assert skeleton(page, "by-week") == kept("violations")


def test_violations_of_a_long_truce_are_drawn_by_month(client):
    for day in (date(2020, 1, 12), date(2020, 1, 20), date(2024, 5, 2)):
        broken(day)

    page = get(client, "/truces/january-truce/")

    assert "January 2020: Libyan National Army 2" in page
    assert "May 2024: Libyan National Army 1" in page
    assert "said to be broken on its first day" in page


def test_a_violation_says_why_it_is_graded_so(client):
    broken(date(2020, 1, 19), reports=2)

    page = get(client, "/truces/january-truce/")

    assert "2 independent sources" in page
    assert "Libyan National Army" in page


def test_who_tells_of_a_violation_and_who_denies_it_are_named(client):
    shelling = broken(date(2020, 1, 19))
    for stance, speaker in (("alleges", make.gna()), ("denies", make.haftar())):
        make.citation(
            event=shelling, article=make.article(), stance=stance, speaker=speaker
        )

    page = get(client, "/truces/january-truce/")

    said = dict(
        re.findall(
            r"<dt>([^<]+)</dt><dd>(?:<[^>]+>)*([^<]+)", page[page.index("Week") :]
        )
    )
    assert said["accused"] == "Libyan National Army"
    assert said["alleged by"] == "Government of National Accord"
    assert said["denied by"] == "Khalifa Haftar"
    assert said["confirmed by"] == "nobody, as far as is known"
    assert "Contested" in page


def test_violations_stand_by_the_week_of_the_truce(client):
    for day in (date(2020, 1, 12), date(2020, 1, 18), date(2020, 1, 19)):
        broken(day)

    page = get(client, "/truces/january-truce/")
    first, second = page.index('id="week-1"'), page.index('id="week-2"')

    assert "12–18 January 2020" in page[first:second]
    assert page[first:second].count("<time>") == 2


def test_what_others_counted_stands_beside_and_is_not_added(client):
    broken(date(2020, 1, 18))
    make.figure(
        measure="truce_violations",
        population="not_applicable",
        scope="cumulative",
        low=110,
        best=None,
        high=None,
        qualifier="more_than",
        since_earliest=date(2020, 1, 12),
        since_latest=date(2020, 1, 12),
    )

    page = get(client, "/truces/january-truce/")

    assert "1 violation counted" in page
    assert "more than 110" in page[page.index("How many others counted") :]


def test_too_few_events_are_not_compared(client):
    broken(date(2020, 1, 18))

    assert "too few events to say" in get(client, "/truces/january-truce/")


def test_a_truce_without_violations_is_not_called_kept(client):
    make.january_truce()

    page = get(client, "/truces/january-truce/")

    assert "That is not to say that there was none." in page


def test_an_unknown_truce_is_not_found(client):
    assert client.get("/truces/none/").status_code == 404


@pytest.mark.parametrize("prefix", ["", "/ar", "/fr"])
def test_a_page_costs_few_queries(client, prefix, django_assert_max_num_queries):
    for day in (13, 14, 18, 19):
        broken(date(2020, 1, day))
    make.commitment(make.january_truce().event)

    with django_assert_max_num_queries(3):
        get(client, f"{prefix}/truces/")
    with django_assert_max_num_queries(11):
        get(client, f"{prefix}/truces/january-truce/")
