"""Poll a feed here and now, and read what it brings."""

from __future__ import annotations

import time
from argparse import ArgumentParser
from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.models import Q
from django.utils import timezone

from talks import tasks
from talks.ingest import pipeline, polling
from talks.management.progress import with_progress
from talks.models.articles import Article, Fetch
from talks.models.sources import Feed

_GOOD = {Fetch.Outcome.NEW, Fetch.Outcome.UPDATED, Fetch.Outcome.UNCHANGED}
# A server that lets us wait longer than this keeps its pages for the workers.
_PATIENCE = 120


class Command(BaseCommand):
    """One feed, in the foreground; exit code 1 if it could not be polled."""

    help = "Poll one feed now, whatever its schedule says, and read what it brings."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add the feed, and whether only to look."""
        parser.add_argument(
            "feed", help="its number, its address, or its source's slug"
        )
        parser.add_argument(
            "--preview", action="store_true", help="show what would come, store nothing"
        )

    def handle(self, **options: Any) -> None:
        """Poll or preview every feed that the word names."""
        feeds = _feeds(options["feed"])
        show = self._preview if options["preview"] else self._poll
        bad = [feed for feed in feeds if not show(feed)]
        if bad:
            raise CommandError(f"{len(bad)} of {len(feeds)} could not be polled.")

    def _poll(self, feed: Feed) -> bool:
        polling.make_due(feed.pk, now=timezone.now())
        polled = polling.poll(feed.pk, now=timezone.now(), door=tasks.door())
        if polled is None:
            self.stdout.write(
                f"busy  {feed}: a worker, or its server, is busy with it."
            )
            return False
        counts = ", ".join(
            f"{n} {word}" for word, n in sorted(polled.counts.items()) if n
        )
        said = counts or polled.note or "nothing listed"
        self.stdout.write(f"{polled.outcome}  {feed}: {said}")
        self._read(polled.waiting)
        return polled.outcome in _GOOD

    def _read(self, waiting: list[int]) -> None:
        ends: Counter[str] = Counter()
        for article_id in with_progress(waiting, of=waiting):
            article = _advance(article_id)
            last = article.fetches.first()
            ends[last.get_outcome_display() if last else "Waiting"] += 1
            self.stdout.write(f"  {last.outcome if last else 'waiting'}  {article}")
        if waiting:
            self.stdout.write(", ".join(f"{word}: {n}" for word, n in ends.items()))

    def _preview(self, feed: Feed) -> bool:
        seen = polling.preview(feed, now=timezone.now(), door=tasks.door())
        self.stdout.write(f"{seen.outcome}  {feed}: {seen.note or seen.title}")
        for entry in seen.entries:
            day = f"{entry.published.at:%Y-%m-%d}" if entry.published else "no date"
            self.stdout.write(f"  {day}  {entry.title}  {entry.address}")
        return seen.outcome in _GOOD


def _feeds(word: str) -> list[Feed]:
    named = Q(address=word) | Q(source__slug=word)
    if word.isdecimal():
        named |= Q(pk=int(word))
    feeds = list(Feed.objects.select_related("source").filter(named))
    if not feeds:
        raise CommandError(f"There is no feed {word!r}; the admin lists them.")
    for feed in feeds:
        if not feed.is_on or feed.retired_at:
            why = feed.needs or feed.disabled_reason or "see the admin"
            raise CommandError(f"{feed} is switched off: {why}.")
    return feeds


def _advance(article_id: int) -> Article:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        again = pipeline.advance(article_id, now=timezone.now(), door=tasks.door())
        if again is None:
            break
        time.sleep(min(again.total_seconds(), _PATIENCE))
    return Article.objects.get(pk=article_id)
