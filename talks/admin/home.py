"""The admin's first page: what needs doing, each with the list it is done in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import AnonymousUser, User
from django.urls import reverse

from talks.queries import chores

_CLASHING = "that cannot be true beside another"
_UNTITLED = (
    ("ar", "without a title in Arabic", "untranslated=ar"),
    ("fr", "without a title in French", "untranslated=fr"),
)


@dataclass(frozen=True, slots=True)
class Chore:
    """So many of something, and where they are dealt with."""

    how_many: int
    what: str
    address: str
    since: datetime | None = None


def list_chores(user: User | AnonymousUser, *, now: datetime) -> list[Chore]:
    """Return what needs doing, of what this person may see."""
    counted = chores.count(today=now.date(), person=user)
    return [
        chore
        for noun, chore in _chores(counted)
        if chore.how_many and user.has_perm(f"talks.view_{noun}")
    ]


def _chores(counted: chores.Chores) -> Iterator[tuple[str, Chore]]:
    yield "suggestion", _to_decide(counted)
    yield from _to_sign_off(counted)
    drafts = "status__exact=draft"
    shown, set_aside = "status__exact=approved", "state__exact=set_aside"
    rows = (
        ("event", counted.drafts, "event", "in draft", drafts),
        ("feed", counted.failing_feeds, "feed", "failing", "health=failing"),
        ("article", counted.failed_articles, "report", "failed", "state__exact=failed"),
        ("article", counted.set_aside_articles, "report", "set aside", set_aside),
        ("figure", counted.contradicting, "figure", _CLASHING, "contradicting=yes"),
        ("commitment", counted.overdue, "commitment", "overdue", "overdue=yes"),
        *(
            (
                "event",
                counted.untranslated[code],
                "published event",
                said,
                f"{query}&{shown}",
            )
            for code, said, query in _UNTITLED
        ),
    )
    for model, how_many, noun, state, query in rows:
        address = reverse(f"admin:talks_{model}_changelist")
        what = f"{_plural(noun, how_many)} {state}"
        yield model, Chore(how_many, what, f"{address}?{query}")


def _to_decide(counted: chores.Chores) -> Chore:
    suggestions = _plural("suggestion", counted.suggestions)
    reports = f"{counted.reports} {_plural('report', counted.reports)}"
    what = f"{suggestions} to decide, in {reports}"
    return Chore(counted.suggestions, what, reverse("admin:review"), counted.oldest)


def _to_sign_off(counted: chores.Chores) -> Iterator[tuple[str, Chore]]:
    for how_many, noun, state in (
        (counted.in_review, "event", "to approve"),
        (counted.changes, "change", "to approve"),
        (counted.own_drafts, "change", "of yours returned or not sent"),
    ):
        what = f"{_plural(noun, how_many)} {state}"
        yield "event", Chore(how_many, what, reverse("admin:sign-off"))


def _plural(noun: str, how_many: int) -> str:
    return noun if how_many == 1 else f"{noun}s"
