"""Events are counted as they are written, and counting anew changes no sum."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db.models import Sum

from talks.models import Event, EventTally
from talks.models.tallies import recount
from tests import factories

pytestmark = pytest.mark.django_db

JANUARY = date(2020, 1, 1)


def counted(**which: Any) -> int:
    found = EventTally.objects.filter(**which).aggregate(sum=Sum("count"))
    return found["sum"] or 0


def test_a_published_event_counts_in_its_month():
    factories.event(date(2020, 1, 12), kind="talks", track="military")

    assert counted(month=JANUARY, kind="talks", track="military") == 1


def test_a_draft_does_not_count_until_it_is_published():
    event = factories.event(status="draft")
    before = counted()

    Event.objects.filter(pk=event.pk).update(status="approved")

    assert (before, counted()) == (0, 1)


@pytest.mark.parametrize(
    ("change", "gone", "there"),
    [
        pytest.param(
            {"kind": "truce"}, {"kind": "talks"}, {"kind": "truce"}, id="kind"
        ),
        pytest.param(
            {"earliest": date(2019, 12, 31)},
            {"month": JANUARY},
            {"month": date(2019, 12, 1)},
            id="month",
        ),
    ],
)
def test_a_changed_event_counts_where_it_is_now(change, gone, there):
    event = factories.event(date(2020, 1, 12), kind="talks")

    Event.objects.filter(pk=event.pk).update(date_precision="range", **change)

    assert (counted(**gone), counted(**there)) == (0, 1)


def test_a_deleted_event_counts_no_more():
    factories.event().delete()

    assert counted() == 0


def test_counting_anew_folds_rows_and_keeps_sums():
    factories.event(date(2020, 1, 12))
    factories.event(date(2020, 1, 13))
    factories.event(date(2020, 1, 14)).delete()

    recount()

    assert list(EventTally.objects.values_list("month", "count")) == [(JANUARY, 2)]
