"""How ingestion is doing, for operators: what waits, for how long, and what gets done."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import Count, Min
from django.db.models.functions import TruncHour

from talks.models.articles import Article, Fetch
from talks.models.sources import Feed

_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Queue:
    """What waits at a moment. `oldest_due_at` tells how far the workers are behind."""

    due: int
    resting: int
    set_aside: int
    failed_today: int
    oldest_due_at: datetime | None
    feeds_due: int
    feeds_disabled: int


@dataclass(frozen=True, slots=True)
class Hour:
    """What was done in one hour, by outcome and by step."""

    began_at: datetime
    outcomes: Counter[str] = field(default_factory=Counter)
    steps: Counter[str] = field(default_factory=Counter)


def queue(*, now: datetime) -> Queue:
    """Return what waits: articles due and resting, what was given up, feeds due."""
    waiting = Article.objects.filter(state__in=["found", "fetched"])
    due = Article.objects.waiting(now).aggregate(
        n=Count("pk"), first=Min("next_attempt_at")
    )
    feeds = Feed.objects.filter(is_on=True, retired_at=None)
    return Queue(
        due=due["n"],
        resting=waiting.filter(next_attempt_at__gt=now).count(),
        set_aside=Article.objects.filter(state="set_aside").count(),
        failed_today=Article.objects.filter(
            state="failed", fetches__started_at__gt=now - _DAY
        )
        .distinct()
        .count(),
        oldest_due_at=due["first"],
        feeds_due=Feed.objects.due(now).count(),
        feeds_disabled=feeds.exclude(disabled_at=None).count(),
    )


def throughput(*, now: datetime, hours: int = 24) -> list[Hour]:
    """Return what was done in each of the last hours, the latest first; idle hours too."""
    this_hour = now.replace(minute=0, second=0, microsecond=0)
    began = this_hour - (hours - 1) * _HOUR
    done = {(at := this_hour - n * _HOUR): Hour(at) for n in range(hours)}
    counted = (
        Fetch.objects.filter(started_at__gte=began, started_at__lte=now)
        .annotate(hour=TruncHour("started_at"))
        .values_list("hour", "step", "outcome")
        .annotate(n=Count("pk"))
        .order_by()
    )
    for hour, step, outcome, n in counted:
        done[hour].outcomes[outcome] += n
        done[hour].steps[step] += n
    return list(done.values())
