"""What a suggested event becomes, and when it can be taken back."""

from __future__ import annotations

import pytest

from talks import review
from talks.models import Citation, Event, EventPlace, Participation
from tests import factories
from tests.factories import NOW, SENTENCE
from tests.review.findings import suggested_event

pytestmark = pytest.mark.django_db


@pytest.fixture
def accepted(editor):
    return review.accept(suggested_event(), by=editor, now=NOW)


def test_the_event_has_all_that_was_found(accepted):
    event = Event.objects.get()

    assert (event.kind, event.track, event.modality) == (
        "talks",
        "political",
        "observed",
    )
    assert (str(event.date), event.date_words) == ("3 February 2020", "on Monday")
    assert [str(row.actor.slug) for row in event.participations.all()] == ["gna", "lna"]
    assert [row.place.slug for row in event.event_places.all()] == ["geneva"]


def test_its_citation_keeps_the_sentence_and_its_position(accepted):
    citation = Citation.objects.get()

    assert citation.quote == SENTENCE
    assert citation.article.text[citation.quote_start : citation.quote_end] == SENTENCE
    assert (citation.stance, citation.speaker) == ("reports", None)


def test_what_the_report_denies_is_cited_as_a_denial(editor):
    review.accept(suggested_event(status="denied"), by=editor, now=NOW)

    assert Citation.objects.get().stance == Citation.Stance.DENIES


def test_a_speaker_and_a_stance_can_be_given(editor):
    changes = {"speaker": factories.unsmil().slug, "stance": "alleges"}

    review.correct(suggested_event(), changes, by=editor, now=NOW)

    citation = Citation.objects.get()
    assert (citation.speaker, citation.stance) == (factories.unsmil(), "alleges")


def test_an_actor_named_twice_in_a_role_takes_part_once(editor):
    twice = [["gna", "participant"], ["gna", "participant"], ["gna", "host"]]

    review.accept(suggested_event(actors=twice), by=editor, now=NOW)

    assert Participation.objects.count() == 2


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        pytest.param({"date": None}, "say when it happened", id="no date"),
        pytest.param({"place": "atlantis"}, "no place “atlantis”", id="no such place"),
        pytest.param({"kind": "party"}, "not a valid choice", id="unknown kind"),
        pytest.param({"title": "x" * 201}, "at most 200", id="title too long"),
    ],
)
def test_what_cannot_be_an_event_is_refused_in_plain_words(editor, changes, message):
    with pytest.raises(review.Refused, match=message):
        review.correct(suggested_event(), changes, by=editor, now=NOW)


def test_a_second_event_of_the_same_title_and_day_gets_its_own_address(editor):
    first = review.accept(suggested_event(), by=editor, now=NOW).suggestion.event
    second = review.accept(suggested_event(), by=editor, now=NOW).suggestion.event

    assert second.slug == f"{first.slug}-{second.suggestions.get().pk}"


def test_merging_one_report_twice_cites_it_once(editor):
    report, known = factories.article(), factories.event()
    review.merge(suggested_event(report), event=known, by=editor, now=NOW)

    decision = review.merge(suggested_event(report), event=known, by=editor, now=NOW)

    assert known.citations.filter(article=report).count() == 1
    assert decision.made["citation"] is None


def test_merging_into_a_deleted_event_is_refused(editor):
    known = factories.event()
    Event.objects.all().delete()

    with pytest.raises(review.Refused, match="deleted meanwhile"):
        review.merge(suggested_event(), event=known, by=editor, now=NOW)


def test_undoing_takes_back_all_that_was_made_and_nothing_else(editor, accepted):
    other = factories.event()

    review.undo(accepted, by=editor, now=NOW)

    assert Event.objects.get() == other
    assert not Participation.objects.exists()
    assert not EventPlace.objects.exists()
    accepted.suggestion.refresh_from_db()
    assert accepted.suggestion.event is None


def _edit(event):
    event.title = "Better"
    event.save()


def _cite_again(event):
    factories.citation(event=event, article=factories.article())


def _translate_the_citation(event):
    Citation.objects.update(translation="In English.")


def _add_an_actor(event):
    event.participations.create(actor=factories.unsmil(), role="mediator")


@pytest.mark.parametrize(
    ("build", "what"),
    [
        pytest.param(_edit, "it was edited", id="edited"),
        pytest.param(_cite_again, "citations", id="cited again"),
        pytest.param(_translate_the_citation, "citations", id="translated"),
        pytest.param(_add_an_actor, "participations", id="another actor"),
        pytest.param(factories.round_of_talks, "rounds", id="a round"),
        pytest.param(
            lambda event: factories.figure(event=event), "figures", id="a figure"
        ),
        pytest.param(factories.commitment, "commitments", id="a commitment"),
    ],
)
def test_an_event_built_upon_is_not_taken_back(editor, accepted, build, what):
    build(Event.objects.get())

    with pytest.raises(review.Refused, match=f"built upon since .*{what}"):
        review.undo(accepted, by=editor, now=NOW)

    assert Event.objects.exists()


def test_a_report_merged_into_it_holds_the_event(editor, accepted):
    event, report = Event.objects.get(), accepted.suggestion.article
    review.merge(suggested_event(report), event=event, by=editor, now=NOW)

    with pytest.raises(review.Refused, match="other suggestions"):
        review.undo(accepted, by=editor, now=NOW)


def test_undoing_a_merge_removes_only_its_citation(editor):
    known = factories.event()
    decision = review.merge(suggested_event(), event=known, by=editor, now=NOW)

    review.undo(decision, by=editor, now=NOW)

    assert known.citations.count() == 1
    assert known.citations.get().article != decision.suggestion.article


def test_the_last_citation_of_an_approved_event_is_not_taken_away(editor):
    known = factories.event()
    decision = review.merge(suggested_event(), event=known, by=editor, now=NOW)
    known.citations.exclude(article=decision.suggestion.article).delete()

    with pytest.raises(review.Refused, match="only citation"):
        review.undo(decision, by=editor, now=NOW)


def test_undoing_after_the_event_was_deleted_opens_the_suggestion(editor, accepted):
    Event.objects.all().delete()

    review.undo(accepted, by=editor, now=NOW)

    accepted.suggestion.refresh_from_db()
    assert accepted.suggestion.state == "open"


@pytest.mark.parametrize(
    ("status", "kind", "modality", "title"),
    [
        ("occurred", "truce", "agreed", "Truce agreed"),
        ("background", "truce", "agreed", "Truce agreed"),
        ("planned", "truce", "announced", "Truce announced"),
        ("denied", "truce", "denied", "Truce denied"),
        ("called_for", "statement", "announced", "Call for truce"),
    ],
)
def test_words_are_not_recorded_as_deeds(editor, status, kind, modality, title):
    suggestion = suggested_event(
        kind="truce", modality="agreed", status=status, place=None, actors=[]
    )

    review.accept(suggestion, by=editor, now=NOW)

    event = Event.objects.get()
    assert (event.kind, event.modality, event.title) == (kind, modality, title)


def test_a_person_may_say_that_words_were_deeds(editor):
    suggestion = suggested_event(kind="truce", status="called_for")

    review.correct(
        suggestion, {"kind": "truce", "modality": "took_effect"}, by=editor, now=NOW
    )

    event = Event.objects.get()
    assert (event.kind, event.modality) == ("truce", "took_effect")
