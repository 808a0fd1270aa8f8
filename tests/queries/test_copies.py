"""The pairs that people are asked about."""

from __future__ import annotations

import pytest

from talks.ingest.copies import say
from talks.queries import copies
from tests import factories
from tests.factories import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair():
    """An original and what was taken for its copy."""
    original = factories.article(title="First told")
    return original, factories.article(
        title="", duplicate_of=original, wire_origin="AFP"
    )


def test_a_pair_shows_both_reports(pair, django_assert_num_queries):
    original, copy = pair

    with django_assert_num_queries(1):
        (asked,) = copies.to_ask(most=5)

    assert (asked.original.pk, asked.original.title) == (original.pk, "First told")
    assert (asked.copy.title, asked.copy.wire_origin) == (copy.address, "AFP")
    assert asked.copy.beginning == copy.text


@pytest.mark.parametrize("is_copy", [True, False], ids=["a copy", "none"])
def test_a_pair_that_was_judged_is_not_asked_again(pair, is_copy):
    say(*pair, is_copy=is_copy, now=NOW)

    assert copies.to_ask(most=5) == []


def test_what_is_left_is_counted_no_further_than_is_of_use(monkeypatch):
    monkeypatch.setattr(copies, "_MOST_COUNTED", 2)
    original = factories.article()

    said = []
    for _ in range(3):
        factories.article(duplicate_of=original)
        said.append(copies.say_left())

    assert said == ["1", "2", "more than 2"]


def test_a_verdict_on_another_pair_leaves_this_one_to_be_asked(pair):
    original, copy = pair
    say(original, factories.article(), is_copy=False, now=NOW)

    assert [asked.copy.pk for asked in copies.to_ask(most=5)] == [copy.pk]


def test_a_report_has_the_pairs_of_either_side(pair):
    original, copy = pair
    factories.article(duplicate_of=factories.article())

    found = [copies.of_report(one.pk) for one in (original, copy)]

    assert [[asked.copy.pk for asked in pairs] for pairs in found] == [[copy.pk]] * 2
