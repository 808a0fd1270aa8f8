"""Bands, recommendation, steps, sums and flags, on made and on published numbers."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talks.queries.claims import (
    KEEPS_UP,
    LEVEL_IS_DRAWN,
    Band,
    Odd,
    Why,
    band,
    flags,
    recommended,
    standing,
    steps,
    sums,
    usable,
)
from talks.values import PartialDate
from tests.claims import BEGIN, claim, claims, level, toll

DAY = date(2020, 2, 4)
SECOND_QUARTER = {
    "since": PartialDate.of_day(date(2020, 4, 1)),
    "as_of": PartialDate.of_day(date(2020, 6, 30)),
    "population": "civilians",
}


# ------------------------------------------------------------------ bands


def test_a_band_runs_from_the_lowest_to_the_highest_claim():
    told = [claim("more than 1,000", by="un"), claim(1500), claim(2000, by="voa")]

    assert band(told) == Band(1000, 2000, is_open_below=False, is_open_above=False)


@pytest.mark.parametrize(
    ("words", "low", "high", "below", "above"),
    [
        pytest.param("12", 12, 12, False, False, id="exact"),
        pytest.param("at least 12", 12, 12, False, True, id="at-least"),
        pytest.param("more than 12", 12, 12, False, True, id="more-than"),
        pytest.param("up to 12", 12, 12, True, False, id="up-to"),
        pytest.param("fewer than 12", 12, 12, True, False, id="fewer-than"),
        pytest.param("10-12", 10, 12, False, False, id="range"),
        pytest.param("dozens", 24, 99, False, False, id="vague"),
        pytest.param("about 12", 12, 12, False, False, id="about"),
    ],
)
def test_a_band_of_one_claim_is_open_where_its_words_are(
    words, low, high, below, above
):
    assert band([claim(words)]) == Band(low, high, below, above)


def test_nothing_has_no_band():
    assert band([]) is None


@given(st.lists(claims(), min_size=1))
def test_a_band_holds_every_number_of_its_claims_and_touches_two(told):
    made = band(told)

    assert all(made.holds(one.least) and made.holds(one.most) for one in told)
    assert made.low in {one.least for one in told}
    assert made.high in {one.most for one in told}


@given(st.lists(claims(), min_size=1), claims())
def test_a_further_claim_never_narrows_a_band(told, further):
    before, after = band(told), band([*told, further])

    assert after.low <= before.low
    assert after.high >= before.high


# ------------------------------------------------------------------ what stands


def test_a_speaker_replaces_what_he_said_before():
    told = [claim(147, BEGIN), claim(205, BEGIN + timedelta(2)), claim(190, by="gna")]

    assert [one.least for one in standing(told, DAY)] == [205, 190]


def test_what_is_denied_feared_corrected_or_a_part_does_not_stand():
    told = [
        claim(assertion="denied"),
        claim(assertion="hypothetical"),
        claim(superseded_by=7),
        claim(part_of=7),
    ]

    assert standing(told, DAY) == []


def test_a_level_stops_standing_when_nobody_renews_it():
    told = [level(1_300_000, date(2016, 11, 15), by="ocha")]

    assert standing(told, date(2017, 6, 1), lasts=timedelta(366)) == told
    assert standing(told, date(2018, 6, 1), lasts=timedelta(366)) == []


@given(st.lists(claims()), st.integers(0, 800))
def test_each_speaker_stands_with_one_day_and_nothing_from_the_future(told, days):
    day = BEGIN + timedelta(days)

    now = standing(told, day)

    assert all(one.day <= day for one in now)
    assert len({(one.speaker.slug, one.day) for one in now}) == len(
        {one.speaker.slug for one in now}
    )
    begun = [one for one in usable(told) if one.day <= day]
    newest = max((one.day for one in begun), default=day)
    assert {one.speaker.slug for one in now} == {
        one.speaker.slug for one in begun if newest - one.day <= KEEPS_UP
    }


def test_a_total_left_far_behind_by_others_stands_no_more():
    old = claim("about 25,000", BEGIN, by="iom")
    new = claim(201_000, BEGIN + KEEPS_UP, by="un")
    newer = claim(205_000, BEGIN + KEEPS_UP + timedelta(1), by="ocha")

    assert standing([old, new], DAY) == [old, new]
    assert standing([old, new, newer], DAY) == [new, newer]


@given(st.lists(claims(), min_size=1), st.randoms())
def test_what_is_corrected_never_touches_the_band(told, random):
    corrected = random.choice(told)
    others = [one for one in told if one is not corrected]
    shadow = claim(9_999_999, corrected.day, superseded_by=1, by="who")

    assert band(standing([*others, shadow], DAY)) == band(standing(others, DAY))


# ------------------------------------------------------------------ the recommended one


@pytest.mark.parametrize(
    ("better", "worse", "why"),
    [
        pytest.param(
            claim(is_recommended=True), claim(day=DAY), Why.STAFF, id="staff-first"
        ),
        pytest.param(
            claim(), claim(assertion="claimed", day=DAY), Why.ASSERTED, id="asserted"
        ),
        pytest.param(
            claim(day=DAY), claim(reliability="A"), Why.LATEST, id="the-latest"
        ),
        pytest.param(
            claim(reliability="A"), claim(reliability="C"), Why.RELIABLE, id="reliable"
        ),
        pytest.param(claim(12), claim("at least 12"), Why.EXACT, id="exact"),
        pytest.param(claim(id=1), claim(id=2), Why.FIRST, id="first-recorded"),
        pytest.param(claim(), claim(superseded_by=3), Why.ONLY, id="only-one-left"),
    ],
)
def test_the_better_claim_is_taken_and_the_reason_told(better, worse, why):
    for told in ([better, worse], [worse, better]):
        choice = recommended(told)

        assert (choice.claim, choice.why) == (better, why)


@given(st.lists(claims(), max_size=8), st.randoms())
def test_one_usable_claim_is_taken_whatever_the_order(told, random):
    shuffled = random.sample(told, len(told))

    choice, again = recommended(told), recommended(shuffled)

    assert (choice is None) == (not usable(told))
    assert choice is None or choice.claim in usable(told)
    assert choice == again


@given(st.lists(claims(), min_size=1))
def test_the_recommended_claim_lies_in_the_band(told):
    choice, stands = recommended(told), band(usable(told))

    assert choice is None or stands.holds(choice.claim.most)


# ------------------------------------------------------------------ steps


def test_a_corrected_quarter_shows_only_its_correction():
    killed = claim(102, superseded_by=2, **SECOND_QUARTER)
    killed_now = claim(106, id=2, **SECOND_QUARTER)
    injured = claim(254, measure="injured", superseded_by=4, **SECOND_QUARTER)
    injured_now = claim(252, id=4, measure="injured", **SECOND_QUARTER)

    (step,) = steps([killed, killed_now])
    (injured_step,) = steps([injured, injured_now])

    assert (step.band.low, step.band.high) == (106, 106)
    assert killed.least + injured.least == 356
    assert step.choice.claim.least + injured_step.choice.claim.least == 358
    assert killed_now.least - killed.least == 4
    assert injured_now.least - injured.least == -2


def test_a_long_silence_between_assessments_is_a_gap():
    told = [
        level(278_177, date(2020, 12, 31)),
        level(245_483, date(2021, 2, 28)),
        level(179_047, date(2021, 11, 30)),
        level(168_011, date(2022, 1, 31)),
    ]

    made = steps(told, lasts=LEVEL_IS_DRAWN)

    assert [step.band and step.band.low for step in made] == [
        *(278_177, 245_483, None, 179_047, 168_011)
    ]
    assert made[2].until == date(2021, 11, 30)


@given(st.lists(claims()), st.none() | st.integers(1, 200))
def test_steps_follow_each_other_without_a_hole(told, days):
    made = steps(told, lasts=timedelta(days) if days else None)

    assert all(one.until == other.first for one, other in pairwise(made))
    assert not made or made[-1].band is not None
    assert bool(made) == bool(usable(told))


# ------------------------------------------------------------------ sums


def test_each_event_enters_a_month_once_by_its_recommended_claim():
    told = [
        toll(10, event=1),
        toll(14, event=1, is_recommended=True, by="gna"),
        toll("at least 3", event=2),
        toll(5, event=3, day=date(2019, 5, 2)),
    ]

    april, may = sums(told, [(4, BEGIN), (5, BEGIN), (1, BEGIN)])

    assert (april.low, april.high, april.is_open_above) == (17, 17, True)
    assert (len(april.choices), april.missing) == (2, 2)
    assert (may.low, may.missing) == (5, 0)


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param(level(316_415), id="a-level"),
        pytest.param(claim(1093), id="a-running-total"),
        pytest.param(toll(3, event=9, population="children"), id="other-people"),
        pytest.param(toll(3, event=9, measure="injured"), id="another-measure"),
    ],
)
def test_what_is_not_of_one_kind_is_never_added(wrong):
    with pytest.raises(ValueError, match="cannot be added"):
        sums([toll(10, event=1), wrong], [])


@given(
    st.lists(claims(scope="incident", event=1, event_day=BEGIN), max_size=6),
    claims() | claims(scope="stock", since=None),
    st.integers(0, 6),
)
def test_a_total_or_a_level_among_tolls_is_always_refused(tolls, wrong, place):
    told = [*tolls[:place], wrong, *tolls[place:]]

    with pytest.raises(ValueError, match="cannot be added"):
        sums(told, [])


@given(st.data())
def test_a_sum_never_exceeds_the_highest_claim_of_each_event(data):
    events = st.integers(1, 5)
    told = [
        data.draw(claims(scope="incident", event=data.draw(events), event_day=BEGIN))
        for _ in range(data.draw(st.integers(0, 12)))
    ]

    made = sums(told, [])

    counted = [choice.claim.event for one in made for choice in one.choices]
    assert len(counted) == len(set(counted))
    assert sum(one.high for one in made) <= sum(
        max(one.most for one in usable(told) if one.event == event)
        for event in set(counted)
    )


@given(st.lists(st.tuples(st.integers(1, 9), st.dates()), unique_by=lambda e: e[0]))
def test_every_event_is_either_counted_or_missing(eventful):
    told = [toll(4, event=event, day=day) for event, day in eventful if event % 2]

    made = sums(told, eventful)

    assert sum(len(one.choices) + one.missing for one in made) == len(eventful)
    assert sum(one.missing for one in made) == len(eventful) - len(told)


# ------------------------------------------------------------------ flags


def test_a_total_that_falls_is_flagged_and_a_corrected_one_is_not():
    later = BEGIN + timedelta(9)

    (flag,) = flags([claim(205), claim(190, later)])

    assert (flag.odd, flag.first.least, flag.second.least) == (Odd.FALLS, 205, 190)
    assert not list(flags([claim(205, superseded_by=1), claim(190, later)]))
    assert not list(flags([level(205), level(190, later)]))


def test_two_numbers_for_one_day_that_leave_no_room_for_each_other_are_flagged():
    (flag,) = flags([claim(50, by="gna"), claim(12, by="lna")])

    assert flag.odd == Odd.CONTRADICTS
    assert not list(flags([claim(50, by="gna"), claim("at least 12", by="lna")]))


@given(st.lists(claims(by="who"), max_size=6))
def test_only_usable_claims_are_flagged(told):
    for flag in flags(told):
        assert {flag.first, flag.second} <= set(usable(told))
