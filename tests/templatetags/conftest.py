"""Formats are tried in English unless a test says otherwise."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def _language() -> Iterator[None]:
    with translation.override("en"):
        yield
