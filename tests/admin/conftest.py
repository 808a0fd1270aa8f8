"""Who is signed in to the admin."""

from __future__ import annotations

import pytest


@pytest.fixture
def staff(client, editor):
    """A browser of somebody who may do everything."""
    client.force_login(editor)
    return client
