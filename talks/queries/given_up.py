"""The reports that were given up, and for which reasons."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from talks.models import Article

STATES = (Article.State.SET_ASIDE, Article.State.FAILED)


@dataclass(frozen=True, slots=True)
class Reason:
    """So many reports that were given up for one reason."""

    state: str
    words: str
    reports: int


def reasons(*, most: int) -> list[Reason]:
    """Return the reasons, those of most reports first; what is set aside before what failed."""
    counted = (
        Article.objects.filter(state__in=STATES)
        .values_list("state", "reason")
        .annotate(reports=Count("pk"))
        .order_by("-state", "-reports", "reason")
    )
    return [
        Reason(Article.State(state).label, words, reports)
        for state, words, reports in counted[:most]
    ]


def reports(*, most: int) -> Iterable[Article]:
    """Return the reports themselves, set aside before failed, the latest first."""
    rows: QuerySet[Article] = Article.objects.filter(state__in=STATES)
    rows = rows.select_related("source").defer("text", "bands")
    return rows.order_by("-state", "-found_at", "-pk")[:most]
