"""The overview says where things stand on the day it is asked, and from whom it knows."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from talks.models import Truce
from talks.models.events import Standard
from talks.queries import overview
from tests import factories

pytestmark = pytest.mark.django_db
NOW, TODAY = factories.NOW, factories.TODAY


def look(now=NOW):
    return overview.overview(now, "en")


def test_everything_costs_at_most_twelve_queries(django_assert_max_num_queries):
    truce = factories.january_truce()
    factories.geneva_round()
    factories.violation(truce)
    factories.commitment(truce.event, due_on=TODAY)
    factories.feed()

    with django_assert_max_num_queries(12):
        look()


def test_a_truce_is_in_force_from_the_day_it_took_effect_until_it_ended():
    truce = factories.january_truce()
    Truce.objects.filter(pk=truce.pk).update(ended_on=TODAY, end="collapsed")

    assert look().truces == []
    assert len(look(NOW - timedelta(1)).truces) == 1
    assert look(NOW - timedelta(60)).truces == []


def test_a_truce_that_was_only_declared_is_not_in_force():
    factories.truce(factories.event(kind="truce"))

    assert look().truces == []


def test_the_last_violation_leaves_out_the_discounted_and_what_lies_ahead():
    truce = factories.january_truce()
    factories.violation(truce, TODAY - timedelta(5), slug="counted")
    factories.violation(truce, TODAY - timedelta(1), discounted_reason="A false alarm.")
    factories.violation(truce, TODAY + timedelta(1))

    assert look().violation.slug == "counted"


def test_a_standard_of_proof_leaves_out_what_does_not_meet_it():
    truce = factories.january_truce()
    reports = [factories.article(), factories.article()]
    factories.violation(truce, TODAY - timedelta(5), slug="two", cited_by=reports)
    factories.violation(truce, TODAY - timedelta(1), slug="one")

    told = overview.overview(NOW, "en", standard=Standard.TWO)

    assert told.violation.slug == "two"
    assert "one" not in {card.slug for card in told.latest}
    assert look().violation.slug == "one"


def test_rounds_are_told_apart_by_the_day():
    factories.geneva_round()
    ahead = factories.event(TODAY + timedelta(9), kind="talks")
    factories.round_of_talks(ahead, number=2)

    found = look()

    assert found.last_round["venue"].slug == "geneva"
    assert found.next_round["number"] == 2
    assert found.last_round["series"].text == "5+5 Joint Military Commission"


def test_claims_of_the_newest_series_stand_side_by_side():
    claim = {"scope": "cumulative", "since_earliest": date(2019, 4, 4)}
    claim |= {"since_latest": date(2019, 4, 4), "as_stated": "some"}
    first, second = (
        factories.article(source=s()) for s in (factories.herald, factories.wire)
    )
    factories.figure(first, low=1900, best=1900, high=1900, **claim)
    factories.figure(second, low=2000, qualifier="more_than", **claim)
    factories.figure(factories.article(), **(claim | {"population": "migrants"}))

    deaths = look().deaths

    assert len(deaths.beside) == 2
    assert (deaths.band.low, deaths.band.high) == (1900, 2000)
    assert deaths.band.is_open_above


def test_promises_not_known_to_be_kept_are_overdue_or_upcoming():
    truce = factories.january_truce()
    late = factories.commitment(truce.event, due_on=TODAY - timedelta(1))
    soon = factories.commitment(truce.event, due_on=TODAY)
    kept = factories.commitment(truce.event, due_on=TODAY - timedelta(2))
    factories.commitment_status(kept, level="fulfilled")

    found = look()

    assert [promise.slug for promise in found.overdue] == [late.slug]
    assert [promise.slug for promise in found.upcoming] == [soon.slug]


def test_feeds_that_fail_are_not_healthy():
    factories.feed()
    factories.feed(failures=3)
    factories.feed(is_on=False)

    fresh = look().freshness

    assert (fresh.feeds_on, fresh.feeds_healthy) == (2, 1)
