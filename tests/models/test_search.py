"""Things are found by their words in any language, by their names in any spelling."""

from __future__ import annotations

import pytest
from django.db import connection

from talks.models import (
    Actor,
    ActorAlias,
    Article,
    Commitment,
    Event,
    EventIndex,
    Figure,
    Obligation,
    Participation,
    Sought,
)
from talks.models.search import reindex
from tests import factories

pytestmark = pytest.mark.django_db


def finds(words: str, model=Event) -> bool:
    return model.objects.filter(index__vector=Sought(words)).exists()


@pytest.fixture
def named() -> Actor:
    """Somebody whose name is written in several ways."""
    haftar = factories.haftar()
    for spelling in ("Haftar", "Hifter", "حفتر"):
        ActorAlias.objects.get_or_create(actor=haftar, text=spelling)
    return haftar


@pytest.mark.parametrize(
    ("words", "text"),
    [
        pytest.param("truce", {"title": "Two truces end"}, id="English plural"),
        pytest.param("trêve", {"title_fr": "Des treves"}, id="French, accent or not"),
        pytest.param("هدنة", {"title_ar": "انتهت الهدنة"}, id="Arabic article"),
        pytest.param("الهدنه", {"title_ar": "هدنة جديدة"}, id="Arabic, ha for ta"),
        pytest.param("طرابلس", {"title_ar": "القتال بطرابلس"}, id="Arabic, in"),
        pytest.param("طرابلس", {"title_ar": "طرابلـس تحترق"}, id="Arabic, tatweel"),
        pytest.param("إتفاق", {"title_ar": "اتفاق في جنيف"}, id="Arabic alef"),
        pytest.param(
            "road summary", {"summary": "A summary of a road."}, id="any order"
        ),
    ],
)
def test_an_event_is_found_by_its_words(words, text):
    factories.event(**text)

    assert finds(words)


@pytest.mark.parametrize("words", ["", "?!", "the", "unheardof", "truce unheardof"])
def test_what_is_not_there_is_not_found(words):
    factories.event(title="Truce")

    assert not finds(words)


@pytest.mark.parametrize("words", ["Hifter", "haftar", "حفتر"])
@pytest.mark.parametrize("title", ["Haftar speaks", "Hifter speaks"])
def test_each_spelling_of_a_name_finds_the_others_in_a_text(named, words, title):
    factories.event(title=title)

    assert finds(words)


@pytest.mark.parametrize("words", ["Hifter", "Khalifa Hifter", "خليفة حفتر"])
def test_a_name_finds_what_somebody_took_part_in(named, words):
    factories.event(title="A visit", who=[(named, "participant")])

    assert finds(words)


def test_a_spelling_added_later_finds_what_was_there_before(named):
    factories.event(title="A visit", who=[(named, "participant")])
    ActorAlias.objects.create(actor=named, text="The Field Marshal")

    assert finds("field marshal")


def test_who_is_taken_out_of_an_event_finds_it_no_more(named):
    event = factories.event(title="A visit", who=[(named, "participant")])

    Participation.objects.filter(event=event).delete()

    assert not finds("Haftar")


def test_a_small_word_of_french_is_not_the_united_nations():
    nations = factories.actor(name="United Nations")
    ActorAlias.objects.create(actor=nations, text="UN")
    factories.event(title="A visit", who=[(nations, "participant")])
    factories.event(title_fr="Un accord")

    found = Event.objects.filter(index__vector=Sought("un accord"))

    assert [event.title_fr for event in found] == ["Un accord"]
    assert finds("UN visit")


def test_a_word_of_very_many_names_stands_for_none():
    brigades = [factories.actor(name=f"Brigade of town {n}") for n in range(21)]
    factories.event(title="A visit", who=[(brigades[0], "participant")])

    assert not finds("brigade")
    assert finds("brigade of town 0")


def test_an_event_is_found_by_its_details():
    factories.truce(factories.event(), terms="All heavy guns withdraw.")

    assert finds("heavy guns")


def test_a_report_is_found_by_its_text_in_its_language():
    factories.article("انهارت الهدنة.", language="ar", title="")
    factories.article("Les délégations sont parties.", language="fr", title="")

    assert finds("هدنة", Article)
    assert finds("délégation", Article)


def test_a_report_too_long_for_an_index_is_kept():
    long = " ".join(f"word{n}" for n in range(150_000))

    factories.article(long)

    assert finds("word5", Article)


def test_a_claim_is_found_by_its_measure_its_place_and_who_said_it(named):
    factories.figure(
        measure="displaced", place=factories.tripoli(), attributed_actor=named
    )

    assert finds("displaced طرابلس Hifter", Figure)


def test_a_commitment_is_found_by_its_words_and_who_is_bound(named):
    promise = factories.commitment(factories.event(), provision="Open the coast road.")
    Obligation.objects.create(commitment=promise, actor=named)

    assert finds("coast roads Hifter", Commitment)


def test_only_published_events_are_found():
    event = factories.event(title="Truce")

    event.status = "draft"
    event.save()
    as_draft = finds("truce")
    event.status = "approved"
    event.save()

    assert not as_draft
    assert finds("truce")


def test_the_index_knows_the_day_of_an_event():
    event = factories.event()

    Event.objects.filter(pk=event.pk).update(earliest="2020-01-31", latest="2020-01-31")

    assert str(EventIndex.objects.get().day) == "2020-01-31"


def test_what_is_deleted_leaves_nothing_behind():
    event = factories.event()

    event.delete()

    assert not EventIndex.objects.exists()


def test_what_came_past_the_triggers_can_be_found_after_indexing_anew(named):
    factories.event(title="A visit", who=[(named, "participant")])
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM talks_eventindex")
        cursor.execute("DELETE FROM talks_spelling")

    reindex()

    assert finds("Hifter visit")
