"""The figures pages' rows: series, corrections, sums, balance, and the second clock."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from talks.models import Event, Figure
from talks.models.events import Standard
from talks.queries import figures
from tests import factories as make

pytestmark = pytest.mark.django_db
DAY = date(2021, 3, 1)
QUARTER = {
    "scope": "cumulative",
    "population": "civilians",
    "since_earliest": date(2020, 4, 1),
    "since_latest": date(2020, 4, 1),
    "as_of_earliest": date(2020, 6, 30),
    "as_of_latest": date(2020, 6, 30),
}
# the published assessments of displacement, by the last day of each
ROUNDS = {
    date(2020, 10, 31): 316_415,
    date(2020, 12, 31): 278_177,
    date(2021, 2, 28): 245_483,
    date(2021, 11, 30): 179_047,
    date(2022, 1, 31): 168_011,
}


def report(day: date, **fields):
    return make.article(
        published_at=datetime(day.year, day.month, day.day, 9, tzinfo=UTC), **fields
    )


def exactly(number: int, **fields) -> dict:
    return {"low": number, "best": number, "high": number, **fields}


def second_quarter():
    """Make the UN's count of July 2020, and its correction three weeks later."""
    first, second = report(date(2020, 7, 8)), report(date(2020, 7, 29))
    for measure, before, after in (("deaths", 102, 106), ("injured", 254, 252)):
        known = {**QUARTER, "measure": measure, "attributed_actor": make.unsmil()}
        wrong = make.figure(first, **known, **exactly(before))
        make.figure(second, **known, **exactly(after), supersedes=wrong)


@pytest.mark.parametrize(
    ("day", "killed", "injured"),
    [
        pytest.param(date(2020, 7, 10), 102, 254, id="before-the-correction"),
        pytest.param(date(2020, 8, 1), 106, 252, id="after-it"),
    ],
)
def test_a_correction_counts_from_the_day_it_was_published(day, killed, injured):
    second_quarter()

    numbers = []
    for measure in ("deaths", "injured"):
        (period,) = figures.page(measure, "", day=day, language="en").periods
        numbers.append((period.band.low, period.band.high))

    assert numbers == [(killed, killed), (injured, injured)]
    assert sum(low for low, _high in numbers) == killed + injured


def test_the_corrected_claim_is_still_there_and_says_by_which():
    second_quarter()

    page = figures.page("deaths", "civilians", day=DAY, language="en")

    corrected, standing = page.claims
    assert corrected.superseded_by == standing.id
    assert page.flags == []


def test_levels_by_round_keep_their_published_values_and_are_never_summed():
    assessors = make.actor()
    for day, number in ROUNDS.items():
        make.figure(
            report(day),
            **exactly(number, measure="displaced", population="civilians"),
            scope="stock",
            as_of_earliest=day,
            as_of_latest=day,
            place=make.libya(),
            attributed_actor=assessors,
        )

    page = figures.page("displaced", "", day=date(2022, 3, 1), language="en")

    (levels,) = page.levels
    assert [one.count.best for one in levels.claims] == list(ROUNDS.values())
    assert levels.band.high == 168_011
    assert None in {step.band for step in levels.steps}
    assert page.sums == []
    assert page.totals == []


def test_flights_of_a_month_and_all_since_the_launch_are_two_series():
    told = report(date(2024, 1, 15))
    month = {"as_of_earliest": date(2023, 12, 31), "as_of_latest": date(2023, 12, 31)}
    launch, first = date(2020, 5, 4), date(2023, 12, 1)
    flights = {"measure": "aircraft", "population": "not_applicable", **month}
    whole = make.figure(
        told,
        **exactly(1336, scope="cumulative", **flights),
        since_earliest=launch,
        since_latest=launch,
    )
    make.figure(
        told,
        **exactly(26, scope="cumulative", **flights),
        since_earliest=first,
        since_latest=first,
        subset_of=whole,
    )

    page = figures.page("aircraft", "", day=date(2024, 2, 1), language="en")

    starts = {s.since.earliest: [c.count.best for c in s.claims] for s in page.periods}
    assert starts == {launch: [1336], first: [26]}
    assert page.sums == []


