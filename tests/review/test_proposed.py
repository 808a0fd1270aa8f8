"""A change of what is approved: the public sees the old until a second person approves."""

from __future__ import annotations

import pytest
from django.db import IntegrityError

from talks.models import (
    Citation,
    Delegation,
    Event,
    Figure,
    Participation,
    ProposedChange,
    SignOff,
)
from talks.review import proposed
from talks.review.refusals import AlreadyDecided, Conflict, Refused
from tests import factories
from tests.factories import NOW
from tests.review.people import changed, person, propose

pytestmark = pytest.mark.django_db


@pytest.fixture
def amal():
    return person("amal")


@pytest.fixture
def basma():
    return person("basma")


@pytest.fixture
def event():
    return factories.event(title="As approved", who=[(factories.gna(), "host")])


def _approve(change, by, *, alone=False):
    return proposed.approve(change, by=by, now=NOW, alone=alone)


def _title(event):
    return Event.objects.get(pk=event.pk).title


def test_what_was_done_is_taken_back_and_written_down(event, amal):
    change = propose(amal, changed(event, title="Otherwise"))

    assert _title(event) == "As approved"
    assert change.rows == [
        {
            "noun": "event",
            "pk": event.pk,
            "before": {"title": "As approved"},
            "after": {"title": "Otherwise"},
        }
    ]
    assert (change.event, change.author, change.state) == (event, amal, "in_review")


def test_approving_makes_it_true_and_says_whose_it_was(event, amal, basma):
    change = propose(amal, changed(event, title="Otherwise"))

    step = _approve(change, basma)

    assert _title(event) == "Otherwise"
    assert (step.by, step.author, step.event) == (basma, amal, event)
    said = event.history.order_by("-pgh_id").first().pgh_context.metadata
    assert (said["user"], said["author"]) == (basma.pk, amal.pk)


def test_the_event_says_that_it_was_revised(event, amal, basma):
    part = event.participations.get()
    change = propose(amal, changed(part, role="mediator"))

    _approve(change, basma)

    assert Event.objects.get(pk=event.pk).changed_at > event.changed_at


def test_the_author_cannot_approve_unless_the_house_allows_it(event, amal):
    change = propose(amal, changed(event, title="Otherwise"))

    with pytest.raises(Refused, match="somebody else"):
        _approve(change, amal)
    assert _title(event) == "As approved"

    _approve(change, amal, alone=True)
    assert _title(event) == "Otherwise"


def test_rows_are_added_removed_and_changed_together(event, amal, basma):
    report, figure = factories.article(), factories.figure(event=event)
    lna = factories.lna()

    def do():
        event.participations.all().delete()
        Participation.objects.create(event=event, actor=lna, role="host")
        factories.citation(event=event, article=report)
        changed(figure, high=20)()

    change = propose(amal, do)
    assert event.participations.get().actor == factories.gna()
    assert event.citations.count() == 1

    _approve(change, basma)

    figure.refresh_from_db()
    assert event.participations.get().actor == factories.lna()
    assert Citation.objects.filter(event=event, article=report).exists()
    assert figure.high == 20


def test_rows_added_on_rows_added_find_each_other(amal, basma):
    event, party = factories.event(kind="talks"), factories.gna()

    def do():
        held = factories.round_of_talks(event)
        Delegation.objects.create(round=held, party=party, size=5)

    change = propose(amal, do)
    _approve(change, basma)

    assert event.round.delegations.get().size == 5


def test_details_of_the_details_are_of_the_event_too(amal):
    held = factories.geneva_round()
    delegation = held.delegations.first()

    change = propose(amal, changed(delegation, size=9))

    delegation.refresh_from_db()
    assert (delegation.size, change.event) == (5, held.event)


def test_what_the_public_does_not_see_is_changed_at_once(amal):
    draft = factories.event(status="draft")

    answer, changes = proposed.guard(
        lambda: changed(draft, title="Better")() or "done",
        by=amal,
        now=NOW,
        alone=False,
    )

    assert (answer, changes, _title(draft)) == ("done", [], "Better")


def test_each_event_gets_a_change_of_its_own_and_drafts_are_changed(event, amal):
    other, draft = factories.event(), factories.event(status="draft")

    def do():
        for each in (event, other, draft):
            changed(each, title="Renamed")()

    _, changes = proposed.guard(do, by=amal, now=NOW, alone=False)

    assert {change.event for change in changes} == {event, other}
    assert _title(draft) == "Renamed"
    assert _title(other) != "Renamed"


def test_a_figure_of_no_event_waits_likewise(amal, basma):
    figure = factories.figure(as_stated="12 at least")

    change = propose(amal, changed(figure, best=11, low=11))
    figure.refresh_from_db()
    assert (figure.best, change.event) == (12, None)
    assert change.about == "12 at least (a figure)"

    _approve(change, basma)
    figure.refresh_from_db()
    assert figure.best == 11


def test_showing_a_figure_is_a_change_and_a_draft_of_it_is_not(amal):
    figure = factories.figure(status="draft")

    _, nothing = proposed.guard(
        changed(figure, best=11, low=11), by=amal, now=NOW, alone=False
    )
    change = propose(amal, changed(figure, status="approved", best=11, low=11))

    figure.refresh_from_db()
    assert (nothing, figure.best, figure.status) == ([], 11, "draft")
    assert change.state == "in_review"


def test_alone_it_stands_at_once_and_is_kept_as_approved_by_its_author(event, amal):
    _, waiting = proposed.guard(
        changed(event, title="Otherwise"), by=amal, now=NOW, alone=True
    )

    step = SignOff.objects.get()
    assert (waiting, _title(event)) == ([], "Otherwise")
    assert (step.verb, step.is_alone, step.change.state) == (
        "approved",
        True,
        "approved",
    )


