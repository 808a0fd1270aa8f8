"""Every version of a row is kept beside it."""

from __future__ import annotations

import pytest

from tests import factories

pytestmark = pytest.mark.django_db


def test_versions_are_named_after_their_model():
    assert factories.actor().history.model.__name__ == "ActorVersion"


def test_each_version_of_a_row_is_kept():
    actor = factories.actor(name="First name")

    actor.name = "Second name"
    actor.save()

    kept = actor.history.order_by("pgh_id").values_list("name", flat=True)
    assert list(kept) == ["First name", "Second name"]
