"""Article rows as reports come in; the ways through the pipeline are proved there."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from talks.ingest.articles import hold, note_moment
from talks.ingest.duplicates import identity_of
from talks.ingest.moments import Moment
from talks.ingest.pages import Page
from talks.models import Article
from tests import factories
from tests.ingest.invented import TEXT, TITLE

pytestmark = pytest.mark.django_db
NOW = datetime(2020, 2, 4, 12, tzinfo=UTC)
DAY = Moment(NOW.replace(hour=0), day_only=True)
HOUR = Moment(NOW - timedelta(hours=2))


@pytest.mark.parametrize(
    ("known", "found", "expected"),
    [
        pytest.param(None, DAY, DAY, id="a day is better than nothing"),
        pytest.param(DAY, HOUR, HOUR, id="an hour is better than a day"),
        pytest.param(HOUR, DAY, HOUR, id="a day is not better than an hour"),
        pytest.param(HOUR, Moment(NOW), HOUR, id="the first hour stands"),
        pytest.param(
            None, Moment(NOW + timedelta(days=3)), None, id="the future is no date"
        ),
        pytest.param(None, None, None, id="nothing"),
    ],
)
def test_the_better_known_moment_stands(known, found, expected):
    article = Article()
    if known:
        article.published_at, article.published_day_only = known.at, known.day_only

    note_moment(article, found, now=NOW)

    assert article.published_at == (expected.at if expected else None)
    if expected:
        assert article.published_day_only == expected.day_only


def test_a_page_that_names_the_address_of_a_report_we_have_is_its_copy():
    address = "https://a.example/1"
    original = factories.article(
        identity=identity_of(address=address, source="", title="")
    )
    other = factories.article("", state="found")

    outcome = hold(other, page=Page(TITLE, TEXT, canonical=address), now=NOW)

    assert outcome == "copy"
    assert other.duplicate_of == original


def test_the_agency_behind_a_reprint_is_noted():
    article = factories.article("", state="found", source=factories.herald())

    hold(article, page=Page("Talks", "Talks\n\nGENEVA (AFP) - They met."), now=NOW)

    assert article.wire_origin == "AFP"
