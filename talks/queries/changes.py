"""What was changed of a row and of the rows that hang on it: who, when, field, before, after."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.db import models

# Kept by the machine: a change of these alone is nobody's change.
KEPT_BY_MACHINE = frozenset(
    (
        *("id", "changed_at", "created_at", "known_on", "ongoing_until"),
        *("event_earliest", "event_kind"),
    )
)
_VERBS = {"insert": "added", "update": "changed", "delete": "removed"}
_MOST_VERSIONS = 1000


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field's value before and after; None where there was no row."""

    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """One version of one row. `by` is empty where no person was signed in.

    `version` numbers those of the row itself, to which one can go back.
    """

    version: int | None
    at: datetime
    by: str
    noun: str
    verb: str
    decision: str
    fields: tuple[FieldChange, ...]
    # who proposed what `by` approved
    author: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """Which version of a row is the latest, and who wrote it."""

    pk: int
    by: str


def latest_version(row: models.Model) -> Version | None:
    """Return the row's latest version; None where it has no history."""
    latest = next(iter(_versions(type(row), {"pgh_obj_id": row.pk}, most=1)), None)
    if latest is None:
        return None
    user = _context(latest).get("user")
    people = get_user_model()._default_manager.filter(pk=user or 0)
    return Version(latest.pgh_id, "".join(one.get_username() for one in people))


def changes_of(
    row: models.Model, *, parts: Iterable[tuple[type[models.Model], str]] = ()
) -> list[Change]:
    """Return the changes of the row, newest first, with those of its parts.

    `parts` pairs a model with the name of its key to the row. Costs one query a model,
    one a model that keys of theirs point at, and one for the people.
    """
    keys = dict(parts)
    versions = _versions(type(row), {"pgh_obj_id": row.pk})
    for model, key in keys.items():
        versions += _versions(model, {f"{key}_id": row.pk})
    versions.sort(key=lambda version: (version.pgh_created_at, version.pgh_id))
    named = _Names(versions, parts=keys)
    return list(reversed(_compare(versions, named, keys)))


def _context(version: Any) -> dict[str, Any]:
    return version.pgh_context.metadata if version.pgh_context else {}


def _versions(
    model: type[models.Model], which: Mapping[str, Any], *, most: int = _MOST_VERSIONS
) -> list[Any]:
    """Return the last versions, oldest first; models without history have none."""
    if not hasattr(model, "pgh_event_models"):
        return []
    table: Any = model.pgh_event_model  # type: ignore[attr-defined]
    latest = table.objects.filter(**which).select_related("pgh_context")
    return list(latest.order_by("-pgh_id")[:most])


def _compare(
    versions: list[Any], named: _Names, keys: Mapping[type[models.Model], str]
) -> list[Change]:
    """Set each version beside the one before; that a part is the row's goes unsaid."""
    before: dict[tuple[type, int], Any] = {}
    changes = []
    for version in versions:
        key = (type(version), version.pgh_obj_id)
        unsaid = {*KEPT_BY_MACHINE, keys.get(version.pgh_tracked_model, "")}
        if change := _change(before.get(key), version, named, unsaid):
            changes.append(change)
        before[key] = version
    return changes


def _change(before: Any, after: Any, named: _Names, unsaid: set[str]) -> Change | None:
    verb = _VERBS.get(after.pgh_label, after.pgh_label)
    fields = tuple(
        change
        for field in after.pgh_tracked_model._meta.concrete_fields
        if field.name not in unsaid and hasattr(after, field.attname)
        if (change := _field_change(field, before, after, verb, named))
    )
    if verb == "changed" and not fields:
        return None
    context = _context(after)
    is_own = after.pgh_tracked_model not in named.parts and verb != "removed"
    return Change(
        version=after.pgh_id if is_own else None,
        at=after.pgh_created_at,
        by=named.person(context.get("user")),
        noun=str(after.pgh_tracked_model._meta.verbose_name),
        verb=verb,
        decision=context.get("decision", ""),
        fields=fields,
        author=named.person(context.get("author")),
    )


def _field_change(
    field: Any, before: Any, after: Any, verb: str, named: _Names
) -> FieldChange | None:
    shown = named.shown(field, after)
    old, new = (shown, None) if verb == "removed" else (None, shown)
    if before is not None and verb == "changed":
        old = named.shown(field, before)
    if (old or "") == (new or ""):
        return None
    return FieldChange(str(field.verbose_name), old, new)


class _Names:
    """What the keys in these versions are called, looked up once a model."""

    def __init__(
        self, versions: list[Any], *, parts: Iterable[type[models.Model]]
    ) -> None:
        self.parts = frozenset(parts)
        wanted: defaultdict[type[models.Model], set[Any]] = defaultdict(set)
        people = set()
        for version in versions:
            for field in _keys(version):
                wanted[field.related_model].add(getattr(version, field.attname))
            if version.pgh_context:
                said = _context(version)
                people |= {said.get("user"), said.get("author")}
        self._rows = {
            model: model._default_manager.in_bulk([pk for pk in pks if pk])
            for model, pks in wanted.items()
        }
        self._people = get_user_model()._default_manager.in_bulk(
            [pk for pk in people if pk]
        )

    def person(self, pk: Any) -> str:
        user = self._people.get(int(pk)) if pk else None
        return user.get_username() if user else ""

    def shown(self, field: Any, version: Any) -> str:
        value = getattr(version, field.attname)
        if value is None or value == "":
            return ""
        if field.is_relation:
            row = self._rows[field.related_model].get(value)
            return str(row) if row else f"{value} (deleted)"
        if field.choices:
            return str(dict(field.flatchoices).get(value, value))
        return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _keys(version: Any) -> list[Any]:
    fields = version.pgh_tracked_model._meta.concrete_fields
    return [
        field
        for field in fields
        if field.is_relation and hasattr(version, field.attname)
    ]
