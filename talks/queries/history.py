"""What was changed in an event since it was first written, when, and by whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any

from django.apps import apps

MOST_VERSIONS = 50
# what a reader would call a change of the event
TOLD_FIELDS = (
    *("title", "title_ar", "title_fr", "summary", "summary_ar", "summary_fr"),
    *("kind", "track", "modality", "earliest", "latest", "date_precision"),
    *("date_words", "lasted_until", "status", "editor_note", "discounted_reason"),
)


@dataclass(frozen=True, slots=True)
class Change:
    """One field of the event, before and after."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Version:
    """What was changed in the event, when, whether by a person, and approved by another."""

    at: datetime
    by_person: bool
    by_two: bool
    changes: list[Change]


def of_event(event: int) -> list[Version]:
    """Return the changes of what a reader sees of an event, latest first."""
    versions = apps.get_model("talks", "EventVersion").objects.filter(pgh_obj=event)
    rows = versions.order_by("-pgh_id").values(
        "pgh_created_at", "pgh_context__metadata", *TOLD_FIELDS
    )[:MOST_VERSIONS]
    return list(_compare(list(rows)[::-1]))[::-1]


def _compare(rows: list[dict[str, Any]]) -> Iterator[Version]:
    for old, new in pairwise(rows):
        changes = [
            Change(field, old[field], new[field])
            for field in TOLD_FIELDS
            if old[field] != new[field]
        ]
        if changes:
            said = new["pgh_context__metadata"] or {}
            people = {said.get("user"), said.get("author")} - {None}
            by_person, by_two = bool(said.get("user")), len(people) > 1
            yield Version(new["pgh_created_at"], by_person, by_two, changes)
