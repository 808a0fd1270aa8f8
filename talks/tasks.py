"""A door for the queue: five lines a task, ids only, safe to run twice.

Messages are hints: the database says what is due, and whoever claims a row first does
the work. A message lost or doubled changes nothing.
"""

from __future__ import annotations

from datetime import timedelta

from celery import shared_task
from django.conf import settings
from django.utils import timezone

from talks.ingest import attempts, pipeline, polling
from talks.ingest.http import Door
from talks.models import tallies

# Turns further ahead are left to the sweep, far within the queue's own patience.
_FAR = timedelta(minutes=10)


@shared_task(soft_time_limit=60, time_limit=75)
def advance_article(*, article_id: int) -> None:
    """Take an article's next step, and come back for the one after."""
    again = pipeline.advance(article_id, now=timezone.now(), door=door())
    if again is not None and again < _FAR:
        advance_article.apply_async(
            kwargs={"article_id": article_id}, countdown=again.total_seconds()
        )


@shared_task
def sweep() -> None:
    """Send again every article that is due: new ones, rested ones, and stuck ones."""
    for article_id in attempts.due_articles(now=timezone.now()):
        advance_article.delay(article_id=article_id)


@shared_task
def poll_due() -> None:
    """Send every feed whose time has come; who polls it is decided by its row."""
    for feed_id in polling.due_feeds(now=timezone.now()):
        poll_feed.delay(feed_id=feed_id)


@shared_task(soft_time_limit=270, time_limit=300)
def poll_feed(*, feed_id: int) -> None:
    """Poll one feed, and send the articles that it brought."""
    polled = polling.poll(feed_id, now=timezone.now(), door=door())
    for article_id in polled.waiting if polled else ():
        advance_article.delay(article_id=article_id)


@shared_task
def recount() -> None:
    """Count the events anew, so that the rows that keep their counts stay few."""
    tallies.recount()


def door() -> Door:
    """Return the way out to the network, as the settings have it."""
    return Door(
        user_agent=settings.FETCH_USER_AGENT,
        allow_loopback=settings.FETCH_ALLOW_LOOPBACK,
    )
