"""Facts are compared by their pictures, whatever the order and the types."""

from __future__ import annotations

from datetime import date

from talks.ingest.facts.fact import Fact, draw


def test_a_picture_is_what_json_keeps():
    fact = Fact("quiet", {"earliest": date(2020, 1, 12)}, {"places": [{"position": 0}]})

    assert fact.picture == {"earliest": "2020-01-12", "places": [{"position": 0}]}


def test_the_order_of_parts_makes_no_difference():
    first, second = {"actor": "mission"}, {"actor": "envoy"}

    assert draw({}, {"actors": [first, second]}) == draw(
        {}, {"actors": [second, first]}
    )


def test_a_part_more_or_less_makes_one():
    part = {"actor": "mission"}

    assert draw({}, {"actors": [part]}) != draw({}, {"actors": []})
