"""Rows of every noun come out as one plain kind of row, by page and in their order."""

from __future__ import annotations

from datetime import date

import pytest
from django.http import QueryDict

from talks.filters import Key, SearchFilter
from talks.queries import found
from tests import factories

pytestmark = pytest.mark.django_db
TRUCE = "'truce'"


def kinds(query: str = "q=truce", language: str = "en") -> dict[str, found.Rows]:
    asked = SearchFilter.parse(
        QueryDict(query), today=date(2026, 11, 23), language=language
    )
    return found.kinds(asked, query=TRUCE, language=language)


def test_one_kind_alone_is_made_where_one_is_asked_for():
    assert list(kinds("q=truce&in=figures")) == ["figures"]
    assert len(kinds()) == 7


def test_a_page_begins_after_its_key_and_ends_where_told():
    made = [factories.event(date(2020, 1, day), title="Truce") for day in (1, 2, 2, 3)]

    rows = kinds()["events"].fetch(Key(date(2020, 1, 2), made[2].pk), 1)

    assert [row.key for row in rows] == [Key(date(2020, 1, 2), made[1].pk)]


def test_an_event_says_when_and_of_what_kind_it_was():
    factories.event(date(2020, 1, 2), title="Truce", kind="truce", track="ground")

    (row,) = kinds()["events"].fetch(None, 5)

    assert (row.page, row.kind, row.track) == ("event", "truce", "ground")
    assert row.when.earliest == date(2020, 1, 2)


def test_a_commitment_names_its_agreement():
    agreement = factories.event(title="The deal", title_ar="الاتفاق")
    factories.commitment(agreement, provision="Keep the truce.", due_on="2020-03-01")

    (row,) = kinds(language="ar")["commitments"].fetch(None, 5)

    assert row.name.text.text == "الاتفاق"
    assert (row.title.language, str(row.when.earliest)) == ("en", "2020-03-01")


def test_the_sentence_of_a_claim_is_quoted_unless_its_source_forbids():
    for rule in ("excerpt", "headline"):
        report = factories.article(
            "Twelve died after the truce.", source=factories.source(text_rule=rule)
        )
        factories.figure(report, **factories.quoted(report, report.text))

    rows = kinds()["figures"].fetch(None, 5)

    assert {bool(row.passage) for row in rows} == {True, False}


def test_reports_set_aside_are_left_out():
    factories.article("A truce of football fans.", state="set_aside")

    assert kinds()["articles"].fetch(None, 5) == []


def test_who_and_where_come_in_the_order_asked_for(django_assert_num_queries):
    haftar, tripoli = factories.haftar(), factories.tripoli()
    keys = [f"place:{tripoli.pk}", f"actor:{haftar.pk}", "actor:0"]

    with django_assert_num_queries(1):
        named = found.named(keys, "ar")

    assert [row.arg for row in named.values()] == ["tripoli", "haftar"]
    assert named[keys[0]].title.language == "ar"
