"""Text falls back to English, and says so."""

from __future__ import annotations

import pytest

from talks.models import Actor
from talks.models.base import Localized, localize

HAFTAR = Actor(name="Khalifa Haftar", name_ar="خليفة حفتر")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        pytest.param("en", Localized("Khalifa Haftar", "en"), id="English"),
        pytest.param("ar", Localized("خليفة حفتر", "ar"), id="translated"),
        pytest.param("fr", Localized("Khalifa Haftar", "en"), id="falls back"),
    ],
)
def test_text_says_which_language_it_is_really_in(language, expected):
    assert localize(HAFTAR, "name", language) == expected
