"""What needs doing: suggestions waiting, feeds failing, words missing, claims at odds, promises overdue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import (
    Count,
    Exists,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Coalesce

from talks.models import (
    Article,
    Commitment,
    CommitmentStatus,
    Event,
    Feed,
    Figure,
    ProposedChange,
    Suggestion,
)
from talks.queries import given_up

# Claims are of one group when these are the same, and these too or missing in both.
_SAME = ("measure", "population", "scope", "as_of_earliest", "as_of_latest")
_SAME_OR_MISSING = {
    "place": 0,
    "event": 0,
    "since_earliest": date.min,
    "since_latest": date.min,
}
_SETTLED = (CommitmentStatus.Level.FULFILLED, CommitmentStatus.Level.BREACHED)


@dataclass(frozen=True, slots=True)
class Chores:
    """How much there is of each, and since when the oldest waits."""

    suggestions: int
    reports: int
    oldest: datetime | None
    in_review: int
    changes: int
    own_drafts: int
    drafts: int
    failing_feeds: int
    failed_articles: int
    set_aside_articles: int
    untranslated: dict[str, int]
    contradicting: int
    overdue: int


def count(*, today: date, person: Any) -> Chores:
    """Count everything in seven queries; `person` is whose own drafts are counted."""
    waiting = Suggestion.objects.to_decide().aggregate(
        suggestions=Count("pk"),
        reports=Count("article", distinct=True),
        oldest=Min("created_at"),
    )
    shown = Q(status=Event.Status.APPROVED)
    events = Event.objects.aggregate(
        in_review=Count("pk", filter=Q(status=Event.Status.IN_REVIEW)),
        drafts=Count("pk", filter=Q(status=Event.Status.DRAFT)),
        ar=Count("pk", filter=shown & Q(title_ar="")),
        fr=Count("pk", filter=shown & Q(title_fr="")),
    )
    changes = ProposedChange.objects.open().aggregate(
        changes=Count("pk", filter=Q(state=ProposedChange.State.IN_REVIEW)),
        own_drafts=Count(
            "pk", filter=Q(state=ProposedChange.State.DRAFT, author=person.pk)
        ),
    )
    articles = Article.objects.filter(state__in=given_up.STATES).aggregate(
        failed=Count("pk", filter=Q(state=Article.State.FAILED)),
        set_aside=Count("pk", filter=Q(state=Article.State.SET_ASIDE)),
    )
    return Chores(
        **waiting,
        **changes,
        in_review=events["in_review"],
        drafts=events["drafts"],
        failing_feeds=failing(Feed.objects.all()).count(),
        failed_articles=articles["failed"],
        set_aside_articles=articles["set_aside"],
        untranslated={"ar": events["ar"], "fr": events["fr"]},
        contradicting=contradicting(Figure.objects.all()).count(),
        overdue=overdue(Commitment.objects.all(), today=today).count(),
    )


def failing(feeds: QuerySet[Feed]) -> QuerySet[Feed]:
    """Keep the feeds that are polled and did not answer well the last time."""
    return feeds.filter(is_on=True, retired_at=None, failures__gt=0)


def contradicting(figures: QuerySet[Figure]) -> QuerySet[Figure]:
    """Keep the standing, approved claims that cannot be true beside another of their group."""
    stands = Figure.objects.published().standing()
    group = _of_the_same_group(stands)
    least, most = Coalesce("low", "best"), Coalesce("high", "best")
    above = group.alias(least=least).filter(
        least__gt=Coalesce(OuterRef("high"), OuterRef("best"))
    )
    below = group.alias(most=most).filter(
        most__lt=Coalesce(OuterRef("low"), OuterRef("best"))
    )
    return figures.filter(Exists(above) | Exists(below), pk__in=stands.values("pk"))


def _of_the_same_group(figures: QuerySet[Figure]) -> QuerySet[Figure]:
    """Keep those of the outer claim's group; in SQL nothing does not equal nothing."""
    group = figures.filter(**{name: OuterRef(name) for name in _SAME})
    for name, nothing in _SAME_OR_MISSING.items():
        own = Coalesce(name, Value(nothing))
        outer = Coalesce(OuterRef(name), Value(nothing))
        group = group.alias(**{f"own_{name}": own}).filter(**{f"own_{name}": outer})
    return group


def overdue(commitments: QuerySet[Commitment], *, today: date) -> QuerySet[Commitment]:
    """Keep the promises whose day is past and that were neither kept nor broken since."""
    latest = CommitmentStatus.objects.filter(commitment=OuterRef("pk"))
    level = Subquery(latest.order_by("-as_of").values("level")[:1])
    late = commitments.filter(due_on__lt=today).alias(stands=level)
    return late.filter(Q(stands=None) | ~Q(stands__in=_SETTLED))
