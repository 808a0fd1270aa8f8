"""Entries become articles; how they arrive by a poll is proved with the polls."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from talks.ingest.adapters.entries import Entry
from talks.ingest.arrivals import is_whole, take_in
from talks.models import Article
from tests import factories

NOW = datetime(2020, 2, 4, 12, tzinfo=UTC)
WORDS = "The two delegations sat in separate rooms all day long. " * 20


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(WORDS, True, id="long"),
        pytest.param("Short.", False, id="short"),
        pytest.param(f"{WORDS} […]", False, id="dots in brackets"),
        pytest.param(f"{WORDS} Read more", False, id="an invitation"),
        pytest.param(f"{WORDS} اقرأ المزيد...", False, id="in Arabic"),
        pytest.param(f"{WORDS} The post X appeared first on Y.", False, id="WordPress"),
    ],
)
def test_a_whole_report_is_told_from_a_teaser(text: str, expected: bool):
    assert is_whole(text) is expected


@pytest.mark.django_db
def test_an_entry_is_known_by_the_address_of_its_first_publication():
    reprint = Entry(
        "T", address="https://library.example/1", origin="https://a.example/1"
    )
    by_front_page = Entry(
        "U", address="https://library.example/2", origin="https://a.example/"
    )

    take_in([reprint, by_front_page], feed=factories.feed(), now=NOW)

    known = Article.objects.order_by("pk").values_list("canonical_address", flat=True)
    assert list(known) == ["https://a.example/1", "https://library.example/2"]


@pytest.mark.django_db
def test_an_entry_with_neither_address_nor_text_is_passed_over():
    arrived = take_in([Entry("Only a title")], feed=factories.feed(), now=NOW)

    assert (arrived.counts, arrived.waiting) == ({"skipped": 1}, [])


@pytest.mark.django_db
def test_ten_thousand_entries_take_a_query_a_batch(django_assert_max_num_queries):
    feed = factories.feed()
    entries = [Entry(f"R{n}", address=f"https://a.example/{n}") for n in range(2000)]

    with django_assert_max_num_queries(20):
        arrived = take_in(entries, feed=feed, now=NOW)

    assert arrived.counts == {"new": 2000}
