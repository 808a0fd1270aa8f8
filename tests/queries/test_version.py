"""Which state of the data is cited."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from talks.models import Event, Figure
from talks.queries.version import changed_at
from tests import factories as make

pytestmark = pytest.mark.django_db
EARLY, LATE = (datetime(2024, 1, day, tzinfo=UTC) for day in (1, 2))


def test_nothing_was_ever_changed():
    assert changed_at() is None


@pytest.mark.parametrize(("event", "figure"), [(EARLY, LATE), (LATE, EARLY)])
def test_the_last_change_of_anything_published_counts(event, figure):
    make.figure(event=make.event())
    Event.objects.update(changed_at=event)
    Figure.objects.update(changed_at=figure)

    assert changed_at() == LATE


def test_a_draft_is_no_change_of_what_is_published():
    make.event()
    Event.objects.update(changed_at=EARLY)
    make.event(status=Event.Status.DRAFT)

    assert changed_at() == EARLY
