"""An event's page has all that belongs to it, in few queries, and nothing unpublished."""

from __future__ import annotations

from datetime import date

import pytest

from talks.models import Event
from talks.queries import events
from tests import factories

pytestmark = pytest.mark.django_db
TODAY = factories.TODAY


def test_an_agreement_with_everything_costs_nine_queries(django_assert_max_num_queries):
    truce = factories.january_truce()
    Event.objects.filter(pk=truce.event_id).update(kind="agreement")
    factories.round_of_talks(truce.event)
    factories.commitment_status(factories.commitment(truce.event))
    factories.violation(truce)

    with django_assert_max_num_queries(9):
        detail = events.detail("january-truce", today=TODAY, language="en")

    assert detail.truce["violations_count"] == 1
    assert [each["name"].slug for each in detail.truce["sides"]] == ["gna", "lna"]
    assert detail.commitments[0]["level"] == "partial"
    assert detail.round["series"]


def test_a_round_has_its_delegations():
    factories.geneva_round()

    detail = events.detail("geneva-round", today=TODAY, language="ar")

    assert [(each["party"].slug, each["size"]) for each in detail.round["sides"]] == [
        ("gna", 5),
        ("lna", 5),
    ]
    assert detail.round["venue"].text.text == "جنيف"


def test_statements_keep_sentence_stance_and_speaker():
    event = factories.event()
    report = factories.article()
    factories.citation(
        event=event, article=report, stance="denies", speaker=factories.haftar()
    )

    detail = events.detail(event.slug, today=TODAY, language="en")

    denial = detail.statements[1]
    assert (denial.stance, denial.speaker.slug) == ("denies", "haftar")
    assert denial.quote == factories.SENTENCE


def test_no_sentence_is_shown_where_the_source_allows_headlines_only():
    report = factories.article(source=factories.source(text_rule="headline"))
    event = factories.event(cited_by=[report])

    detail = events.detail(event.slug, today=TODAY, language="en")

    assert detail.statements[0].quote == ""


def test_neighbours_are_of_the_same_track_and_in_order():
    for day in range(1, 8):
        factories.event(date(2020, 1, day), slug=f"day-{day}")
    factories.event(date(2020, 1, 3), track="economic")

    detail = events.detail("day-4", today=TODAY, language="en")

    assert [row["slug"] for row in detail.before] == ["day-1", "day-2", "day-3"]
    assert [row["slug"] for row in detail.after] == ["day-5", "day-6", "day-7"]


def test_drafts_have_no_page():
    event = factories.event(status="draft")

    assert events.detail(event.slug, today=TODAY, language="en") is None


def test_figures_that_are_not_approved_are_not_shown():
    event = factories.event()
    factories.figure(event=event)
    factories.figure(event=event, status="draft")

    detail = events.detail(event.slug, today=TODAY, language="en")

    assert len(detail.claims) == 1


def test_an_embargo_violation_names_supplier_and_recipient():
    made = factories.embargo_violation(supplier=factories.actor(slug="north"))

    detail = events.detail(made.event.slug, today=TODAY, language="en")

    assert detail.row["supplier"].slug == "north"
    assert detail.row["recipient"] is None
