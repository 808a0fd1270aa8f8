"""Two people of the house, and what one of them does."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.auth import get_user_model
from django.contrib.auth.models import User

from talks.models import ProposedChange
from talks.models.base import history_apart
from talks.review import proposed
from tests.factories import NOW


def person(name: str) -> User:
    return get_user_model().objects.get_or_create(
        username=name, defaults={"is_staff": True}
    )[0]


def done_by(author: User, do: Callable[[], object]) -> None:
    """Do it as this person, as history will tell."""
    with history_apart(user=author.pk):
        do()


def changed(row, **fields):
    """Return what changes the row so."""

    def change():
        held = type(row).objects.get(pk=row.pk)
        for name, value in fields.items():
            setattr(held, name, value)
        held.save()

    return change


def propose(author: User, do: Callable[[], object], **given) -> ProposedChange:
    """Have the person propose it; expects one change of something approved."""
    said = {"by": author, "now": NOW, "alone": False}
    _, (change,) = proposed.guard(do, **(said | given))
    return change
