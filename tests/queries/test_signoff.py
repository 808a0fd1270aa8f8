"""What waits, what a change comes to in words, and what was decided."""

from __future__ import annotations

import pytest

from talks.queries import signoff as reads
from talks.review import proposed, signoff
from tests import factories
from tests.factories import NOW
from tests.review.people import changed, person, propose

pytestmark = pytest.mark.django_db


@pytest.fixture
def amal():
    return person("amal")


def test_what_waits_costs_two_queries_however_much_it_is(
    amal, django_assert_num_queries
):
    for number in range(3):
        draft = factories.event(status="draft", title=f"New {number}")
        signoff.send(draft, by=amal, now=NOW)
        propose(amal, changed(factories.event(), title="Otherwise"))

    with django_assert_num_queries(2):
        waiting = reads.waiting()

    assert len(waiting) == 6
    assert {each.by for each in waiting} == {"amal"}


def test_an_event_sent_in_another_way_waits_too():
    factories.event(status="in_review", cited_by=[])

    (waiting,) = reads.waiting(apart_from=person("amal"))

    assert waiting.by == ""


def test_keys_are_told_by_name_and_choices_by_label(amal):
    event = factories.event(who=[(factories.gna(), "host")])
    lna = factories.lna()
    change = propose(
        amal, changed(event.participations.get(), actor=lna, role="target")
    )

    (row,) = reads.describe(change.rows)

    assert (row.noun, row.verb, row.name) == (
        "participation",
        "changed",
        "Government of National Accord (Host)",
    )
    assert {(each.field, each.before, each.after) for each in row.fields} == {
        ("actor", "Government of National Accord", "Libyan National Army"),
        ("role", "Host", "Target"),
    }


def test_of_a_row_that_is_added_what_is_empty_goes_unsaid(amal):
    event, report = factories.event(), factories.article()
    change = propose(amal, lambda: factories.citation(event=event, article=report))

    (row,) = reads.describe(change.rows)

    assert row.verb == "added"
    assert [each.field for each in row.fields] == ["article", "quote", "stance"]


def test_what_points_at_a_row_of_the_same_change_is_not_there_yet(amal):
    event, party = factories.event(kind="talks"), factories.gna()

    def do():
        factories.round_of_talks(event).delegations.create(party=party)

    rows = reads.describe(propose(amal, do).rows)

    assert [row.noun for row in rows] == ["round", "delegation"]


@pytest.mark.parametrize(
    ("status", "is_shown"), [("approved", True), ("in_review", False), ("draft", False)]
)
def test_whether_the_public_sees_a_row(status, is_shown):
    event = factories.event(status=status)
    held = factories.round_of_talks(event)
    part = held.delegations.create(party=factories.gna())

    for row in (event, event.citations.get(), held, part):
        assert reads.is_shown(row) == is_shown


@pytest.mark.parametrize(("status", "is_shown"), [("approved", True), ("draft", False)])
def test_a_figure_is_shown_by_itself(status, is_shown):
    assert reads.is_shown(factories.figure(status=status)) == is_shown


def test_open_changes_are_found_from_the_event_and_from_the_row(amal):
    event = factories.event(who=[(factories.gna(), "host")])
    part, other = event.participations.get(), factories.event()
    change = propose(amal, changed(part, role="target"))
    done = propose(amal, changed(event, title="Otherwise"))
    proposed.withdraw(done, by=amal, now=NOW)

    assert reads.open_changes_of(event) == [change]
    assert reads.open_changes_of(part) == [change]
    assert reads.open_changes_of(other) == []


def test_all_rows_of_an_event_are_what_there_is_to_approve():
    event = factories.geneva_round().event

    nouns = [row["noun"] for row in reads.rows_of(event)]

    assert nouns.count("delegation") == 2
    assert {"event", "participation", "eventplace", "citation", "round"} <= set(nouns)


def test_the_steps_of_an_event_include_those_of_its_changes(amal):
    event = factories.event(status="draft")
    signoff.send(event, by=amal, now=NOW)
    signoff.approve(event, by=person("basma"), now=NOW, alone=False)
    propose(amal, changed(event, title="Otherwise"))

    assert [(step.verb, bool(step.change)) for step in reads.steps_of(event)] == [
        ("sent", True),
        ("approved", False),
        ("sent", False),
    ]
    assert reads.latest_steps() == reads.steps_of(event)
