"""What waits for a second person, what each change comes to, and what was decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import models
from django.db.models import OuterRef, QuerySet, Subquery

from talks.models import Event, Figure, ProposedChange, SignOff
from talks.models.signoff import RowChange
from talks.queries.changes import KEPT_BY_MACHINE, FieldChange
from talks.queries.governed import EVENT_OF, NOUNS, approved_among, event_of

MOST_WAITING = 100
MOST_STEPS = 20
# Made from other columns: shown, they would only repeat them.
_DERIVED = {"quote_start", "quote_end", "slug", *KEPT_BY_MACHINE}
Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Waiting:
    """An event or a change that waits for approval; `change` is None for an event."""

    event: int | None
    change: int | None
    title: str
    by: str
    since: datetime


@dataclass(frozen=True, slots=True)
class RowDiff:
    """What becomes of one row, in words."""

    noun: str
    name: str
    verb: str
    fields: tuple[FieldChange, ...]


def waiting(*, apart_from: User | None = None) -> list[Waiting]:
    """Return what waits, the longest first; without what this person wrote or sent."""
    found = [*_waiting_events(apart_from), *_waiting_changes(apart_from)]
    return sorted(found, key=lambda each: each.since)[:MOST_WAITING]


def drafts_of(person: Any) -> QuerySet[ProposedChange]:
    """Return the person's changes that are drafts: returned, or not sent yet."""
    drafts = ProposedChange.objects.filter(state=ProposedChange.State.DRAFT)
    back = SignOff.objects.filter(change=OuterRef("pk"), verb=SignOff.Verb.RETURNED)
    why = Subquery(back.order_by("-pk").values("reason")[:1])
    return drafts.filter(author=person).annotate(why=why).order_by("-changed_at")


def latest_steps() -> list[SignOff]:
    """Return what was decided last, with whom and what it concerned."""
    told = SignOff.objects.select_related("by", "event", "change")
    return list(told.order_by("-pk")[:MOST_STEPS])


def steps_of(event: Event) -> list[SignOff]:
    """Return the steps of an event and of its changes, latest first."""
    told = SignOff.objects.filter(event=event).select_related("by", "author", "change")
    return list(told.order_by("-pk"))


def open_changes_of(row: models.Model) -> list[ProposedChange]:
    """Return the changes that wait, or are being written, of the row or of its event."""
    noun = str(row._meta.model_name)
    changes = ProposedChange.objects.open().select_related("author")
    if isinstance(row, Event):
        return list(changes.filter(event=row))
    return list(changes.filter(rows__contains=[{"noun": noun, "pk": row.pk}]))


def is_shown(row: models.Model) -> bool:
    """Tell whether the public sees the row."""
    if isinstance(row, Event | Figure):
        return row.status == Event.Status.APPROVED
    values = {field.attname: getattr(row, field.attname) for field in _fields(row)}
    event = event_of(type(row), row.pk, values, {})
    return bool(event) and bool(approved_among([event or 0]))


def describe(rows: Iterable[RowChange]) -> list[RowDiff]:
    """Return a change row by row, with the names of what its keys point at."""
    rows = list(rows)
    names = _Names(rows)
    return [_diff(row, names) for row in rows]


def rows_of(event: Event) -> list[RowChange]:
    """Return all rows of an event as if they were being added: what there is to approve."""
    return [
        RowChange(
            noun=str(model._meta.model_name),
            pk=row.pk,
            before=None,
            after={
                field.attname: getattr(row, field.attname) for field in _fields(row)
            },
        )
        for model, path in EVENT_OF.items()
        for row in model._base_manager.filter(**{"__".join(path) or "pk": event.pk})
    ]


def _waiting_events(apart_from: User | None) -> Iterator[Waiting]:
    sent = SignOff.objects.filter(event=OuterRef("pk"), verb=SignOff.Verb.SENT)
    last = sent.filter(change=None).order_by("-pk")
    events = Event.objects.filter(status=Event.Status.IN_REVIEW).annotate(
        by=Subquery(last.values("by")[:1]),
        by_name=Subquery(last.values("by__username")[:1]),
        sent_at=Subquery(last.values("at")[:1]),
    )
    rows = events.order_by("changed_at").values(
        "pk", "title", "by", "by_name", "sent_at", "changed_at"
    )
    for row in rows[:MOST_WAITING]:
        if not apart_from or row["by"] != apart_from.pk:
            since = row["sent_at"] or row["changed_at"]
            yield Waiting(row["pk"], None, row["title"], row["by_name"] or "", since)


def _waiting_changes(apart_from: User | None) -> Iterator[Waiting]:
    changes = ProposedChange.objects.waiting().select_related("author")
    if apart_from:
        changes = changes.exclude(author=apart_from)
    for change in changes.order_by("changed_at").defer("rows")[:MOST_WAITING]:
        by = change.author.get_username()
        since = change.changed_at
        yield Waiting(change.event_id, change.pk, change.about, by, since)


def _diff(row: RowChange, names: _Names) -> RowDiff:
    before, after = row["before"], row["after"]
    verb = "added" if before is None else "removed" if after is None else "changed"
    meta: Any = NOUNS[row["noun"]]._meta
    whole = before is None or after is None
    hidden = _DERIVED | (_told_already(row) if whole else set())
    fields = tuple(
        FieldChange(
            str(meta.get_field(name).verbose_name),
            None if before is None else names.shown(meta.get_field(name), before[name]),
            None if after is None else names.shown(meta.get_field(name), after[name]),
        )
        for name in after or before or {}
        if name not in hidden and _is_told(name, before, after)
    )
    name = names.row(row) if verb == "changed" else ""
    return RowDiff(str(meta.verbose_name), name, verb, fields)


def _told_already(row: RowChange) -> set[str]:
    """Return the columns of which the page tells already: its event, and how it stands."""
    return {"status", *(f"{name}_id" for name in EVENT_OF[NOUNS[row["noun"]]][:1])}


def _is_told(name: str, before: Values | None, after: Values | None) -> bool:
    """Leave out what is empty in a row that is wholly added or removed."""
    whole = after if before is None else before if after is None else None
    return whole is None or whole[name] not in (None, "")


class _Names:
    """What the keys and the rows of a change are called, looked up once a model."""

    def __init__(self, rows: list[RowChange]) -> None:
        wanted: defaultdict[Any, set[Any]] = defaultdict(set)
        for row in rows:
            model = NOUNS[row["noun"]]
            wanted[model].add(row["pk"])
            for values in (row["before"] or {}, row["after"] or {}):
                for field, key in _keys(model, values):
                    wanted[field.related_model].add(key)
        self._rows = {
            model: model._base_manager.in_bulk(list(pks))
            for model, pks in wanted.items()
        }

    def row(self, row: RowChange) -> str:
        """Return what the row that is changed is called."""
        held = self._rows[NOUNS[row["noun"]]].get(row["pk"])
        return str(held) if held else ""

    def shown(self, field: Any, value: Any) -> str:
        """Return a value in words; a key by the name of what it points at."""
        if value is None or value == "":
            return ""
        if field.is_relation:
            row = self._rows[field.related_model].get(value)
            return str(row) if row else f"{value} (not there yet)"
        if field.choices:
            return str(dict(field.flatchoices).get(value, value))
        return str(value)


def _keys(model: Any, values: Values) -> Iterator[tuple[Any, Any]]:
    for name, value in values.items():
        field = model._meta.get_field(name)
        if field.is_relation and value is not None:
            yield field, value


def _fields(row: models.Model) -> list[Any]:
    kept = row._meta.concrete_fields
    return [field for field in kept if field.name not in KEPT_BY_MACHINE]
