"""A search finds every noun, says how it was understood, and costs few queries."""

from __future__ import annotations

from datetime import date

import pytest
from django.http import QueryDict

from talks.filters import SearchFilter, past
from talks.models import ActorAlias, Obligation, PlaceAlias
from talks.queries import search
from talks.queries.search import Answer, Group
from tests import factories

pytestmark = pytest.mark.django_db


def look_for(text: str, language: str = "en", **more: str) -> Answer:
    query = QueryDict(mutable=True)
    query.update({"q": text, **more})
    asked = SearchFilter.parse(query, today=date(2026, 11, 23), language=language)
    return search.answer(asked, language)


def group(answer: Answer, part: str) -> Group:
    return next(each for each in answer.groups if each.part == part)


def titles(found: Group) -> list[str]:
    return ["".join(piece.text for piece in hit.title.pieces) for hit in found.hits]


@pytest.fixture
def one_of_each():
    """One row of every noun that holds the word "corridor"."""
    haftar = factories.haftar()
    ActorAlias.objects.get_or_create(actor=haftar, text="Hifter")
    event = factories.event(title="A corridor opens", who=[(haftar, "participant")])
    factories.truce(event, terms="The corridor stays open.")
    factories.round_of_talks(event, slug="corridor-round")
    factories.embargo_violation(carrier="Corridor Star")
    promise = factories.commitment(event, provision="Keep the corridor open.")
    Obligation.objects.create(commitment=promise, actor=haftar)
    report = factories.article("Trucks used the corridor on Monday.", title="Trucks")
    factories.figure(report, quote="Trucks used the corridor on Monday.")
    factories.actor(name="Corridor Committee")
    factories.place(name="Corridor Street")


def test_every_noun_is_found(one_of_each):
    answer = look_for("corridor")

    assert {each.part: each.count for each in answer.groups} == {
        "events": 2,
        "truces": 1,
        "rounds": 1,
        "embargo": 1,
        "commitments": 1,
        "figures": 1,
        "articles": 1,
        "actors": 1,
        "places": 1,
    }


@pytest.mark.parametrize(
    "words", ["corridor", "Hifter corridor January 2020", "nowhere"]
)
def test_a_search_costs_few_queries(one_of_each, words, django_assert_max_num_queries):
    with django_assert_max_num_queries(11):
        look_for(words)


def test_an_empty_search_asks_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert look_for("").groups == []


def test_each_thing_found_is_shown_at_its_own_page(one_of_each):
    answer = look_for("corridor")

    pages = {each.part: each.hits[0].found.page for each in answer.groups}
    assert pages["truces"] == "truce"
    assert pages["rounds"] == "round"
    assert group(answer, "rounds").hits[0].found.arg == "corridor-round"
    assert group(answer, "figures").hits[0].found.anchor


@pytest.mark.parametrize("typed", ["Hifter", "khalifa haftar", "خليفة حفتر"])
def test_a_name_is_understood_in_any_spelling(one_of_each, typed):
    answer = look_for(f"{typed} corridor")

    assert [hit.found.arg for meant in answer.meant for hit in meant.hits] == ["haftar"]
    assert titles(group(answer, "events")) == ["A corridor opens"]
    assert titles(group(answer, "actors")) == ["Khalifa Haftar"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("U.N. corridor", "un"),
        ("al-Hifter corridor", "haftar"),
        ("corridor, Hifter!", "haftar"),
    ],
)
def test_signs_between_words_change_nothing(one_of_each, typed, meant):
    nations = factories.actor(slug="un", name="United Nations")
    ActorAlias.objects.create(actor=nations, text="U.N.")

    understood = look_for(typed).meant

    assert [hit.found.arg for each in understood for hit in each.hits] == [meant]


def test_one_name_may_mean_several():
    for slug in ("old-unity", "new-unity"):
        actor = factories.actor(slug=slug, name=slug)
        ActorAlias.objects.create(actor=actor, text="Unity government")

    meant = look_for("unity government").meant

    assert {hit.found.arg for hit in meant[0].hits} == {"old-unity", "new-unity"}


def test_the_beginning_of_a_name_finds_it():
    factories.place(name="Tarhuna")

    assert titles(group(look_for("tarh"), "places")) == ["Tarhuna"]


def test_a_time_narrows_what_is_found():
    factories.event(date(2020, 1, 12), title="First truce")
    factories.event(date(2020, 6, 1), title="Second truce")

    found = group(look_for("truce January 2020"), "events")

    assert titles(found) == ["First truce"]


def test_a_time_alone_is_enough():
    factories.event(date(2020, 1, 12), title="First truce")

    assert titles(group(look_for("January 2020"), "events")) == ["First truce"]


def test_what_was_looked_for_is_marked_in_title_and_passage():
    factories.event(title="Truces end", summary="The last truce ended.")

    hit = group(look_for("truce"), "events").hits[0]

    assert [piece.text for piece in hit.title.pieces if piece.is_sought] == ["Truces"]
    assert hit.passage.is_found


def test_of_a_report_that_may_not_be_shown_no_passage_is_cut():
    herald = factories.source(text_rule="excerpt")
    agency = factories.source(text_rule="full")
    for source in (herald, agency):
        factories.article("The truce fell apart.", source=source)

    hits = group(look_for("truce"), "articles").hits

    assert [hit.passage is not None for hit in hits] == [True, False]


def test_counts_stop_where_nobody_counts_further(monkeypatch):
    monkeypatch.setattr(search, "MOST_COUNTED", 1)
    factories.event(title="Truce")
    factories.event(title="Truce")

    assert group(look_for("truce"), "events").count is None


def test_one_kind_alone_has_further_pages(monkeypatch):
    monkeypatch.setattr(search, "PAGE", 2)
    for day in (1, 2, 3):
        factories.event(date(2020, 1, day), title=f"Truce {day}")

    first = group(look_for("truce", **{"in": "events"}), "events")
    second = group(
        look_for("truce", **{"in": "events", "before": str(first.older)}), "events"
    )

    assert titles(first) + titles(second) == ["Truce 3", "Truce 2", "Truce 1"]
    assert second.older is None


def test_what_was_not_known_that_day_is_not_found():
    factories.event(title="Truce")

    with past.looking_back(date(2020, 2, 3)):
        assert look_for("truce").groups == []


def test_what_is_not_published_is_not_found():
    factories.event(title="Truce", status="draft")
    factories.figure(status="draft", as_stated="one truce")

    assert look_for("truce").groups == []


def test_a_name_spelled_nearly_so_is_proposed():
    place = factories.place(name="Tarhuna")
    PlaceAlias.objects.create(place=place, text="Tarhouna")

    assert "Tarhuna" in look_for("Tarhna").nearly
