"""Who else is at a report right now, so that two people do not do the same work."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.core.cache import cache

# The page says it is still there every twenty seconds.
_SECONDS = 60


def note(article: int, user: User) -> None:
    """Remember that this person has the report open; forgotten after a minute."""
    cache.set(_key(article, user.pk), user.get_username(), _SECONDS)


def others(article: int, user: User) -> list[str]:
    """Return the names of the other staff who have it open."""
    staff = User.objects.filter(is_staff=True, is_active=True).exclude(pk=user.pk)
    keys = [_key(article, pk) for pk in staff.values_list("pk", flat=True)]
    return sorted(cache.get_many(keys).values())


def _key(article: int, user: int) -> str:
    return f"desk:{article}:{user}"
