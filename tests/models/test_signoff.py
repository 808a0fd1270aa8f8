"""Proposed changes and sign-offs: what the database itself refuses."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from talks.models import ProposedChange, SignOff
from tests import factories
from tests.factories import NOW

pytestmark = pytest.mark.django_db

ROWS = [{"noun": "event", "pk": 1, "before": {"title": "A"}, "after": {"title": "B"}}]


def _sign(verb, *, by, **fields):
    given = {"event": factories.event(), "at": NOW, "verb": verb, "by": by}
    return SignOff.objects.create(**(given | fields))


def test_the_author_cannot_approve_unless_that_is_allowed(editor, reviewer):
    _sign("approved", by=reviewer, author=editor)
    _sign("approved", by=editor, author=editor, is_alone=True)
    _sign("approved", by=editor, author=None)

    with pytest.raises(IntegrityError, match="sign_off_by_a_second_person"):
        _sign("approved", by=editor, author=editor)


@pytest.mark.parametrize("verb", ["returned", "refused"])
def test_what_goes_back_goes_back_with_a_reason(editor, verb):
    _sign(verb, by=editor, reason="The day is wrong.")

    with pytest.raises(IntegrityError, match="sign_off_to_return_has_a_reason"):
        _sign(verb, by=editor)


def test_a_sign_off_is_of_something(editor):
    with pytest.raises(IntegrityError, match="sign_off_is_of_something"):
        _sign("sent", by=editor, event=None)


def test_a_sign_off_is_never_rewritten(editor, reviewer):
    signed = _sign("approved", by=editor)

    with pytest.raises(ProgrammingError, match="Cannot update"), transaction.atomic():
        SignOff.objects.filter(pk=signed.pk).update(by=reviewer)


def test_a_change_that_changes_nothing_is_refused(editor):
    with pytest.raises(IntegrityError, match="proposed_change_changes_something"):
        ProposedChange.objects.create(about="An event", rows=[], author=editor)


def test_drafts_are_open_and_what_was_sent_waits(editor):
    made = {
        state: ProposedChange.objects.create(
            about="An event", rows=ROWS, author=editor, state=state
        )
        for state in ProposedChange.State.values
    }

    assert set(ProposedChange.objects.open()) == {made["draft"], made["in_review"]}
    assert set(ProposedChange.objects.waiting()) == {made["in_review"]}
