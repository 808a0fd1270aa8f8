"""The admin's first page: what needs doing, each with the list it is done in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import AnonymousUser, User
from django.urls import reverse

from talks.queries import chores


@dataclass(frozen=True, slots=True)
class Chore:
    """So many of something, and where they are dealt with."""

    how_many: int
    what: str
    address: str
    since: datetime | None = None


def list_chores(user: User | AnonymousUser, *, now: datetime) -> list[Chore]:
    """Return what needs doing, of what this person may see."""
    counted = chores.count(today=now.date())
    return [
        chore
        for noun, chore in _chores(counted)
        if chore.how_many and user.has_perm(f"talks.view_{noun}")
    ]


def _chores(counted: chores.Chores) -> Iterator[tuple[str, Chore]]:
    waiting = f"suggestions to decide, in {counted.reports} reports"
    yield (
        "suggestion",
        Chore(counted.suggestions, waiting, reverse("admin:review"), counted.oldest),
    )
    rest = [
        ("event", counted.in_review, "events to approve", "status__exact=in_review"),
        ("event", counted.drafts, "events in draft", "status__exact=draft"),
        ("feed", counted.failing_feeds, "feeds failing", "health=failing"),
        ("article", counted.failed_articles, "reports failed", "state__exact=failed"),
        (
            "figure",
            counted.contradicting,
            "figures that contradict another",
            "contradicting=yes",
        ),
        ("commitment", counted.overdue, "commitments overdue", "overdue=yes"),
    ]
    titles = (("ar", "Arabic"), ("fr", "French"))
    for code, language in titles:
        missing = counted.untranslated[code]
        what = f"published events without a title in {language}"
        rest.append(
            ("event", missing, what, f"untranslated={code}&status__exact=approved")
        )
    for noun, how_many, what, query in rest:
        address = reverse(f"admin:talks_{noun}_changelist")
        yield noun, Chore(how_many, what, f"{address}?{query}")
