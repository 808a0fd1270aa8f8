"""What a suggested figure becomes: one claim among those of its group."""

from __future__ import annotations

from datetime import date

import pytest

from talks import review
from talks.models import Figure, Suggestion
from tests import factories
from tests.factories import NOW, SENTENCE, TODAY, quoted
from tests.review.findings import suggested_event, suggested_figure

pytestmark = pytest.mark.django_db

OTHER = "A second sentence says that the guns were not silent."


def _accept(suggestion, by):
    return review.accept(suggestion, by=by, now=NOW).suggestion.figure


def test_the_figure_has_all_that_was_claimed(editor):
    figure = _accept(suggested_figure(), editor)

    assert str(figure.count) == "more than 2,000"
    assert (figure.measure, figure.population, figure.scope) == (
        "deaths",
        "all",
        "cumulative",
    )
    assert (figure.place.slug, figure.attributed_actor.slug) == ("libya", "unsmil")
    assert (figure.quote, figure.as_stated) == (SENTENCE, "more than 2,000")
    assert figure.since_earliest == date(2019, 4, 4)
    assert figure.status == Figure.Status.APPROVED


def test_without_a_day_of_its_own_it_stands_for_the_day_of_the_report(editor):
    figure = _accept(suggested_figure(), editor)

    assert (figure.as_of_earliest, figure.as_of_latest) == (TODAY, TODAY)


def test_a_report_without_a_day_needs_one_from_the_person(editor):
    report = factories.article(published_at=None)

    with pytest.raises(review.Refused, match="for which day"):
        _accept(suggested_figure(report), editor)


def test_it_can_be_given_by_a_source(editor):
    giver = factories.wire().slug

    figure = _accept(suggested_figure(attributed_to=giver), editor)

    assert (figure.attributed_actor, figure.attributed_source) == (
        None,
        factories.wire(),
    )


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        pytest.param({"attributed_to": "nobody"}, "“nobody”", id="unknown giver"),
        pytest.param({"high": 1}, "low", id="bounds out of order"),
        pytest.param({"as_stated": ""}, "blank", id="without its words"),
        pytest.param({"event": "gone"}, "no event “gone”", id="unknown event"),
    ],
)
def test_what_cannot_be_a_figure_is_refused_in_plain_words(editor, changes, message):
    with pytest.raises(review.Refused, match=message):
        review.correct(suggested_figure(), changes, by=editor, now=NOW)


def test_the_first_of_a_group_is_recommended_and_the_next_triangulates(editor):
    first, second = (_accept(suggested_figure(low=n), editor) for n in (2000, 2200))

    assert (first.role, first.role_reason) == (
        "recommended",
        "The first claim of its group.",
    )
    assert (second.role, second.role_reason) == ("triangulation", "")


@pytest.mark.parametrize("assertion", ["denied", "hypothetical"])
def test_what_was_denied_or_feared_is_never_recommended_by_itself(editor, assertion):
    figure = _accept(suggested_figure(assertion=assertion), editor)

    assert figure.role == Figure.Role.TRIANGULATION


def test_an_incident_belongs_to_the_event_of_its_sentence(editor):
    report = factories.article()
    event = review.accept(suggested_event(report), by=editor, now=NOW).suggestion.event

    figure = _accept(suggested_figure(report, scope="incident", since=None), editor)
    total = _accept(suggested_figure(report), editor)

    assert (figure.event, total.event) == (event, None)


def test_an_incident_of_another_sentence_stands_alone(editor):
    report = factories.article()
    review.accept(suggested_event(report), by=editor, now=NOW)
    suggestion = suggested_figure(report, scope="incident", since=None)
    Suggestion.objects.filter(pk=suggestion.pk).update(**quoted(report, OTHER))

    assert _accept(suggestion, editor).event is None


@pytest.mark.parametrize("whole_first", [True, False])
def test_a_part_is_tied_to_its_whole_whichever_is_accepted_first(editor, whole_first):
    report = factories.article()
    whole = suggested_figure(report, key="whole")
    part = suggested_figure(report, subset_of_key="whole", population="civilians")

    for suggestion in (whole, part) if whole_first else (part, whole):
        _accept(suggestion, editor)

    assert Figure.objects.get(population="civilians").subset_of.population == "all"


def test_undoing_takes_the_figure_back_and_leaves_its_parts(editor):
    report = factories.article()
    part = suggested_figure(report, subset_of_key="whole", population="civilians")
    kept = _accept(part, editor)
    whole = review.accept(suggested_figure(report, key="whole"), by=editor, now=NOW)

    review.undo(whole, by=editor, now=NOW)

    kept.refresh_from_db()
    assert Figure.objects.get() == kept
    assert kept.subset_of is None


def _edit(figure):
    figure.role_reason = "Counted by name."
    figure.save()


@pytest.mark.parametrize(
    ("build", "what"),
    [
        pytest.param(_edit, "it was edited", id="edited"),
        pytest.param(
            lambda figure: factories.figure(supersedes=figure), "corrects", id="revised"
        ),
        pytest.param(
            lambda figure: factories.figure(subset_of=figure), "part of it", id="whole"
        ),
    ],
)
def test_a_figure_built_upon_is_not_taken_back(editor, build, what):
    decision = review.accept(suggested_figure(), by=editor, now=NOW)
    build(decision.suggestion.figure)

    with pytest.raises(review.Refused, match=what):
        review.undo(decision, by=editor, now=NOW)
