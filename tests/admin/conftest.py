"""Who is signed in to the admin."""

from __future__ import annotations

import pytest


@pytest.fixture
def staff(client, editor, settings):
    """A browser of somebody who may do everything, in a house of one."""
    settings.SIGN_OFF_ALONE = True
    client.force_login(editor)
    return client