def test_what_was_not_yet_reported_is_not_shown():
    make.figure(report(date(2020, 5, 1)))

    assert figures.page("deaths", "", day=date(2020, 4, 1), language="en") is None


def test_a_draft_is_not_shown():
    make.figure(status=Figure.Status.DRAFT)

    assert figures.page("deaths", "", day=DAY, language="en") is None


def test_the_toll_of_a_discounted_event_stays_visible_and_out_of_the_sums():
    for reason in ("", "It was another place."):
        event = make.event(
            date(2020, 1, 4), kind=Event.Kind.ATTACK, discounted_reason=reason
        )
        make.figure(event=event, **exactly(5))

    page = figures.page("deaths", "all", day=DAY, language="en")

    (january,) = page.sums
    assert (len(january.choices), january.missing) == (1, 0)
    assert len(page.claims) == 2
    assert (page.unattached, page.unviolent) == (0, 0)


def test_incident_sums_say_how_many_events_have_no_number():
    strike = make.event(date(2020, 1, 4), kind=Event.Kind.ATTACK)
    make.event(date(2020, 1, 9), kind=Event.Kind.ATTACK)
    flood = make.event(date(2020, 1, 9), kind=Event.Kind.HUMANITARIAN)
    make.figure(event=flood, **exactly(4000))
    make.figure(event=strike, **exactly(30))
    make.figure(event=strike, **exactly(28), as_stated="28")
    make.figure(**exactly(500))

    page = figures.page("deaths", "all", day=DAY, language="en")

    (january,) = page.sums
    assert (len(january.choices), january.missing) == (1, 1)
    assert january.high == 30
    assert (page.unattached, page.unviolent) == (1, 1)


def test_the_balance_says_which_camp_claims_about_which():
    strike = make.event(
        kind=Event.Kind.ATTACK,
        who=[(make.lna(), "accused"), (make.haftar(), "accused")],
    )
    make.figure(event=strike, attributed_actor=make.gna())
    make.figure(as_stated="9", attributed_actor=make.gna())
    make.figure(report(make.TODAY, source=make.source(lean="independent")))

    page = figures.page("deaths", "", day=DAY, language="en")

    assert [(row.camp, dict(row.accused), row.total) for row in page.balance] == [
        ("gna", {"lna": 1, "": 1}, 2),
        ("independent", {"": 1}, 1),
    ]


def test_names_come_in_the_readers_language():
    make.figure(attributed_actor=make.gna(), place=make.tripoli())

    (claim,) = figures.page("deaths", "", day=DAY, language="ar").claims

    assert claim.speaker.text.language == claim.place.text.language == "ar"


@pytest.mark.parametrize("claims", [1, 30])
def test_a_page_costs_two_queries_however_many_claims(
    claims, django_assert_max_num_queries
):
    strike = make.event(kind=Event.Kind.ATTACK, who=[(make.lna(), "accused")])
    for number in range(claims):
        make.figure(event=strike, as_stated=str(number))

    with django_assert_max_num_queries(2):
        figures.page("deaths", "", day=DAY, language="ar")


def test_a_sum_counts_the_events_that_meet_the_standard_of_proof():
    for reports in (1, 2):
        strike = make.event(
            date(2020, 1, 4),
            kind=Event.Kind.ATTACK,
            cited_by=[make.article() for _ in range(reports)],
        )
        make.figure(event=strike, **exactly(5))

    sums = {
        standard: figures.page(
            "deaths", "all", day=DAY, language="en", standard=standard
        ).sums
        for standard in Standard
    }

    assert [month.low for month in sums[Standard.ALL]] == [10]
    assert [month.low for month in sums[Standard.TWO]] == [5]
    assert sums[Standard.CONFIRMED] == []
