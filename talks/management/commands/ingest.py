"""Take in reports from files and addresses, and say what came of each."""

from __future__ import annotations

import json
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from celery import current_app
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from kombu.exceptions import OperationalError

from talks import tasks
from talks.ingest import byhand, pipeline
from talks.ingest.byhand import Said, Taken
from talks.ingest.canonical import NotAnAddressError
from talks.ingest.moments import Moment, read_moment
from talks.ingest.refusals import Outcome, Refusal
from talks.management.files import read_file
from talks.management.progress import with_progress
from talks.models.articles import Article, Fetch
from talks.models.sources import Source
from talks.models.suggestions import Suggestion

_LANGUAGES = ("en", "ar", "fr")
_WAITING = {Article.State.FOUND, Article.State.FETCHED}
# Without any progress for this long the workers are taken for gone.
_PATIENCE, _LOOK_EVERY = 30, 0.3


@dataclass(frozen=True, slots=True)
class Line:
    """What came of one report, or of one name that held none."""

    name: str
    outcome: str
    ok: bool
    title: str = ""
    article: int | None = None
    suggestions: int = 0
    reason: str = ""

    def __str__(self) -> str:
        if not self.ok:
            return f"{self.outcome}  {self.name}: {self.reason}"
        found = f"{self.suggestions} suggestion{'s' * (self.suggestions != 1)}"
        return f"{self.outcome}  {self.title or self.name}  ({found})"


