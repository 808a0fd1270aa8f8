"""What was last written of a shipped row is kept once."""

from __future__ import annotations

import pytest
from django.db import IntegrityError

from talks.models import Seeded


def test_a_shipped_row_is_remembered_once(db):
    Seeded.objects.create(file="events", slug="quiet-day", fact={"title": "Quiet"})

    with pytest.raises(IntegrityError, match="seeded_once"):
        Seeded.objects.create(file="events", slug="quiet-day", fact={})


def test_it_is_named_by_file_and_slug():
    assert str(Seeded(file="events", slug="quiet-day")) == "events: quiet-day"
