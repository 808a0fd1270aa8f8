"""What the review desk is told: alike events, names in any spelling, what is left."""

from __future__ import annotations

from datetime import date

import pytest

from talks.models import ActorAlias
from talks.queries import desk
from tests import factories
from tests.review.findings import suggested_event, suggested_figure

pytestmark = pytest.mark.django_db


def _candidates(suggestion):
    return desk.find_candidates([suggestion])[suggestion.pk]


def test_the_same_talks_are_offered_with_the_reasons():
    known = factories.geneva_round().event

    (candidate,) = _candidates(suggested_event())

    assert candidate.event == known
    assert candidate.why == (
        "same kind",
        "same day",
        "same place",
        "shares Government of National Accord, Libyan National Army",
    )


@pytest.mark.parametrize(
    ("day", "fields"),
    [
        pytest.param(date(2020, 2, 20), {"kind": "talks"}, id="weeks later"),
        pytest.param(date(2020, 2, 3), {"kind": "economic"}, id="only the day"),
        pytest.param(
            date(2020, 2, 3), {"kind": "talks", "status": "draft"}, id="not published"
        ),
    ],
)
def test_an_unlike_event_is_not_offered(day, fields):
    factories.event(day, **fields)

    assert _candidates(suggested_event()) == []


def test_the_likeliest_comes_first_and_three_are_enough():
    for _ in range(3):
        factories.event(date(2020, 2, 3), kind="talks")
    best = factories.geneva_round().event

    found = _candidates(suggested_event())

    assert found[0].event == best
    assert len(found) == 3


def test_a_suggestion_without_a_date_has_no_candidates():
    factories.geneva_round()

    assert desk.find_candidates([suggested_event(date=None), suggested_figure()]) == {}


def test_candidates_of_many_suggestions_cost_three_queries(django_assert_num_queries):
    factories.geneva_round()
    suggestions = [suggested_event() for _ in range(4)]

    with django_assert_num_queries(3):
        desk.find_candidates(suggestions)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("geneva talks", True),
        ("جنيف", True),
        ("geneva truce", False),
        (" ", False),
    ],
)
def test_events_are_searched_by_all_words_in_any_language(words, found):
    known = factories.geneva_round().event

    results = desk.search_events(words)

    assert [one.event for one in results] == ([known] if found else [])


@pytest.mark.parametrize(
    "words",
    ["Khalifa Haftar", "khalifa  haftar ", "خليفة حفتر", "haftar", "the Field Marshal"],
)
def test_a_name_is_found_in_any_script_and_spelling(words):
    ActorAlias.objects.create(actor=factories.haftar(), text="The field marshal")

    assert desk.load_directory().find("actors", words) == "haftar"


def test_an_unknown_name_is_not_found():
    assert desk.load_directory().find("places", "Atlantis") is None


def test_the_next_report_is_another_one():
    first, second = suggested_event(), suggested_event()

    assert desk.find_next(first.article_id) == second.article_id
    assert desk.find_next(second.article_id) == first.article_id


def test_there_is_no_next_report_when_all_is_decided():
    assert desk.find_next(suggested_event().article_id) is None


def test_what_is_left_counts_reports_and_suggestions():
    report = factories.article()
    suggested_event(report)
    suggested_figure(report)

    assert desk.count_left() == desk.Left(articles=1, suggestions=2)
