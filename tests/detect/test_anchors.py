"""Each thing that is told has the date and the place that belong to it."""

from __future__ import annotations

from datetime import date

import pytest

from talks.detect.anchors import (
    dates_this,
    find_speech_day,
    find_story_day,
    nearest_place,
    own_date,
    span_of,
)
from talks.detect.dates import FoundDate
from talks.detect.findings import Status
from talks.detect.lines import Line
from talks.detect.patterns import Match
from talks.values import PartialDate
from tests.detect.test_lines import lines_of
from tests.detect.test_rules import line_of

DAY = date(2020, 6, 10)  # a Wednesday
MONDAY, FRIDAY = date(2020, 6, 8), date(2020, 6, 5)


def at(line: Line, text: str) -> Match:
    """Where a word of the sentence stands, as if a rule had found it."""
    place = [word.text for word in line.words].index(text)
    return Match(place, place + 1, ())


def dated(sentence: str, thing: str, *others: str, kind: str = "attack") -> date | None:
    line = line_of(sentence, "en")
    matches = [at(line, other) for other in others]
    found = own_date(line, at(line, thing), matches, kind, "en")
    return found.date.earliest if found else None


def found_date(when: PartialDate, role: str) -> FoundDate:
    return FoundDate(0, 1, when, role, relative=False)


def test_the_date_of_a_thing_spoken_of_is_not_that_of_the_words():
    sentence = "The council urged respect for the truce of 5 June."

    assert dated(sentence, "urged", kind="statement") is None


STORY_DAYS = [
    pytest.param("Talks\n\nBoth sides met in Geneva on Monday.", MONDAY, id="a day"),
    pytest.param("Talks\n\nBoth sides met in Geneva.", DAY, id="no day at all"),
    pytest.param("Talks\n\nBoth sides met in April 2019.", DAY, id="long ago"),
    pytest.param("Talks\n\nBoth sides will meet on Friday.", DAY, id="still to come"),
    pytest.param(
        "Talks\n\nBoth sides met. They drank tea. It rained on Monday.",
        DAY,
        id="below the lead",
    ),
]


def test_stands_are_taken_on_the_last_day_of_the_lead():
    text = "Raid\n\nShells fell on Monday, the ministry said on Tuesday."

    assert find_story_day(lines_of(text), DAY) == MONDAY
    assert find_speech_day(lines_of(text), DAY) == date(2020, 6, 9)


def test_stands_are_taken_today_where_the_lead_names_no_day():
    assert find_speech_day(lines_of("Raid\n\nShells fell."), DAY) == DAY


@pytest.mark.parametrize(("text", "day"), STORY_DAYS)
def test_the_day_of_the_story_is_a_fresh_one_in_its_lead(text, day):
    assert find_story_day(lines_of(text), DAY) == day


def test_a_thing_has_the_date_told_with_it():
    assert dated("Shells hit the port on Monday.", "hit") == MONDAY


def test_of_two_things_each_has_its_own_date():
    sentence = (
        "Shells hit the port on Monday, and rockets struck the airport on Friday."
    )

    assert dated(sentence, "hit", "struck") == MONDAY
    assert dated(sentence, "struck", "hit") == FRIDAY


def test_a_thing_without_a_date_has_none():
    assert dated("Shells hit the port.", "hit") is None


def test_a_date_far_away_is_not_that_of_the_thing():
    far = "the old port of the town with its two cranes and a long row of empty sheds"

    assert dated(f"Shells hit {far} and more sheds behind, on Monday.", "hit") is None


def test_a_speaker_did_not_speak_for_a_month():
    sentence = "The envoy condemned the attacks of May 2020."

    assert dated(sentence, "condemned") == date(2020, 5, 1)
    assert dated(sentence, "condemned", kind="statement") is None


ROLES = [
    ("at", "attack", Status.OCCURRED, True),
    ("since", "attack", Status.OCCURRED, False),
    ("since", "truce_violation", Status.OCCURRED, True),
    ("since", "truce_violation", Status.PLANNED, False),
    ("until", "talks", Status.PLANNED, True),
    ("until", "talks", Status.OCCURRED, False),
    ("before", "talks", Status.PLANNED, True),
]


@pytest.mark.parametrize(
    ("role", "kind", "status", "dates_it"),
    ROLES,
    ids=[f"{role} a {status} {kind}" for role, kind, status, _ in ROLES],
)
def test_not_every_date_can_date_a_thing(role, kind, status, dates_it):
    found = found_date(PartialDate.of_day(MONDAY), role)

    assert dates_this(found, kind, status) is dates_it


def test_what_is_broken_since_a_day_is_broken_until_the_story():
    since = found_date(PartialDate.of_day(FRIDAY, "since Friday"), "since")

    when = span_of(since, "truce_violation", DAY)

    assert (when.earliest, when.latest, when.words) == (FRIDAY, DAY, "since Friday")


@pytest.mark.parametrize(
    ("role", "kind", "story_day"),
    [
        pytest.param("at", "truce_violation", DAY, id="on a day"),
        pytest.param("since", "attack", DAY, id="what does not go on"),
        pytest.param("since", "truce_violation", date(2020, 6, 1), id="an older story"),
    ],
)
def test_any_other_date_is_taken_as_it_stands(role, kind, story_day):
    when = PartialDate.of_day(FRIDAY)

    assert span_of(found_date(when, role), kind, story_day) == when


PLACES = [
    pytest.param("Shells hit the port of Sirte.", "hit", "sirte", id="beside it"),
    pytest.param("Shells hit a port in Libya.", "hit", None, id="the country"),
    pytest.param("Shells hit a port.", "hit", None, id="nowhere"),
    pytest.param(
        "Shells hit Sirte, while rockets struck Tarhuna.",
        "struck",
        "tarhuna",
        id="the nearer of two",
    ),
    pytest.param(
        "In Sirte, after a long and quiet night without a single shot or flare over "
        "the sea or the empty road, shells hit a port.",
        "hit",
        None,
        id="in another clause and far",
    ),
]


@pytest.mark.parametrize(("sentence", "thing", "place"), PLACES)
def test_a_thing_has_the_place_told_with_it(sentence, thing, place):
    line = line_of(sentence, "en")

    assert nearest_place(line, at(line, thing), "en") == place
