"""An event on its way to the public: sent, approved by another, given back."""

from __future__ import annotations

import pytest

from talks.models import Event
from talks.review import signoff
from talks.review.refusals import AlreadyDecided, Refused
from tests import factories
from tests.factories import NOW
from tests.review.people import changed, done_by, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def amal():
    return person("amal")


@pytest.fixture
def basma():
    return person("basma")


@pytest.fixture
def draft(amal):
    """A cited draft that Amal wrote."""
    made = []
    done_by(amal, lambda: made.append(factories.event(status="draft")))
    return made[0]


def _approve(event, by, *, alone=False):
    return signoff.approve(event, by=by, now=NOW, alone=alone)


def _status(event):
    return Event.objects.get(pk=event.pk).status


def test_one_sends_and_another_approves(draft, amal, basma):
    sent = signoff.send(draft, by=amal, now=NOW)
    assert _status(draft) == "in_review"

    step = _approve(draft, basma)

    assert _status(draft) == "approved"
    assert (sent.verb, sent.by) == ("sent", amal)
    assert (step.by, step.author, step.is_alone) == (basma, amal, False)


def test_the_author_is_refused(draft, amal):
    signoff.send(draft, by=amal, now=NOW)

    with pytest.raises(Refused, match="somebody else has to approve it"):
        _approve(draft, amal)

    assert _status(draft) == "in_review"


def test_with_one_person_in_the_house_the_setting_lets_the_author(draft, amal):
    step = _approve(draft, amal, alone=True)

    assert _status(draft) == "approved"
    assert step.is_alone


def test_who_corrected_it_last_is_its_author(draft, amal, basma):
    done_by(basma, changed(draft, title="Corrected"))

    with pytest.raises(Refused):
        _approve(draft, basma)
    _approve(draft, amal)

    assert _status(draft) == "approved"


@pytest.mark.django_db(transaction=True)
def test_who_changed_a_part_of_it_last_is_its_author_too(draft, amal, basma):
    citation = draft.citations.get()
    done_by(basma, changed(citation, translation="In English."))

    with pytest.raises(Refused):
        _approve(draft, basma)


def test_its_figures_are_shown_with_it(draft, basma):
    figure = factories.figure(event=draft, status="draft")

    _approve(draft, basma)

    figure.refresh_from_db()
    assert figure.status == "approved"


def test_without_evidence_nothing_is_approved(basma):
    bare = factories.event(status="in_review", cited_by=[])

    with pytest.raises(Refused, match="needs a citation"):
        _approve(bare, basma)


def test_it_is_given_back_with_a_reason(draft, amal, basma):
    signoff.send(draft, by=amal, now=NOW)

    with pytest.raises(Refused, match="Say why"):
        signoff.give_back(draft, by=basma, now=NOW, reason=" ")
    step = signoff.give_back(draft, by=basma, now=NOW, reason="Which Monday?")

    assert _status(draft) == "draft"
    assert (step.reason, step.author) == ("Which Monday?", amal)


def test_who_gave_it_back_may_approve_it_afterwards(draft, amal, basma):
    signoff.send(draft, by=amal, now=NOW)
    signoff.give_back(draft, by=basma, now=NOW, reason="Which Monday?")
    signoff.send(draft, by=amal, now=NOW)

    _approve(draft, basma)

    assert _status(draft) == "approved"


def test_whoever_comes_second_is_told_who_was_first(draft, amal, basma):
    signoff.send(draft, by=amal, now=NOW)
    _approve(draft, basma)

    with pytest.raises(
        AlreadyDecided, match="approved by now: approved by basma on 4 February 2020"
    ):
        signoff.give_back(draft, by=amal, now=NOW, reason="No.")


def test_taking_it_down_hides_its_figures_too():
    event = factories.event()
    figure = factories.figure(event=event)

    signoff.take_down(event)

    figure.refresh_from_db()
    assert (_status(event), figure.status) == ("draft", "draft")
