"""Subscriptions belong to their subscribers: staff may see and end them."""

from __future__ import annotations

import pytest

from talks.models import Alert

pytestmark = pytest.mark.django_db


def test_a_subscription_can_be_ended_but_not_changed(staff):
    alert = Alert.objects.create(email="reader@mail.example", token="t")
    page = f"/admin/talks/alert/{alert.pk}"

    changed = staff.post(f"{page}/change/", {"email": "other@mail.example"})
    staff.post(f"{page}/delete/", {"post": "yes"})

    assert changed.status_code == 403
    assert not Alert.objects.exists()
