"""What all families of feeds have in common."""

from __future__ import annotations

import inspect
from contextlib import suppress
from dataclasses import FrozenInstanceError
from datetime import UTC, datetime

import pytest

from talks.ingest.adapters import ADAPTERS
from talks.ingest.adapters.entries import Adapter, Entry, Listing, Subscription
from talks.ingest.http import Answer, Question
from talks.ingest.refusals import Refusal

NOON = datetime(2020, 2, 4, 12, tzinfo=UTC)


@pytest.mark.parametrize("name", ADAPTERS)
@pytest.mark.parametrize("duty", ["ask", "read"])
def test_every_family_takes_what_an_adapter_takes(name, duty):
    promised = inspect.signature(getattr(Adapter, duty)).parameters

    given = inspect.signature(getattr(ADAPTERS[name], duty)).parameters

    assert list(given) == [each for each in promised if each != "self"]


@pytest.mark.parametrize("name", ADAPTERS)
def test_every_family_asks_a_question_or_says_what_it_lacks(name):
    subscription = Subscription("https://paper.example/x", now=NOON)

    asked = None
    with suppress(Refusal):
        asked = ADAPTERS[name].ask(subscription)

    assert asked is None or isinstance(asked, Question)


@pytest.mark.parametrize("name", ADAPTERS)
def test_every_family_refuses_what_is_not_of_it(name):
    answer = Answer("https://paper.example/x", 200, {}, b"\x00 nothing of the kind")

    with pytest.raises(Refusal):
        ADAPTERS[name].read(answer)


def test_what_a_feed_does_not_say_is_empty():
    entry = Entry("Talks")

    assert entry.address == entry.guid == entry.origin == entry.language == ""
    assert entry.published is None


def test_a_listing_without_more_ends_the_poll():
    listing = Listing((Entry("Talks"),))

    assert listing.more is None
    assert listing.withdrawn == ()
    assert listing.asked.again_at is None


def test_an_entry_cannot_be_changed_on_its_way():
    with pytest.raises(FrozenInstanceError):
        Entry("Talks").title = "Other talks"
