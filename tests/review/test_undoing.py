"""Undoing a step: what was decided waits again, unless something was built upon it."""

from __future__ import annotations

import pytest

from talks.models import Event
from talks.review import proposed, signoff
from talks.review.refusals import Refused
from talks.review.undoing import is_latest, undo_step
from tests import factories
from tests.factories import NOW
from tests.review.people import changed, done_by, person, propose

pytestmark = pytest.mark.django_db


@pytest.fixture
def amal():
    return person("amal")


@pytest.fixture
def basma():
    return person("basma")


def _undo(step, by):
    return undo_step(step, by=by, now=NOW)


def _event(event):
    return Event.objects.get(pk=event.pk)


def test_an_approval_undone_waits_again_with_its_figures(amal, basma):
    event = factories.event(status="draft")
    figure = factories.figure(event=event, status="draft")
    signoff.send(event, by=amal, now=NOW)
    step = signoff.approve(event, by=basma, now=NOW, alone=False)

    _undo(step, basma)

    figure.refresh_from_db()
    assert (_event(event).status, figure.status) == ("in_review", "draft")
    signoff.approve(event, by=basma, now=NOW, alone=False)
    assert _event(event).status == "approved"


def test_a_return_undone_waits_again(amal, basma):
    event = factories.event(status="draft")
    signoff.send(event, by=amal, now=NOW)
    step = signoff.give_back(event, by=basma, now=NOW, reason="Which Monday?")

    _undo(step, basma)

    assert _event(event).status == "in_review"


def test_an_approved_change_undone_is_as_before_and_waits_again(amal, basma):
    event = factories.event(title="As approved", who=[(factories.gna(), "host")])

    def do():
        changed(event, title="Otherwise")()
        event.participations.all().delete()

    change = propose(amal, do)
    step = proposed.approve(change, by=basma, now=NOW, alone=False)

    _undo(step, basma)

    change.refresh_from_db()
    assert (_event(event).title, change.state) == ("As approved", "in_review")
    assert event.participations.get().actor == factories.gna()


def test_it_is_refused_where_something_was_built_upon_it(amal, basma):
    event = factories.event(title="As approved")
    first = propose(amal, changed(event, title="Otherwise"))
    step = proposed.approve(first, by=basma, now=NOW, alone=False)
    second = propose(amal, changed(event, title="Again otherwise"))
    proposed.approve(second, by=basma, now=NOW, alone=False)

    with pytest.raises(Refused, match="has another title by now"):
        _undo(step, basma)

    assert _event(event).title == "Again otherwise"


@pytest.mark.parametrize("verb", ["refuse", "give_back"])
def test_a_change_that_went_back_waits_again(amal, basma, verb):
    change = propose(amal, changed(factories.event(), title="Otherwise"))
    go = getattr(proposed, verb)

    _undo(go(change, by=basma, now=NOW, reason="No."), basma)

    change.refresh_from_db()
    assert change.state == "in_review"


def test_only_the_latest_step_is_undone(amal, basma):
    event = factories.event(status="draft")
    sent = signoff.send(event, by=amal, now=NOW)
    back = signoff.give_back(event, by=basma, now=NOW, reason="No.")
    undone = _undo(back, basma)

    assert [is_latest(step) for step in (sent, back, undone)] == [False, False, True]
    for step in (sent, back, undone):
        with pytest.raises(Refused, match="Only the latest"):
            _undo(step, basma)


def test_undoing_does_not_make_one_its_author(amal, basma):
    event = factories.event(status="draft")
    done_by(amal, changed(event, title="Hers"))
    step = signoff.approve(event, by=basma, now=NOW, alone=False)

    _undo(step, basma)
    again = signoff.approve(event, by=basma, now=NOW, alone=False)

    assert again.author == amal
