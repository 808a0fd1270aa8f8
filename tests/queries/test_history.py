"""A reader sees what was changed, when, and whether a person did it."""

from __future__ import annotations

import pghistory
import pytest

from talks.queries import history
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_change_is_told_with_before_and_after():
    event = factories.event(title="First words")
    event.title = "Second words"
    event.save()

    version = history.of_event(event.pk)[0]

    assert [(c.field, c.before, c.after) for c in version.changes] == [
        ("title", "First words", "Second words")
    ]
    assert not version.by_person


def test_a_person_is_told_from_the_machine():
    event = factories.event()
    with pghistory.context(user=7):
        event.title = "By hand"
        event.save()

    assert history.of_event(event.pk)[0].by_person


@pytest.mark.parametrize(
    ("said", "by_two"),
    [({"user": 7, "author": 8}, True), ({"user": 7, "author": 7}, False)],
)
def test_what_a_second_person_approved_is_told_apart(said, by_two):
    event = factories.event()
    with pghistory.context(**said):
        event.title = "By hand"
        event.save()

    assert history.of_event(event.pk)[0].by_two == by_two


def test_an_untouched_event_has_no_history():
    event = factories.event()

    assert history.of_event(event.pk) == []
