"""What templates may call says things in the reader's language."""

from __future__ import annotations

import pytest
from django.test import RequestFactory
from django.utils import translation

from talks.templatetags import site


def test_a_word_with_two_meanings_is_translated_by_its_list():
    with translation.override("fr"):
        assert site.label("stance", "reports") == "Rapporte"
        assert site.label("kind", "talks") == "Pourparlers"


@pytest.mark.parametrize(
    ("code", "direction"), [("ar", "rtl"), ("fa", "rtl"), ("fr", "ltr"), ("und", "ltr")]
)
def test_directions(code, direction):
    assert site.direction(code) == direction


def test_other_languages_are_this_very_page():
    request = RequestFactory().get("/timeline/", {"kind": "talks"})

    addresses = [each["address"] for each in site.languages(request)]

    assert addresses == [
        "/timeline/?kind=talks",
        "/ar/timeline/?kind=talks",
        "/fr/timeline/?kind=talks",
    ]


def test_a_missing_variable_is_an_error():
    made = site.environment()

    with pytest.raises(Exception, match="nobody"):
        made.from_string("{{ nobody }}").render()
