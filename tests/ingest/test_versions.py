"""Old texts kept, quotes moved."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from talks.ingest.versions import keep_version, move_quotes
from talks.models import Article
from tests import factories

pytestmark = pytest.mark.django_db
NOW = datetime(2020, 2, 4, 12, tzinfo=UTC)


@pytest.fixture
def article() -> Article:
    return factories.article(fingerprint="f" * 64)


def test_a_text_is_kept_once(article):
    keep_version(article, now=NOW)
    keep_version(article, now=NOW)

    assert article.versions.get().text == article.text


@pytest.mark.parametrize(
    ("text", "start"),
    [
        pytest.param(f"New.\n{factories.SENTENCE}", 5, id="moved"),
        pytest.param(factories.REPORT, 0, id="where it was"),
        pytest.param("Something else.", None, id="gone"),
        pytest.param(
            f"{factories.SENTENCE} {factories.SENTENCE}",
            0,
            id="twice: the nearer place",
        ),
    ],
)
def test_every_row_that_quotes_finds_its_words_again(
    article, text: str, start: int | None
):
    rows = [
        factories.citation(event=factories.event(), article=article),
        factories.figure(article),
        factories.suggestion(article),
    ]

    article.text = text
    move_quotes(article)

    for row in rows:
        row.refresh_from_db()
        end = None if start is None else start + len(factories.SENTENCE)
        assert (row.quote, row.quote_start, row.quote_end) == (
            factories.SENTENCE,
            start,
            end,
        )
