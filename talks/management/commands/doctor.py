"""What is wrong with this installation, in plain words."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import redis
from celery import current_app
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from talks.models import Article, Event, Feed

_PATIENCE = timedelta(minutes=15)  # how long a due feed or article may wait
_FEW_FAILURES = 3
_LITTLE_SPACE = 1_000_000_000
_NAMED = 5  # of many failing feeds


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: fine, or wrong with what to do about it."""

    about: str
    words: str
    is_wrong: bool = False

    def __str__(self) -> str:
        return f"{'WRONG' if self.is_wrong else 'ok   '}  {self.about}: {self.words}"


class Command(BaseCommand):
    """`manage.py doctor`: exit status 1 if anything is wrong."""

    help = (
        "Look at database, queue, workers, feeds, articles and disk; say what is wrong."
    )
    requires_system_checks: list[str] = []

    def handle(self, **_options: Any) -> None:
        """Print a line for each thing looked at, the wrong ones with what to do."""
        wrong = 0
        for finding in examine(now=timezone.now()):
            self.stdout.write(str(finding))
            wrong += finding.is_wrong
        if wrong:
            self.stdout.write(f"{wrong} wrong")
            raise SystemExit(1)


def examine(*, now: datetime) -> Iterator[Finding]:
    """Look at everything; what rests on something that is down is left out."""
    database = check_database()
    yield database
    if not database.is_wrong:
        migrations = check_migrations()
        yield migrations
        if not migrations.is_wrong:
            yield from _check_rows(now)
    queue = check_queue()
    yield queue
    if not queue.is_wrong:
        yield check_workers()
    yield check_disk(Path(settings.BASE_DIR))


def _check_rows(now: datetime) -> Iterator[Finding]:
    yield check_facts()
    yield check_staff()
    yield from check_feeds(now)
    yield from check_articles(now)


def check_database() -> Finding:
    """Ask the database for its version and size."""
    try:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT current_setting('server_version'),"
                " pg_size_pretty(pg_database_size(current_database()))"
            )
            version, size = cursor.fetchone()
    except Error as error:
        words = f"it does not answer ({_first_line(error)}). Check DATABASE_URL."
        return Finding("database", words, is_wrong=True)
    return Finding("database", f"PostgreSQL {version} answers, {size}")


def check_migrations() -> Finding:
    """Tell whether the database is of the same state as the code."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if plan:
        words = f"{len(plan)} are not applied. Run: manage.py migrate"
        return Finding("migrations", words, is_wrong=True)
    return Finding("migrations", "all are applied")


def check_facts() -> Finding:
    """Tell whether there is anything to show."""
    events = Event.objects.published().count()
    if not events:
        words = "no event is published. Run: manage.py seed"
        return Finding("facts", words, is_wrong=True)
    return Finding("facts", f"{events} events are published")


def check_staff() -> Finding:
    """Tell whether anybody can review what comes in."""
    staff = get_user_model().objects.filter(is_staff=True, is_active=True).count()
    if not staff:
        words = "nobody can review. Run: manage.py createsuperuser"
        return Finding("staff", words, is_wrong=True)
    return Finding("staff", f"{staff} can review")


def check_feeds(now: datetime) -> Iterator[Finding]:
    """Name the feeds that fail, and tell whether any waits too long to be polled."""
    feeds = Feed.objects.filter(is_on=True, retired_at=None)
    failing = feeds.filter(failures__gte=_FEW_FAILURES).order_by("-failures", "address")
    for feed in failing[:_NAMED]:
        words = f"{feed.address} failed {feed.failures:g} times in a row: {_why(feed)}"
        yield Finding("feed", words, is_wrong=True)
    unnamed = failing.count() - _NAMED
    if unnamed > 0:
        yield Finding("feeds", f"{unnamed} more fail, see the admin", is_wrong=True)
    late = Feed.objects.due(now - _PATIENCE).count()
    if late:
        words = f"{late} were due {_minutes()} ago and not polled. Is the scheduler (beat) running?"
        yield Finding("feeds", words, is_wrong=True)
    needy = Feed.objects.exclude(needs="").filter(retired_at=None).count()
    rest = f", {needy} first need something, see the admin" if needy else ""
    yield Finding("feeds", f"{feeds.count()} are on{rest}")


def _why(feed: Feed) -> str:
    last = feed.fetches.order_by("-started_at").first()
    said = last and (last.note or last.get_outcome_display())
    return feed.disabled_reason or said or "no reason was kept"


def check_articles(now: datetime) -> Iterator[Finding]:
    """Count the articles that are stuck on their way, and those given up."""
    stuck = Article.objects.waiting(now - _PATIENCE).count()
    if stuck:
        words = (
            f"{stuck} have waited for {_minutes()}. Are worker and scheduler running?"
        )
        yield Finding("articles", words, is_wrong=True)
    failed = Article.objects.filter(state=Article.State.FAILED).count()
    read = Article.objects.filter(state=Article.State.READ).count()
    yield Finding("articles", f"{read} are read, {failed} could not be")


def _minutes() -> str:
    return f"{_PATIENCE.seconds // 60} minutes"


def check_queue() -> Finding:
    """Ask Redis whether it is there, and how many messages wait."""
    try:
        with redis.Redis.from_url(settings.REDIS_URL, socket_timeout=3) as queue:
            waiting = queue.llen(current_app.conf.task_default_queue)
    except (redis.RedisError, ValueError) as error:
        words = f"Redis does not answer ({_first_line(error)}). Check REDIS_URL."
        return Finding("queue", words, is_wrong=True)
    return Finding("queue", f"Redis answers, {waiting} messages wait")


def check_workers() -> Finding:
    """Call the workers, and give them two seconds to answer."""
    answers = current_app.control.ping(timeout=2) or []
    names = [name for answer in answers for name in answer]
    if not names:
        words = "none answers. Start: celery --app config worker"
        return Finding("workers", words, is_wrong=True)
    return Finding("workers", ", ".join(sorted(names)))


def check_disk(folder: Path) -> Finding:
    """Tell how much room is left where the site keeps its files."""
    free = shutil.disk_usage(folder).free
    words = f"{free / 1_000_000_000:.1f} GB free"
    if free < _LITTLE_SPACE:
        return Finding("disk", f"only {words}. Make room.", is_wrong=True)
    return Finding("disk", words)


def _first_line(error: Exception) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0]
