"""What templates may call says things in the reader's language."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import RequestFactory
from django.utils import translation

from talks.filters import past
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


def test_from_an_arabic_page_the_others_are_the_same_page():
    request = RequestFactory().get("/ar/timeline/", {"kind": "talks"})

    with translation.override("ar"):
        addresses = [each["address"] for each in site.languages(request)]

    assert addresses == [
        "/timeline/?kind=talks",
        "/ar/timeline/?kind=talks",
        "/fr/timeline/?kind=talks",
    ]


def test_a_page_of_the_past_leads_to_pages_of_the_past():
    with past.looking_back(date(2020, 2, 4)):
        addresses = [site.url("timeline"), site.url("timeline", actor=["gna", "lna"])]
        out_of_it = site.url("timeline", as_of="")

    assert addresses == [
        "/timeline/?as_of=2020-02-04",
        "/timeline/?actor=gna&actor=lna&as_of=2020-02-04",
    ]
    assert out_of_it == "/timeline/"
    assert site.url("timeline") == "/timeline/"


def test_the_way_back_to_today_keeps_the_rest():
    request = RequestFactory().get("/timeline/", {"kind": "talks", "as_of": "2020"})

    assert site.as_of_today(request) == "?kind=talks"


def test_a_missing_variable_is_an_error():
    made = site.environment()

    with pytest.raises(Exception, match="nobody"):
        made.from_string("{{ nobody }}").render()
