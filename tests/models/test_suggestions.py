"""What the database guarantees of suggestions and decisions."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from talks.models import Decision, Suggestion
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_finding_is_suggested_once_a_report():
    first = factories.suggestion()

    with pytest.raises(IntegrityError, match="suggestion_once_an_article"):
        factories.suggestion(first.article, key=first.key)


@pytest.mark.parametrize("confidence", [-0.1, 1.1])
def test_confidence_is_a_share(confidence):
    with (
        pytest.raises(IntegrityError, match="suggestion_confidence_is_a_share"),
        transaction.atomic(),
    ):
        factories.suggestion(confidence=confidence)


def test_a_suggestion_keeps_its_sentence():
    with pytest.raises(IntegrityError, match="suggestion_has_its_sentence"):
        factories.suggestion(quote="", quote_start=None, quote_end=None)


def test_open_ones_are_those_nobody_decided():
    waiting = factories.suggestion()
    factories.suggestion(state=Suggestion.State.REJECTED)

    assert list(Suggestion.objects.open()) == [waiting]


def test_a_rejection_has_a_reason(reviewer):
    with pytest.raises(IntegrityError, match="decision_to_reject_has_a_reason"):
        Decision.objects.create(
            suggestion=factories.suggestion(),
            verb=Decision.Verb.REJECTED,
            by=reviewer,
            at=factories.NOW,
        )


@pytest.mark.parametrize("change", [{"verb": "accepted"}, {"reason": ""}])
def test_a_decision_is_written_once(editor, change):
    decision = factories.suggestion().decisions.create(
        verb="rejected", reason="No news", by=editor, at=factories.NOW
    )

    once = pytest.raises(DatabaseError, match="Cannot update or delete")
    with once, transaction.atomic():
        Decision.objects.filter(pk=decision.pk).update(**change)
    with once, transaction.atomic():
        decision.delete()
