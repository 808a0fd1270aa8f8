"""The history of a row, told so that people can read it."""

from __future__ import annotations

import pghistory
import pytest

from talks.models import Citation, Participation
from talks.queries.changes import FieldChange, changes_of
from tests import factories

pytestmark = pytest.mark.django_db


def _only(changes, verb):
    return [change for change in changes if change.verb == verb]


def test_a_change_says_who_which_field_before_and_after(editor):
    event = factories.event(title="Talks")
    with pghistory.context(user=editor.pk):
        event.title = "Military talks"
        event.save()

    (change,) = _only(changes_of(event), "changed")

    assert (change.by, change.noun) == ("editor", "event")
    assert change.fields == (FieldChange("title", "Talks", "Military talks"),)


def test_the_newest_comes_first():
    event = factories.event()
    for title in ("First", "Second"):
        event.title = title
        event.save()

    changed = _only(changes_of(event), "changed")

    assert [change.fields[0].after for change in changed] == ["Second", "First"]


def test_codes_and_keys_are_shown_by_name():
    event = factories.event(kind="talks", who=[(factories.haftar(), "host")])
    event.kind = "truce"
    event.save()

    changes = changes_of(event, parts=[(Participation, "event")])

    (change,) = _only(changes, "changed")
    assert change.fields == (FieldChange("kind", "Talks", "Truce"),)
    joined = next(change for change in changes if change.noun == "participation")
    assert FieldChange("actor", None, "Khalifa Haftar") in joined.fields
    assert FieldChange("role", None, "Host") in joined.fields


def test_what_was_removed_is_still_told():
    event = factories.event(cited_by=[factories.article(), factories.article()])
    event.citations.first().delete()

    (removed,) = _only(changes_of(event, parts=[(Citation, "event")]), "removed")

    assert removed.noun == "citation"
    assert FieldChange("stance", "Reports", None) in removed.fields


def test_what_the_machine_keeps_is_nobodys_change():
    event = factories.event()

    changes = changes_of(event)

    assert [change.verb for change in changes] == ["added"]
    assert all(field.field != "known on" for field in changes[0].fields)


def test_a_decision_at_the_desk_is_named(editor):
    with pghistory.context(user=editor.pk, decision="accepted"):
        event = factories.event()

    assert changes_of(event)[-1].decision == "accepted"


def test_it_costs_the_same_however_long_it_is(django_assert_num_queries):
    event = factories.event(who=[(factories.gna(), "host")])
    for n in range(5):
        event.title = f"Title {n}"
        event.save()

    # versions of two models, and the events and actors they point at
    with django_assert_num_queries(4):
        changes_of(event, parts=[(Participation, "event")])
