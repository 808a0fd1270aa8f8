"""All shipped facts on the pages of numbers: drawn without a warning, in each language."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction

from talks.models import Commitment, Event, Figure, Truce
from talks.queries import cards, figures

pytestmark = pytest.mark.django_db
PAST = "?as_of=2020-02-04"
DAY = date(2024, 12, 31)


@pytest.fixture(scope="module")
def shipped(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """All shipped facts, written once for the tests of this module."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("seed", verbosity=0)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def addresses(shipped: None) -> list[str]:
    """Return every page of numbers, of today and of a past day."""
    pages = ["/figures/", "/truces/", "/talks/", "/embargo/", "/commitments/"]
    for measure, population in Figure.objects.values_list("measure", "population"):
        pages.append(f"/figures/{measure}/?population={population}")
    pages += [f"/truces/{truce.event.slug}/" for truce in Truce.objects.all()]
    pages += [f"/commitments/{one.slug}/" for one in Commitment.objects.all()]
    return sorted({*pages, *(page + PAST for page in pages[:5])})


@pytest.mark.parametrize("prefix", ["", "/ar", "/fr"])
def test_every_shipped_number_is_drawn_without_a_warning(client, prefix, addresses):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        answers = {
            page: client.get(prefix + page).status_code
            for page in addresses
            # what nobody had claimed by that day has no page of its own to fail
        }

    assert {
        page: code for page, code in answers.items() if code not in {200, 404}
    } == {}
    assert [
        page for page, code in answers.items() if code == 404 and PAST not in page
    ] == []


def series(measure: str, population: str, anchor: str) -> list[tuple[str, int]]:
    """Return the days and numbers of a picture, as its spreadsheet gives them."""
    page = figures.page(measure, population, day=DAY, language="en")
    (one,) = [each for each in (*page.totals, *page.levels) if each.anchor == anchor]
    return [(f"{claim.day:%Y-%m}", claim.most) for claim in one.claims]


def test_displacement_by_assessment_is_what_was_published(shipped):
    """Rounds 33 to 40 of the Displacement Tracking Matrix, and never their sum."""
    published = [
        *(("2020-10", 316_415), ("2020-12", 278_177), ("2021-02", 245_483)),
        *(("2021-04", 223_949), ("2021-09", 199_949), ("2021-11", 179_047)),
        ("2022-01", 168_011),
    ]

    drawn = series("displaced", "civilians", "stock-civilians-libya")

    assert [each for each in drawn if each in published] == published
    page = figures.page("displaced", "civilians", day=DAY, language="en")
    (levels,) = [one for one in page.levels if len(one.claims) > 1]
    gaps = [step.first.year for step in levels.steps if step.band is None]
    assert gaps
    assert all(month.low < 168_011 for month in page.sums)


def test_the_tolls_of_tripoli_are_what_was_published(shipped):
    """What the WHO gave from April to August 2019: each total replaces the last."""
    drawn = series("deaths", "all", "cumulative-all-tripoli-20190404")

    assert sorted(number for _month, number in drawn) == [
        *(147, 205, 443, 635, 691, 739, 1048, 1093)
    ]
    page = figures.page("deaths", "all", day=date(2019, 7, 31), language="en")
    (total,) = [one for one in page.totals if one.since and one.place.slug == "tripoli"]
    assert (total.band.low, total.band.high) == (1048, 1048)


def test_the_quarters_of_civilian_casualties_are_what_was_published(shipped):
    """The mission's 356 became 358: four more killed, two fewer injured."""
    counted = {
        claim.slug: claim
        for measure in ("deaths", "injured")
        for claim in figures.page(measure, "civilians", day=DAY, language="en").claims
    }

    def total(*slugs: str) -> int:
        return sum(counted[slug].least for slug in slugs)

    assert total("civilian-deaths-2020-q1", "civilian-injured-2020-q1") == 131
    first = [f"civilian-{what}-2020-q2-first-count" for what in ("deaths", "injured")]
    second = [f"civilian-{what}-2020-q2" for what in ("deaths", "injured")]
    assert (total(*first), total(*second)) == (356, 358)
    for before, after in zip(first, second, strict=True):
        assert counted[before].superseded_by == counted[after].id


def test_no_month_counts_an_event_twice_or_a_total_at_all(shipped):
    for measure in ("deaths", "injured"):
        page = figures.page(measure, "all", day=DAY, language="en")
        counted = [choice.claim for month in page.sums for choice in month.choices]

        assert {claim.scope for claim in counted} == {"incident"}
        assert len({claim.event for claim in counted}) == len(counted)


def test_who_accused_whom_in_the_first_week_of_the_january_truce(client, shipped):
    page = client.get("/truces/truce-12-january/").text
    week = page[page.index('id="week-1"') : page.index('id="week-2"')]

    assert "12–18 January 2020" in week
    assert "Parties trade accusations" in week
    assert "Air strikes reported near Abu Grein" in week
    assert week.count("alleged by") == 2
    assert week.count("nobody, as far as is known") == 2
    assert "more than 110" in page[page.index("How many others counted") :]


def test_which_promised_meeting_never_took_place(client, shipped):
    page = client.get("/talks/?promised=never").text
    promised = page[page.index('id="promises"') : page.index('id="series-1"')]

    assert "National Conference in Ghadames" in promised
    assert promised.count("<li") == 1


def test_shipped_events_are_graded_by_who_speaks(shipped):
    graded = {
        card.slug: card.grade.value
        for card in cards.fetch(Event.objects.published(), "en")
    }

    assert graded["tripoli-port-shelling"] == "confirmed"
    assert graded["military-academy-strike"] == "contested"
    assert graded["wagner-reports-2019"] == "contested"
    assert graded["khallatat-clash-jan-2020"] == "weak"
    assert graded["unsmil-850-breaches"] == "confirmed"


def test_from_the_promise_that_fighters_leave_to_its_day_and_what_followed(
    client, shipped
):
    slug = "cfa-foreign-departure"
    assert Commitment.objects.get(slug=slug).due_on == date(2021, 1, 23)
    page = client.get(f"/commitments/{slug}/").text

    assert "23 January 2021" in page
    assert "Deadline for foreign fighters to leave passes" in page
