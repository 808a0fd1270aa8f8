"""Deciding a suggestion: once, whole, by somebody, and reversibly."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection, connections

from talks import review
from talks.models import Decision, Event, Figure, Suggestion
from tests.factories import NOW, article, event, haftar
from tests.review.findings import suggested_actor, suggested_event, suggested_figure

pytestmark = pytest.mark.django_db


def test_accepting_writes_who_decided_and_when(editor):
    suggestion = suggested_event()

    decision = review.accept(suggestion, by=editor, now=NOW)

    suggestion.refresh_from_db()
    assert (decision.verb, decision.by, decision.at) == ("accepted", editor, NOW)
    assert suggestion.state == Suggestion.State.ACCEPTED
    assert suggestion.event.status == Event.Status.APPROVED


def test_accepting_twice_makes_one_event(editor):
    suggestion = suggested_event()
    review.accept(suggestion, by=editor, now=NOW)

    with pytest.raises(review.AlreadyDecided, match="editor decided this before you"):
        review.accept(suggestion, by=editor, now=NOW)

    assert Event.objects.count() == 1


def test_a_suggestion_changed_since_it_was_seen_is_not_decided(editor):
    seen = suggested_event()
    Suggestion.objects.get(pk=seen.pk).save()

    with pytest.raises(review.Outdated):
        review.accept(seen, by=editor, now=NOW)

    assert not Event.objects.exists()


def test_what_the_reader_no_longer_finds_is_not_decided(editor):
    suggestion = suggested_event()
    Suggestion.objects.filter(pk=suggestion.pk).update(state="withdrawn")

    with pytest.raises(review.Outdated):
        review.reject(suggestion, reason="Not there.", by=editor, now=NOW)


def test_a_refused_acceptance_changes_nothing(editor):
    suggestion = suggested_event(actors=[["gna", "participant"], ["gone", "host"]])

    with pytest.raises(review.Refused, match="no actor “gone”"):
        review.accept(suggestion, by=editor, now=NOW)

    suggestion.refresh_from_db()
    assert suggestion.state == Suggestion.State.OPEN
    assert not Event.objects.exists()
    assert not Decision.objects.exists()


def test_a_correction_is_made_and_remembered_and_the_finding_stays(editor):
    suggestion = suggested_event()

    decision = review.correct(
        suggestion, {"kind": "mediation", "title": "Envoys meet"}, by=editor, now=NOW
    )

    suggestion.refresh_from_db()
    assert (suggestion.event.kind, suggestion.event.title) == (
        "mediation",
        "Envoys meet",
    )
    assert suggestion.state == Suggestion.State.CORRECTED
    assert suggestion.finding["kind"] == "talks"
    assert decision.made["changes"] == {"kind": "mediation", "title": "Envoys meet"}


def test_merging_adds_the_citation_to_the_known_event(editor):
    known = event()
    suggestion = suggested_event()

    review.merge(suggestion, event=known, by=editor, now=NOW)

    suggestion.refresh_from_db()
    assert (suggestion.state, suggestion.event) == (Suggestion.State.MERGED, known)
    assert known.citations.filter(article=suggestion.article).count() == 1
    assert Event.objects.count() == 1


def test_only_events_are_merged(editor):
    with pytest.raises(review.Refused, match="Only a suggested event"):
        review.merge(suggested_figure(), event=event(), by=editor, now=NOW)


def test_rejecting_keeps_the_reason(editor):
    suggestion = suggested_event()

    decision = review.reject(suggestion, reason=" An old story. ", by=editor, now=NOW)

    suggestion.refresh_from_db()
    assert decision.reason == "An old story."
    assert suggestion.state == Suggestion.State.REJECTED


def test_rejecting_without_a_reason_is_refused(editor):
    with pytest.raises(review.Refused, match="Say why"):
        review.reject(suggested_event(), reason=" ", by=editor, now=NOW)


def test_undoing_a_rejection_opens_the_suggestion_again(editor):
    suggestion = suggested_event()
    decision = review.reject(suggestion, reason="No.", by=editor, now=NOW)

    undone = review.undo(decision, by=editor, now=NOW + timedelta(minutes=1))

    suggestion.refresh_from_db()
    assert suggestion.state == Suggestion.State.OPEN
    assert undone.made == {"undid": decision.pk}


def test_what_was_undone_can_be_accepted_again(editor):
    suggestion = suggested_event()
    review.undo(review.accept(suggestion, by=editor, now=NOW), by=editor, now=NOW)
    suggestion.refresh_from_db()

    review.accept(suggestion, by=editor, now=NOW)

    assert Event.objects.get().slug.endswith("-2020-02-03")


def test_only_the_latest_decision_can_be_undone(editor):
    suggestion = suggested_event()
    first = review.reject(suggestion, reason="No.", by=editor, now=NOW)
    undone = review.undo(first, by=editor, now=NOW)

    for decision in (first, undone):
        with pytest.raises(review.Refused, match="Only the latest"):
            review.undo(decision, by=editor, now=NOW)


def test_the_history_of_what_was_made_names_who_decided(editor):
    decision = review.accept(suggested_event(), by=editor, now=NOW)

    version = Event.objects.get().history.earliest("pgh_id")

    assert version.pgh_context.metadata == {
        "user": editor.pk,
        "decision": "accepted",
        "suggestion": decision.suggestion_id,
    }


def test_a_new_spelling_becomes_an_alias(editor):
    review.accept(suggested_actor(), by=editor, now=NOW)

    assert haftar().aliases.get().text == "the Field Marshal"


# Two people at once need two transactions that really commit.


def _at_once(*deeds):
    """Run the deeds in threads that start together; return results or refusals."""
    together = Barrier(len(deeds))

    def run(deed):
        together.wait()
        try:
            return deed()
        except review.Refused as refusal:
            return refusal
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(run, deeds))


@pytest.mark.django_db(transaction=True)
def test_two_people_accepting_at_once_make_one_event(editor, reviewer):
    suggestion = suggested_event()

    results = _at_once(
        lambda: review.accept(suggestion, by=editor, now=NOW),
        lambda: review.accept(suggestion, by=reviewer, now=NOW),
    )

    assert sorted(type(result).__name__ for result in results) == [
        "AlreadyDecided",
        "Decision",
    ]
    assert Event.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_alike_events_accepted_at_once_get_two_addresses(editor, reviewer):
    first, second = suggested_event(), suggested_event()

    _at_once(
        lambda: review.accept(first, by=editor, now=NOW),
        lambda: review.accept(second, by=reviewer, now=NOW),
    )

    slugs = sorted(Event.objects.values_list("slug", flat=True), key=len)
    assert len(slugs) == 2
    assert slugs[1].startswith(slugs[0])


@pytest.mark.django_db(transaction=True)
def test_two_claims_of_one_group_accepted_at_once_get_one_recommended(editor, reviewer):
    first, second = suggested_figure(), suggested_figure()

    _at_once(
        lambda: review.accept(first, by=editor, now=NOW),
        lambda: review.accept(second, by=reviewer, now=NOW),
    )

    roles = sorted(Figure.objects.values_list("role", flat=True))
    assert roles == ["recommended", "triangulation"]


@pytest.mark.django_db(transaction=True)
def test_undoing_while_another_merges_never_loses_the_citation(editor, reviewer):
    made = review.accept(suggested_event(), by=editor, now=NOW)
    other = suggested_event(article())
    known = Event.objects.get()

    undone, merged = _at_once(
        lambda: review.undo(made, by=editor, now=NOW),
        lambda: review.merge(other, event=known, by=reviewer, now=NOW),
    )

    other.refresh_from_db()
    if isinstance(merged, Decision):
        assert isinstance(undone, review.Refused)
        assert other.event.citations.count() == 2
    else:
        assert isinstance(undone, Decision)
        assert other.state == Suggestion.State.OPEN


@pytest.mark.django_db(transaction=True)
def test_an_accepted_event_stands_up_to_the_check_at_commit(editor):
    review.accept(suggested_event(), by=editor, now=NOW)

    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert Event.objects.get().known_on == NOW.date()
