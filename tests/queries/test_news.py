"""What is new since a moment is told apart from what was changed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from talks.models import Event
from talks.queries import news
from tests import factories

pytestmark = pytest.mark.django_db


NOW = timezone.now()
SEEN, OLD = NOW - timedelta(1), NOW - timedelta(2)


def look(moment=SEEN):
    return news.since(moment, now=NOW, language="en")


def aged(row):
    """Make it a row that was written before the visitor last looked."""
    type(row).objects.filter(pk=row.pk).update(changed_at=OLD)
    row.history.update(pgh_created_at=OLD)
    return row


def test_an_event_published_since_is_new():
    aged(factories.event())
    event = factories.event()

    found = look()

    assert [card.id for card in found.new] == [event.pk]
    assert found.changed == []


def test_a_draft_is_new_on_the_day_it_is_approved():
    event = aged(factories.event(status="draft"))
    event.status = Event.Status.APPROVED
    event.save()

    assert [card.id for card in look().new] == [event.pk]


def test_a_change_tells_what_was_said_before():
    event = aged(factories.event(title="Talks fail"))
    event.title = "Talks are suspended"
    event.save()

    found = look()

    assert found.new == []
    assert [
        (change.field, change.before, change.after)
        for change in found.changed[0].changes
    ] == [("title", "Talks fail", "Talks are suspended")]


def test_what_was_changed_and_changed_back_is_no_news():
    event = aged(factories.event(title="Talks open"))
    for title in ("Talks begin", "Talks open"):
        event.title = title
        event.save()

    assert (look().changed, look().new) == ([], [])


def test_claims_published_since_are_told_newest_first():
    old = aged(factories.figure(factories.article()))
    new = factories.figure(factories.article(), measure="injured")
    factories.figure(factories.article(), measure="displaced", status="draft")

    assert [claim.slug for claim in look().claims] == [new.slug]
    assert {claim.slug for claim in look(OLD).claims} == {old.slug, new.slug}


def test_more_than_a_page_is_said_so():
    for _number in range(news.MOST + 1):
        factories.event()

    found = look()

    assert (len(found.new), found.has_more) == (news.MOST, True)


def test_it_costs_four_queries(django_assert_max_num_queries):
    for _number in range(3):
        factories.figure(factories.article(), event=factories.event())

    with django_assert_max_num_queries(4):
        look()
