"""What was proposed, decided and said can be looked up, and not be edited."""

from __future__ import annotations

import pytest
from django.urls import reverse

from talks.models import Comment
from talks.review import proposed
from tests import factories
from tests.factories import NOW
from tests.review.people import changed, person, propose

pytestmark = pytest.mark.django_db


@pytest.fixture
def records():
    """A change that was refused, and a comment."""
    amal, basma = person("amal"), person("basma")
    event = factories.event()
    change = propose(amal, changed(event, title="Otherwise"))
    step = proposed.refuse(change, by=basma, now=NOW, reason="The report says so.")
    comment = Comment.objects.create(about=event, text="Why?", by=amal, at=NOW)
    return {"signoff": step, "proposedchange": change, "comment": comment}


@pytest.mark.parametrize("noun", ["signoff", "proposedchange", "comment"])
def test_they_are_listed_and_shown_and_nothing_else(staff, records, noun):
    row = records[noun]
    listed = staff.get(reverse(f"admin:talks_{noun}_changelist"))
    address = reverse(f"admin:talks_{noun}_change", args=[row.pk])
    shown = staff.get(address)

    assert row in listed.context["cl"].result_list
    assert shown.status_code == 200
    assert "_save" not in shown.content.decode()
    assert staff.post(address, {}).status_code == 403
    delete = reverse(f"admin:talks_{noun}_delete", args=[row.pk])
    assert staff.post(delete, {"post": "yes"}).status_code == 403
