"""What was given up, and why."""

from __future__ import annotations

from datetime import timedelta

import pytest

from talks.queries import given_up
from tests import factories
from tests.factories import NOW

pytestmark = pytest.mark.django_db


def lost(state="set_aside", reason="Timed out.", **fields):
    return factories.article("", state=state, reason=reason, **fields)


def test_reasons_are_counted_what_is_set_aside_first():
    lost("failed", "Not found."), lost("failed", "Not found.")
    lost(), lost(), lost(reason="Server error.")
    factories.article()

    found = [(one.state, one.words, one.reports) for one in given_up.reasons(most=5)]

    assert found == [
        ("Set aside", "Timed out.", 2),
        ("Set aside", "Server error.", 1),
        ("Failed", "Not found.", 2),
    ]


def test_reports_come_the_latest_first_without_their_texts(django_assert_num_queries):
    failed = lost("failed")
    early = lost(found_at=NOW - timedelta(1))
    late = lost()

    with django_assert_num_queries(1):
        found = [(row.pk, row.source.name) for row in given_up.reports(most=5)]

    assert [pk for pk, _ in found] == [late.pk, early.pk, failed.pk]