def test_of_two_changes_of_one_field_the_second_is_a_conflict(event, amal, basma):
    first = propose(amal, changed(event, title="Hers"))
    second = propose(basma, changed(event, title="His"))

    _approve(first, basma)

    with pytest.raises(Conflict, match="has another title by now"):
        _approve(second, amal)
    assert _title(event) == "Hers"


def test_two_changes_of_different_things_both_become_true(event, amal, basma):
    first = propose(amal, changed(event, title="Hers"))
    second = propose(amal, changed(event, summary="In short."))

    _approve(first, basma)
    _approve(second, basma)

    event.refresh_from_db()
    assert (event.title, event.summary) == ("Hers", "In short.")


def test_what_the_database_refuses_by_then_is_said_and_nothing_changed(
    event, amal, basma
):
    lna = factories.lna()

    def add():
        Participation.objects.create(event=event, actor=lna, role="host")

    first, second = propose(amal, add), propose(amal, add)
    _approve(first, basma)

    with pytest.raises(Refused, match="Nothing was changed"):
        _approve(second, basma)

    second.refresh_from_db()
    assert (second.state, event.participations.count()) == ("in_review", 2)


def test_a_change_that_breaks_a_rule_is_not_even_proposed(event, amal):
    with pytest.raises(IntegrityError, match="approved without a citation"):
        propose(amal, lambda: event.citations.all().delete())

    assert not ProposedChange.objects.exists()


def test_it_goes_back_with_a_reason_and_comes_again(event, amal, basma):
    change = propose(amal, changed(event, title="Otherwise"))

    with pytest.raises(Refused, match="Say why"):
        proposed.give_back(change, by=basma, now=NOW, reason="")
    step = proposed.give_back(change, by=basma, now=NOW, reason="Which one?")
    change.refresh_from_db()
    assert (change.state, step.reason, _title(event)) == (
        "draft",
        "Which one?",
        "As approved",
    )

    proposed.send(change, by=amal, now=NOW)
    _approve(change, basma)
    assert _title(event) == "Otherwise"


def test_a_refused_change_is_gone_for_good(event, amal, basma):
    change = propose(amal, changed(event, title="Otherwise"))

    proposed.refuse(change, by=basma, now=NOW, reason="The report says so.")

    with pytest.raises(AlreadyDecided, match="refused by now: refused by basma"):
        _approve(change, basma)
    assert _title(event) == "As approved"


def test_only_the_author_withdraws_it(event, amal, basma):
    change = propose(amal, changed(event, title="Otherwise"))

    with pytest.raises(Refused, match="Only its author"):
        proposed.withdraw(change, by=basma, now=NOW)
    proposed.withdraw(change, by=amal, now=NOW)

    assert not ProposedChange.objects.open().exists()


def test_a_draft_goes_on_from_where_it_was_left(event, amal, basma):
    change = propose(
        amal, changed(event, title="Otherwise"), state=ProposedChange.State.DRAFT
    )

    proposed.revise(
        change,
        changed(event, summary="In short."),
        is_done=lambda answer: True,
        by=amal,
        now=NOW,
        state=ProposedChange.State.IN_REVIEW,
    )
    change.refresh_from_db()
    assert change.rows[0]["after"] == {"title": "Otherwise", "summary": "In short."}
    assert _title(event) == "As approved"

    _approve(change, basma)
    assert _title(event) == "Otherwise"


def test_a_change_that_did_not_succeed_is_kept_as_it_was(event, amal):
    change = propose(amal, changed(event, title="Otherwise"))

    proposed.revise(
        change,
        changed(event, title="Half done"),
        is_done=lambda answer: False,
        by=amal,
        now=NOW,
        state=ProposedChange.State.DRAFT,
    )

    change.refresh_from_db()
    assert (change.state, change.rows[0]["after"]) == (
        "in_review",
        {"title": "Otherwise"},
    )


def test_revising_after_a_conflict_sets_it_against_what_is_approved_now(
    event, amal, basma
):
    mine = propose(amal, changed(event, title="Mine"))
    theirs = propose(basma, changed(event, title="Theirs"))
    _approve(theirs, amal)

    proposed.revise(
        mine,
        lambda: None,
        is_done=lambda answer: True,
        by=amal,
        now=NOW,
        state=ProposedChange.State.IN_REVIEW,
    )

    mine.refresh_from_db()
    assert mine.rows[0]["before"] == {"title": "Theirs"}
    _approve(mine, basma)
    assert _title(event) == "Mine"


def test_a_rehearsal_shows_the_change_and_leaves_nothing(event, amal):
    change = propose(amal, changed(event, title="Otherwise"))

    assert proposed.rehearse(change, lambda: _title(event)) == "Otherwise"
    assert _title(event) == "As approved"


def test_demoting_the_rival_goes_along(amal, basma):
    rival = factories.figure(role="recommended")
    figure = factories.figure()

    def recommend():
        changed(rival, role="triangulation")()
        changed(figure, role="recommended", role_reason="The mission counted.")()

    _approve(propose(amal, recommend), basma)

    assert Figure.objects.recommended().get() == figure


def test_removing_a_detail_takes_its_parts_along_in_one_change(amal, basma):
    held = factories.geneva_round()

    change = propose(amal, lambda: type(held).objects.get(pk=held.pk).delete())
    assert Delegation.objects.filter(round=held).count() == 2

    _approve(change, basma)
    assert not Delegation.objects.exists()
