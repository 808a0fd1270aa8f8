"""What the database guarantees of commitments."""

from __future__ import annotations

import pytest
from django.db import IntegrityError

from tests import factories

pytestmark = pytest.mark.django_db


def test_a_commitment_says_what_is_promised():
    with pytest.raises(IntegrityError, match="commitment_says_what"):
        factories.commitment(factories.event(kind="agreement"), provision="")


def test_one_report_gives_one_status_a_day():
    promise = factories.commitment(factories.event(kind="agreement"))
    first = factories.commitment_status(promise)

    with pytest.raises(IntegrityError, match="commitment_status_once_a_day"):
        factories.commitment_status(promise, article=first.article)


def test_reports_may_differ_on_how_a_promise_stands():
    promise = factories.commitment(factories.event(kind="agreement"))

    factories.commitment_status(promise, level="fulfilled")
    factories.commitment_status(promise, level="breached")

    assert promise.statuses.count() == 2
