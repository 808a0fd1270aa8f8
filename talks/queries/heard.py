"""Which source was heard in which week; a week of nothing is a gap, not a zero."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from django.db.models import Count, DateField, Q
from django.db.models.functions import Coalesce, TruncWeek

from talks.models import Article, Fetch, Source
from talks.queries.coverage import HEALTHY, WEEK

_UTC = ZoneInfo("UTC")
# Nobody publishes further ahead, as reports are taken in: what was published in these
# weeks was found in them or later, and the index on that moment is enough.
_AHEAD = timedelta(days=2)


class Hearing(StrEnum):
    """What is known of a source's week."""

    CAME = "came"
    SILENT = "silent"
    UNHEARD = "unheard"


@dataclass(frozen=True, slots=True)
class SourceWeek:
    """The reports a source published in the seven days from a Monday, reprints too."""

    monday: date
    reports: int
    was_asked: bool

    @property
    def hearing(self) -> Hearing:
        """Tell whether something came, or else whether a feed of theirs could be read."""
        if self.reports:
            return Hearing.CAME
        return Hearing.SILENT if self.was_asked else Hearing.UNHEARD


@dataclass(frozen=True, slots=True)
class Heard:
    """A source, and each of its weeks."""

    source_id: int
    name: str
    weeks: list[SourceWeek]


def by_source(*, day: date, weeks: int) -> list[Heard]:
    """Return the last weeks of every source that is polled or that something came from.

    The week of `day` is the last. A report that does not say when it was published
    counts in the week it was found. Three queries.
    """
    last = day - timedelta(day.weekday())
    mondays = [last - n * WEEK for n in reversed(range(weeks))]
    reports, asked = _reports(mondays[0]), _asked(mondays[0])
    heard_of = Q(pk__in={source for source, _ in reports})
    polled = Q(feeds__is_on=True, feeds__retired_at=None)
    sources = Source.objects.filter(heard_of | polled).distinct().order_by("name")
    return [
        Heard(pk, name, [_week(pk, monday, reports, asked) for monday in mondays])
        for pk, name in sources.values_list("pk", "name")
    ]


def _week(
    source: int,
    monday: date,
    reports: Mapping[tuple[int, date], int],
    asked: set[tuple[int, date]],
) -> SourceWeek:
    key = (source, monday)
    return SourceWeek(monday, reports.get(key, 0), key in asked)


def _reports(first: date) -> Mapping[tuple[int, date], int]:
    began = _midnight(first)
    rows = (
        Article.objects.filter(found_at__gte=began - _AHEAD)
        .exclude(state=Article.State.CITED)
        .alias(moment=Coalesce("published_at", "found_at"))
        .filter(moment__gte=began)
        .values_list("source", TruncWeek("moment", output_field=DateField()))
        .annotate(reports=Count("pk"))
    )
    return {(source, week): n for source, week, n in rows.order_by()}


def _asked(first: date) -> set[tuple[int, date]]:
    """Return the weeks in which a poll of a source read its feed."""
    rows = Fetch.objects.filter(
        feed__isnull=False, outcome__in=HEALTHY, started_at__gte=_midnight(first)
    ).values_list("feed__source", TruncWeek("started_at", output_field=DateField()))
    return set(rows.order_by().distinct())


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), _UTC)
