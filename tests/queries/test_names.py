"""Texts fall back to English, and say that they did."""

from __future__ import annotations

import pytest

from talks.models import Place
from talks.queries import names
from tests import factories


@pytest.mark.parametrize(
    ("translated", "language", "found"),
    [
        ("جنيف", "ar", ("جنيف", "ar")),
        ("", "ar", ("Geneva", "en")),
        (None, "fr", ("Geneva", "en")),
        ("", "en", ("Geneva", "en")),
    ],
)
def test_falling_back(translated, language, found):
    text = names.localized("Geneva", translated, language)

    assert (text.text, text.language) == found


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "text"), [("ar", "طرابلس"), ("fr", "Tripoli")])
def test_names_of_what_a_key_points_at(language, text):
    factories.place(within=factories.tripoli(), slug="port")

    row = Place.objects.values(**names.columns("within", language)).get(slug="port")

    found = names.of_part(row, "within", language)
    assert (found.slug, found.text.text) == ("tripoli", text)


@pytest.mark.django_db
def test_an_empty_key_has_no_name():
    factories.libya()

    row = Place.objects.values(**names.columns("within", "en")).get(slug="libya")

    assert names.of_part(row, "within", "en") is None
