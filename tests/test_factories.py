"""The makers give rows that the database accepts."""

from __future__ import annotations

import pytest

from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["geneva_round", "january_truce", "haftar", "unsmil"])
def test_named_rows_are_the_same_however_often_asked_for(name):
    make = getattr(factories, name)

    assert make() == make()


def test_an_event_is_known_by_its_citation():
    event = factories.event()

    event.refresh_from_db()

    assert event.known_on == factories.TODAY
    assert event.citations.get().quote == factories.SENTENCE


def test_every_maker_makes_a_row():
    truce = factories.january_truce()

    made = [
        factories.feed(),
        factories.affiliation(),
        factories.figure(),
        factories.suggestion(),
        factories.violation(truce),
        factories.embargo_violation(),
        factories.commitment_status(factories.commitment(truce.event)),
    ]

    assert all(row.pk for row in made)
