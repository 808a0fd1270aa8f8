"""Places under those they lie in, with what happened there."""

from __future__ import annotations

import pytest

from talks.queries import places
from tests import factories

pytestmark = pytest.mark.django_db


def test_each_stands_under_what_it_lies_in(django_assert_num_queries):
    factories.tripoli()
    factories.geneva()

    with django_assert_num_queries(1):
        rows = places.listing("en")

    assert [(row.name.slug, row.depth) for row in rows] == [
        ("geneva", 0),
        ("libya", 0),
        ("tripoli", 1),
    ]


def test_a_page_holds_what_happened_in_its_parts(django_assert_max_num_queries):
    factories.january_truce()

    with django_assert_max_num_queries(3):
        detail = places.detail("libya", "ar")

    assert [card.slug for card in detail.cards] == ["january-truce"]
    assert [part.text.text for part in detail.parts] == ["طرابلس"]


def test_no_place_of_this_name():
    assert places.detail("nowhere", "en") is None
