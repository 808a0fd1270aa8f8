"""What the database guarantees of alerts."""

from __future__ import annotations

import pytest
from django.db import IntegrityError

from talks.models import Alert

pytestmark = pytest.mark.django_db


def test_a_subscriber_asks_for_a_filter_once():
    Alert.objects.create(email="reader@example.org", query="kind=truce", token="a")

    with pytest.raises(IntegrityError, match="alert_once_a_filter"):
        Alert.objects.create(email="reader@example.org", query="kind=truce", token="b")
