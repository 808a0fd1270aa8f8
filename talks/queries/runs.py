"""The last runs of a feed: what each brought, what became of it, and why one failed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Case, Count, OuterRef, Subquery, TextField, Value, When

from talks.models import Article, Fetch
from talks.queries.coverage import HEALTHY

COLUMNS = ("new", "updated", "unchanged", "copies", "skipped", "failed")
_GIVEN_UP = (Article.State.FAILED, Article.State.SET_ASIDE)


@dataclass(frozen=True, slots=True)
class Run:
    """One poll. `counts` has every one of COLUMNS; nothing where no feed was read."""

    started_at: datetime
    took: timedelta
    outcome: str
    is_well: bool
    note: str
    counts: Mapping[str, int] | None


def last_runs(feed_id: int, *, most: int) -> list[Run]:
    """Return the latest runs first, in two queries.

    A run fails none of its reports itself: counted as failed are those it found that
    could not be had since.
    """
    polls = Fetch.objects.filter(feed=feed_id, step=Fetch.Step.POLL)
    rows = list(polls.order_by("-started_at", "-id")[:most])
    failed = _failed_since(feed_id, [row.started_at for row in rows])
    return [_run(row, failed.get(row.started_at, 0)) for row in rows]


def latest_refusal() -> Case:
    """Return, for a list of feeds that fail, why each did the last time."""
    refused = Fetch.objects.filter(feed=OuterRef("pk"), step=Fetch.Step.POLL).exclude(
        outcome__in=HEALTHY
    )
    note = Subquery(refused.order_by("-started_at").values("note")[:1])
    return Case(When(failures__gt=0, then=note), default=Value("", TextField()))


def _failed_since(feed_id: int, moments: list[datetime]) -> dict[datetime, int]:
    """Count by the moment of the poll: what a poll finds carries its moment."""
    given_up = Article.objects.filter(
        feed=feed_id, found_at__in=moments, state__in=_GIVEN_UP
    )
    counted = given_up.order_by().values_list("found_at").annotate(n=Count("pk"))
    return dict(counted)


def _run(row: Fetch, failed: int) -> Run:
    is_well = row.outcome in HEALTHY
    counts = {name: row.counts.get(name, 0) for name in COLUMNS} | {"failed": failed}
    return Run(
        started_at=row.started_at,
        took=row.finished_at - row.started_at,
        outcome=row.get_outcome_display(),
        is_well=is_well,
        note=row.note,
        counts=counts if is_well else None,
    )
