"""What a person says of two reports: one a copy of the other, or not. Kept, never asked again."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from talks.ingest.articles import wait_to_be_read
from talks.models.articles import Article, CopyVerdict


def say(first: Article, second: Article, *, is_copy: bool, now: datetime) -> None:
    """Keep the verdict, and let the later of the two follow it.

    A copy becomes the voice of its original; one that is none is read on its own.
    """
    with transaction.atomic():
        pair = sorted((first.pk, second.pk))
        CopyVerdict.objects.update_or_create(
            first_id=pair[0], second_id=pair[1], defaults={"is_copy": is_copy}
        )
        rows = Article.objects.select_for_update().filter(pk__in=pair)
        original, later = rows.order_by("found_at", "pk")
        if is_copy:
            _join(later, original)
        elif later.duplicate_of_id == original.pk:
            _part(later, now=now)
        elif original.duplicate_of_id == later.pk:
            # Found first, but its page came after that of the other.
            _part(original, now=now)


def _join(article: Article, original: Article) -> None:
    """Make the article, and what was a copy of it, copies of the original."""
    first = original.duplicate_of or original
    if first.pk == article.pk:
        return
    article.copies.update(duplicate_of=first)
    article.duplicate_of = first
    article.save(update_fields=["duplicate_of"])


def _part(article: Article, *, now: datetime) -> None:
    article.duplicate_of = None
    if article.text and not article.reader_version:
        wait_to_be_read(article, now=now)
    article.save()
