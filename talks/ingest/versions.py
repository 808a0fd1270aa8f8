"""When a publisher updates a story: the old text is kept, and quotes find their place again."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Model

from talks.models.articles import Article, ArticleVersion


def keep_version(article: Article, *, now: datetime) -> None:
    """Keep the article's present text before another takes its place."""
    ArticleVersion.objects.get_or_create(
        article=article,
        fingerprint=article.fingerprint,
        defaults={
            "title": article.title,
            "text": article.text,
            "replaced_at": now,
        },
    )


def move_quotes(article: Article) -> None:
    """Point every row that quotes the article to its words in the new text.

    A sentence that is gone keeps its words and loses its position: it can be found in
    the version that held it.
    """
    for rows in (article.citations, article.figures, article.suggestions):
        for row in rows.exclude(quote=""):
            _move(row, article.text)


def _move(row: Model, text: str) -> None:
    quote, old = row.quote, row.quote_start  # type: ignore[attr-defined]
    start = _nearest(text, quote, old or 0)
    new = (None, None) if start is None else (start, start + len(quote))
    if new != (old, row.quote_end):  # type: ignore[attr-defined]
        row.quote_start, row.quote_end = new  # type: ignore[attr-defined]
        row.save(update_fields=["quote_start", "quote_end"])


def _nearest(text: str, quote: str, position: int) -> int | None:
    """Return where the quote now begins, at the place nearest to where it was."""
    places = []
    found = text.find(quote)
    while found >= 0:
        places.append(found)
        found = text.find(quote, found + 1)
    return min(places, key=lambda place: abs(place - position), default=None)