class Command(BaseCommand):
    """Files and addresses in; one line a report out; exit code 1 if any failed."""

    help = (
        "Take in reports: plain text (the first line is the title), HTML, RSS, Atom or "
        "JSON Feed, as files or addresses. Taking one in twice adds nothing."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("names", nargs="+", metavar="FILE_OR_ADDRESS")
        parser.add_argument("--source", metavar="SLUG", help="who published it")
        parser.add_argument(
            "--published", metavar="ISO", help="when, e.g. 2020-02-04T10:00+02:00"
        )
        parser.add_argument("--language", choices=_LANGUAGES)
        parser.add_argument(
            "--json", action="store_true", help="one JSON object a line"
        )

    def handle(self, **options: Any) -> None:
        giver = Giver(
            source=_source(options["source"]),
            published=_published(options["published"]),
            language=options["language"] or "",
            has_worker=_worker_answers(),
        )
        if not options["json"]:
            place = "by the workers" if giver.has_worker else "here: no worker answers"
            self.stderr.write(f"Reading {place}.")
        lines = list(self._lines(giver, options["names"], is_json=options["json"]))
        if failed := sum(not line.ok for line in lines):
            raise CommandError(f"{failed} of {len(lines)} failed.")

    def _lines(
        self, giver: Giver, names: list[str], *, is_json: bool
    ) -> Iterator[Line]:
        """Take everything in first, so that all of it is safe; then follow each report."""
        given = [(name, part) for name in names for part in giver.take(name)]
        for name, part in with_progress(given, of=given):
            for line in [part] if isinstance(part, Line) else giver.follow(name, part):
                self.stdout.write(json.dumps(asdict(line)) if is_json else str(line))
                yield line


@dataclass(frozen=True, slots=True)
class Giver:
    """Who gives the reports, what is said of all of them, and who is there to read them."""

    source: Source
    published: Moment | None
    language: str
    has_worker: bool

    def take(self, name: str) -> list[Taken | Line]:
        """Take in what this name holds; what cannot be taken in is a line already."""
        now = timezone.now()
        try:
            if "://" in name:
                said = self._said(now.date())
                taken = [
                    byhand.take_address(name, said=said, door=tasks.door(), now=now)
                ]
            else:
                taken = self._take_file(Path(name), now=now)
        except Refusal as refusal:
            return [Line(name, refusal.outcome, ok=False, reason=refusal.reason)]
        except NotAnAddressError as error:
            return [Line(name, Outcome.BLOCKED_ADDRESS, ok=False, reason=str(error))]
        self._send(taken)
        return list(taken) or [_nothing_in(name)]

    def follow(self, name: str, taken: Taken) -> Iterator[Line]:
        """Wait until the report is read, or read it here; a feed becomes its reports."""
        article = self._finished(taken.article_id)
        last = article.fetches.first()
        if last and last.outcome == Outcome.IS_A_FEED:
            yield from self._follow_feed(name)
        else:
            yield _line(name, article, taken)

    def _take_file(self, path: Path, *, now: datetime) -> list[Taken]:
        body = read_file(path)
        written = datetime.fromtimestamp(path.stat().st_mtime, tz=UTC)
        return byhand.take_document(body, said=self._said(written.date()), now=now)

    def _follow_feed(self, address: str) -> Iterator[Line]:
        now = timezone.now()
        try:
            taken = byhand.take_feed_at(
                address, said=self._said(now.date()), door=tasks.door(), now=now
            )
        except Refusal as refusal:
            yield Line(address, refusal.outcome, ok=False, reason=refusal.reason)
            return
        self._send(taken)
        for part in taken:
            yield _line(address, self._finished(part.article_id), part)

    def _said(self, day: date) -> Said:
        return Said(self.source, day, published=self.published, language=self.language)

    def _send(self, taken: list[Taken]) -> None:
        if self.has_worker:
            for part in taken:
                tasks.advance_article.delay(article_id=part.article_id)

    def _finished(self, article_id: int) -> Article:
        """Return the article once it rests: read, given up, or put off after a failure."""
        article = Article.objects.get(pk=article_id)
        until = time.monotonic() + (_PATIENCE if self.has_worker else 0)
        while _in_progress(article) and time.monotonic() < until:
            time.sleep(_LOOK_EVERY)
            article.refresh_from_db()
        until = time.monotonic() + _PATIENCE
        while _in_progress(article) and time.monotonic() < until:
            again = pipeline.advance(article_id, now=timezone.now(), door=tasks.door())
            # Nothing to do here means that somebody else is at it.
            time.sleep(_LOOK_EVERY if again is None else again.total_seconds())
            article.refresh_from_db()
        return article


def _in_progress(article: Article) -> bool:
    has_failed = bool(article.reason) and article.attempts > 0
    return article.state in _WAITING and not has_failed


def _line(name: str, article: Article, taken: Taken) -> Line:
    last = article.fetches.first()
    if article.state == Article.State.READ:
        outcome = _outcome(article, taken)
        return Line(
            name,
            outcome,
            ok=True,
            title=article.title,
            article=article.pk,
            suggestions=article.suggestions.exclude(
                state=Suggestion.State.WITHDRAWN
            ).count(),
            reason=article.relevance_reason if outcome == Outcome.IRRELEVANT else "",
        )
    again = article.next_attempt_at
    later = f" It is tried again at {again:%H:%M} UTC." if again else ""
    reason = f"{article.reason or 'No worker came to it.'}{later}"
    outcome = last.outcome if last else Outcome.FAILED
    return Line(name, outcome, ok=False, article=article.pk, reason=reason)


def _outcome(article: Article, taken: Taken) -> str:
    """Return what became of it: how it came in, unless reading it showed more."""
    if taken.outcome == Outcome.UNCHANGED or article.duplicate_of_id:
        return taken.outcome
    if article.relevant is False:
        return Outcome.IRRELEVANT
    fetched = article.fetches.filter(step=Fetch.Step.FETCH).first()
    return fetched.outcome if fetched else taken.outcome


def _nothing_in(name: str) -> Line:
    return Line(name, Outcome.EMPTY, ok=False, reason="It lists no reports.")


def _source(slug: str | None) -> Source:
    if not slug:
        return byhand.source_by_hand()
    source = Source.objects.filter(slug=slug).first()
    if source is None:
        raise CommandError(f"There is no source {slug!r}; the admin lists them.")
    return source


def _published(words: str | None) -> Moment | None:
    if not words:
        return None
    moment = read_moment(words)
    if moment is None:
        raise CommandError(
            f"{words!r} is no date: write 2020-02-04 or 2020-02-04T10:00Z."
        )
    return moment


def _worker_answers() -> bool:
    """Tell whether a worker is there to do the reading; an unreachable queue has none."""
    try:
        with current_app.connection_for_write() as queue:
            queue.ensure_connection(max_retries=0, timeout=2)
        return bool(current_app.control.ping(timeout=1.0))
    except (OperationalError, OSError):
        return False
