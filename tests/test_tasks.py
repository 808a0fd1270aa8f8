"""The queue with a real worker: sent, done, lost and doubled messages, killed workers."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta
from io import StringIO

import pytest
from celery import current_app
from django.core.management import call_command
from django.utils import timezone

from config import supervisor
from talks import tasks
from talks.ingest import byhand
from talks.models import Article, EventTally, Fetch, Suggestion
from tests import factories
from tests.ingest.invented import TEXT, TITLE, known_names

PATIENCE = 40


def until(is_so: Callable[[], bool]) -> bool:
    """Wait until it is so; tell whether it became so in time."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if is_so():
            return True
        time.sleep(0.1)
    return False


def give(number: int) -> int:
    """Take in one of many different reports; return its article's number."""
    now = timezone.now()
    said = byhand.Said(byhand.source_by_hand(), now.date())
    words = " ".join(f"w{number}x{n}" for n in range(60))
    text = f"{TITLE}, part {number}\n\n{TEXT}\n\n{words}"
    (taken,) = byhand.take_document(text.encode(), said=said, now=now)
    return taken.article_id


def read_so_far() -> int:
    return Article.objects.filter(state="read").count()


def all_read() -> bool:
    return not Article.objects.exclude(state="read").exists()


def test_a_worker_reads_what_the_sweep_sends(worker):
    known_names()
    numbers = [give(n) for n in range(3)]

    tasks.sweep.delay()

    assert until(all_read)
    assert {f.article_id for f in Fetch.objects.filter(step="read")} == set(numbers)


def test_the_command_leaves_the_reading_to_a_worker(worker, tmp_path):
    known_names()
    path = tmp_path / "report.txt"
    path.write_text(TEXT)
    out, err = StringIO(), StringIO()

    call_command("ingest", str(path), stdout=out, stderr=err)

    assert "by the workers" in err.getvalue()
    assert out.getvalue().startswith(f"new  {TITLE}")
    assert Suggestion.objects.exists()


def test_doubled_messages_change_nothing(worker):
    number = give(1)

    for _ in range(5):
        tasks.advance_article.delay(article_id=number)

    assert until(all_read)
    tasks.sweep.delay()
    time.sleep(1)
    assert Fetch.objects.filter(article_id=number, step="read").count() == 1


def test_an_emptied_queue_loses_nothing(worker):
    supervisor.stop([worker])
    numbers = [give(n) for n in range(3)]
    for number in numbers:
        tasks.advance_article.delay(article_id=number)
    current_app.control.purge()
    Article.objects.update(sent_at=None)

    worker.start()
    tasks.sweep.delay()

    assert until(all_read)
    assert Fetch.objects.filter(step="read").count() == 3


def test_workers_killed_at_random_lose_nothing_and_do_nothing_twice(worker):
    known_names()
    numbers = [give(n) for n in range(25)]
    for number in numbers:
        tasks.advance_article.delay(article_id=number)

    for done in (2, 7, 12):
        assert until(lambda enough=done: read_so_far() >= enough)
        worker.child.kill()
        worker.child.wait()
        worker.start()
        tasks.sweep.delay()
    # What the killed ones held becomes free when their lease runs out: here, at once.
    now = timezone.now()
    Article.objects.filter(state="fetched").update(next_attempt_at=now, sent_at=None)
    tasks.sweep.delay()

    assert until(all_read)
    reads = Fetch.objects.filter(step="read")
    assert reads.count() == len(numbers)
    assert Article.objects.count() == len(numbers)
    keys = Suggestion.objects.values_list("article", "key")
    assert len(keys) == len(set(keys)) > 0


def test_feeds_that_are_due_are_polled(worker):
    from_nowhere = "http://127.0.0.1:9/rss.xml"
    feed = byhand.source_by_hand().feeds.create(
        address=from_nowhere, next_poll_at=timezone.now() - timedelta(minutes=1)
    )

    tasks.poll_due.delay()

    assert until(lambda: Fetch.objects.filter(feed=feed).exists())
    feed.refresh_from_db()
    assert (feed.claimed_until, feed.failures) == (None, 1)


@pytest.mark.django_db
def test_counts_of_events_are_folded():
    factories.event()
    factories.event()

    tasks.recount()

    assert EventTally.objects.get().count == 2
