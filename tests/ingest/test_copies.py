"""What a person says of two reports, kept for good."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from talks.ingest import copies
from talks.ingest.duplicates import find_original, print_of
from talks.models import Article, CopyVerdict
from tests import factories
from tests.ingest.invented import OTHER_TEXT, TEXT

pytestmark = pytest.mark.django_db
NOW = datetime(2020, 2, 4, 12, tzinfo=UTC)


def held(text: str, **fields) -> Article:
    printed = print_of(text)
    known = {"fingerprint": printed.fingerprint, "bands": printed.bands}
    return factories.article(text, **(known | fields))


def test_a_pair_said_to_differ_is_never_joined_again():
    original, other = held(TEXT), held(TEXT)

    copies.say(original, other, is_copy=False, now=NOW)

    assert find_original(other) is None


def test_a_pair_said_to_be_one_is_one_whatever_the_words():
    original, other = held(TEXT), held(OTHER_TEXT)

    copies.say(other, original, is_copy=True, now=NOW)

    other.refresh_from_db()
    assert other.duplicate_of == original
    assert find_original(other) == original


def test_a_copy_said_to_be_none_is_read_on_its_own():
    original = held(TEXT)
    other = held(TEXT, duplicate_of=original, state="read")

    copies.say(original, other, is_copy=False, now=NOW)

    other.refresh_from_db()
    assert (other.duplicate_of, other.state) == (None, "fetched")


def test_a_verdict_can_be_changed_and_stands_once():
    original, other = held(TEXT), held(TEXT)

    for is_copy in (True, False, True):
        copies.say(original, other, is_copy=is_copy, now=NOW)

    assert CopyVerdict.objects.get().is_copy


def test_a_copy_found_before_its_original_can_be_said_to_be_none():
    original = held(TEXT)
    early = NOW - timedelta(hours=1)
    copy = held(TEXT, duplicate_of=original, found_at=early)

    copies.say(copy, original, is_copy=False, now=NOW)

    copy.refresh_from_db()
    assert (copy.duplicate_of, copy.state) == (None, "fetched")
