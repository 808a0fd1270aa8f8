"""How much was reported each week, so that silence is not taken for peace."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from django.db.models import Count, DateField
from django.db.models.functions import TruncWeek

from talks.models import Article, Fetch

WEEK = timedelta(7)
# A poll that ended so has read the whole feed, whether or not it held anything new.
HEALTHY = (Fetch.Outcome.NEW, Fetch.Outcome.UNCHANGED, Fetch.Outcome.UPDATED)


@dataclass(frozen=True, slots=True)
class Week:
    """The reports of seven days from a Monday, by what their sources lean to."""

    monday: date
    by_lean: Mapping[str, int]
    healthy_feeds: int

    @property
    def reports(self) -> int:
        """All reports of the week, copies left out."""
        return sum(self.by_lean.values())

    @property
    def is_gap(self) -> bool:
        """Whether nothing was heard: no report held, so nothing can be said."""
        return self.reports == 0

    @property
    def last(self) -> date:
        """Its Sunday."""
        return self.monday + WEEK - timedelta(1)


def weeks(first: date, last: date, *, day: date) -> list[Week]:
    """Return every week that touches these days, as known by `day`; two queries."""
    monday = first - timedelta(first.weekday())
    until = min(last, day)
    reports, feeds = _reports(monday, until), _healthy_feeds(monday, until)
    made = []
    while monday <= last:
        if monday <= day:
            made.append(Week(monday, reports.get(monday, {}), feeds.get(monday, 0)))
        monday += WEEK
    return made


def _reports(monday: date, until: date) -> Mapping[date, Mapping[str, int]]:
    rows = (
        Article.objects.voices()
        .exclude(state=Article.State.SET_ASIDE)
        .filter(published_at__range=_whole_days(monday, until))
        .values_list(
            TruncWeek("published_at", output_field=DateField()), "source__lean"
        )
        .annotate(reports=Count("id"))
    )
    found: dict[date, dict[str, int]] = defaultdict(dict)
    for week, lean, reports in rows.order_by():
        found[week][lean] = reports
    return found


def _healthy_feeds(monday: date, until: date) -> Mapping[date, int]:
    rows = (
        Fetch.objects.filter(
            step=Fetch.Step.POLL,
            outcome__in=HEALTHY,
            started_at__range=_whole_days(monday, until),
        )
        .values_list(TruncWeek("started_at", output_field=DateField()))
        .annotate(feeds=Count("feed", distinct=True))
    )
    return dict(rows.order_by())


def _whole_days(first: date, last: date) -> tuple[datetime, datetime]:
    """Return the first moment and the last of these days: an index knows no days."""
    return datetime.combine(first, time.min, UTC), datetime.combine(last, time.max, UTC)
