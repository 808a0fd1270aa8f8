"""Events as every list shows them."""

from __future__ import annotations

from datetime import date

import pytest

from talks.models import Event
from talks.queries import cards
from talks.queries.grading import Grade
from tests import factories

pytestmark = pytest.mark.django_db


def fetch(language="en"):
    return cards.fetch(Event.objects.order_by("-earliest", "-id"), language)


def test_a_list_runs_by_month_and_day():
    for day in (date(2020, 1, 31), date(2020, 2, 1), date(2020, 2, 1)):
        factories.event(day)

    months = cards.by_month(fetch())

    assert [month.first for month in months] == [date(2020, 2, 1), date(2020, 1, 1)]
    assert [[len(day.cards) for day in month.days] for month in months] == [[2], [1]]


def test_an_inexact_date_stands_apart_from_its_first_day():
    factories.event(date(2020, 1, 11))
    factories.event(date(2020, 1, 11), latest=date(2020, 1, 20), date_precision="part")

    months = cards.by_month(fetch())

    assert [day.when.days for day in months[0].days] == [10, 1]


def test_a_source_that_is_cited_twice_is_named_once():
    event = factories.event(cited_by=[], editor_note="Reports follow.")
    for _report in range(2):
        report = factories.article(source=factories.herald())
        factories.citation(event=event, article=report)

    assert [source.slug for source in fetch()[0].sources] == ["herald"]


def test_copies_of_one_report_are_one_voice():
    report = factories.article()
    copy = factories.article(duplicate_of=report)
    factories.event(cited_by=[report, copy])

    assert fetch()[0].grade == Grade.WEAK


def test_what_staff_discounted_is_graded_so():
    factories.event(discounted_reason="It was another place.")

    assert fetch()[0].grade == Grade.DISCOUNTED


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_query_written_once_gives_the_same_cards(language):
    factories.geneva_round()
    factories.january_truce()
    events = Event.objects.order_by("id")

    written = cards.by_number([event.pk for event in events], language)

    fetched = cards.fetch(events, language)
    assert sorted(written, key=lambda card: card.id) == fetched


def test_a_card_has_people_places_and_sources():
    factories.geneva_round()

    card = fetch("ar")[0]

    assert [part.role for part in card.parts] == ["participant"] * 2 + ["mediator"]
    assert card.parts[0].actor.text.text == factories.gna().name_ar
    assert [place.slug for place in card.places] == ["geneva"]
    assert len(card.sources) == 1


def test_a_title_that_is_missing_falls_back_visibly():
    factories.event(title="Only in English")

    card = fetch("fr")[0]

    assert (card.title.text, card.title.language) == ("Only in English", "en")
