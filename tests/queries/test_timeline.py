"""The timeline pages by key, counts what could be narrowed to, and costs few queries."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.http import QueryDict

from talks.filters import EventFilter
from talks.queries import timeline
from tests import factories

pytestmark = pytest.mark.django_db


def ask(query: str = "") -> EventFilter:
    return EventFilter.parse(QueryDict(query))


@pytest.fixture
def five(monkeypatch):
    """Five events of three days, on pages of two."""
    monkeypatch.setattr(timeline, "PAGE", 2)
    days = [date(2020, 1, 1), date(2020, 1, 2), date(2020, 1, 2), date(2020, 1, 3)]
    for number, day in enumerate([*days, date(2020, 1, 3)]):
        factories.event(day, slug=f"e{number}")


def slugs(page: timeline.Page) -> list[str]:
    return [card.slug for card in page.cards]


def test_pages_run_down_and_back_up_without_a_gap(five):
    first = timeline.page(ask(), "en")
    second = timeline.page(ask().page(before=first.older), "en")
    third = timeline.page(ask().page(before=second.older), "en")
    back = timeline.page(ask().page(after=third.newer), "en")

    assert slugs(first) + slugs(second) + slugs(third) == ["e4", "e3", "e2", "e1", "e0"]
    assert slugs(back) == slugs(second)
    assert (first.newer, third.older) == (None, None)


def test_a_page_is_one_query_however_much_is_on_it(five, django_assert_num_queries):
    factories.geneva_round()

    with django_assert_num_queries(1):
        timeline.page(ask(), "ar")


def test_a_card_has_people_places_and_sources():
    factories.geneva_round()

    card = timeline.page(ask(), "ar").cards[0]

    assert [part.role for part in card.parts] == ["participant"] * 2 + ["mediator"]
    assert card.parts[0].actor.text.text == factories.gna().name_ar
    assert [place.slug for place in card.places] == ["geneva"]
    assert len(card.sources) == 1


def test_a_title_that_is_missing_falls_back_visibly():
    factories.event(title="Only in English")

    card = timeline.page(ask(), "fr").cards[0]

    assert (card.title.text, card.title.language) == ("Only in English", "en")


def test_a_choice_is_counted_as_if_its_part_were_not_narrowed():
    factories.event(kind="talks", track="military")
    factories.event(kind="truce", track="military")
    factories.event(kind="truce", track="ground", modality="announced")

    tally = timeline.tally(ask("kind=talks&track=military"))

    assert dict(tally.kinds) == {"talks": 1, "truce": 1}
    assert dict(tally.tracks) == {"military": 1}
    assert dict(tally.modalities) == {"observed": 1}
    assert tally.possibly == 1


def test_what_may_lie_outside_is_not_surely_inside():
    factories.event(date(2020, 1, 5))
    factories.event(date(2020, 1, 1), latest=date(2020, 1, 31), date_precision="month")

    tally = timeline.tally(ask("from=2020-01-03&to=2020-01-10"))

    assert (tally.possibly, tally.surely) == (2, 1)


def test_months_are_counted_whole_whatever_days_are_asked_for():
    factories.event(date(2020, 1, 5))
    factories.event(date(2020, 2, 5))

    tally = timeline.tally(ask("from=2020-02"))

    assert set(tally.months) == {date(2020, 1, 1), date(2020, 2, 1)}


def test_options_are_counted_with_what_else_is_asked():
    factories.geneva_round()
    factories.january_truce()

    options = timeline.actors(ask("kind=talks"), "en")

    assert {option.name.slug: option.count for option in options} == {
        "gna": 1,
        "lna": 1,
        "unsmil": 1,
    }


def test_too_many_marks_make_no_picture(monkeypatch):
    monkeypatch.setattr(timeline, "MOST_MARKS", 1)
    factories.event()
    factories.event()

    assert timeline.marks(ask(), "en") is None


def test_truces_in_force_on_the_days():
    truce = factories.january_truce()
    day = truce.event.earliest

    before = timeline.truces(day - timedelta(9), day - timedelta(1), "en")
    within = timeline.truces(day, day + timedelta(9), "en")

    assert before == []
    assert [(span.slug, span.last) for span in within] == [("january-truce", None)]
