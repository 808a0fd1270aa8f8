"""Actors with their published events, affiliations and those they meet."""

from __future__ import annotations

import pytest

from talks.queries import actors
from tests import factories

pytestmark = pytest.mark.django_db


def test_the_list_is_one_query(django_assert_num_queries):
    factories.geneva_round()

    with django_assert_num_queries(1):
        rows = actors.listing("ar")

    assert {row.name.slug: row.events for row in rows} == {
        "gna": 1,
        "lna": 1,
        "unsmil": 1,
    }


def test_a_page_costs_six_queries(django_assert_max_num_queries):
    factories.geneva_round()
    factories.january_truce()

    with django_assert_max_num_queries(6):
        detail = actors.detail("gna", "en")

    assert dict(detail.roles) == {"participant": 2}
    assert [met.actor.slug for met in detail.met] == ["lna", "unsmil"]
    assert [card.slug for card in detail.cards] == ["geneva-round", "january-truce"]


def test_drafts_count_for_nobody():
    factories.event(status="draft", who=[(factories.haftar(), "host")])

    detail = actors.detail("haftar", "en")

    assert (dict(detail.roles), detail.cards, detail.first) == ({}, [], None)


def test_affiliations_are_told_from_both_ends():
    factories.affiliation(actor=factories.haftar(), body=factories.lna(), role="Head")

    within = actors.detail("haftar", "en").within
    members = actors.detail("lna", "en").members

    assert [(tie.other.slug, tie.role) for tie in within] == [("lna", "Head")]
    assert [tie.other.slug for tie in members] == ["haftar"]


def test_nobody_of_this_name():
    assert actors.detail("nobody", "en") is None
