"""A change written down row by row: read from what was done, done again, taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from django.db import IntegrityError, connection, models, transaction

from talks.models import Event, Figure
from talks.models.signoff import RowChange
from talks.queries.changes import KEPT_BY_MACHINE
from talks.queries.governed import EVENT_OF, NOUNS, approved_among, event_of
from talks.review.refusals import Conflict

T = TypeVar("T")
Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Written:
    """A row with all its columns before and after; None where there was none."""

    model: type[models.Model]
    pk: int
    event: int | None
    before: Values | None
    after: Values | None

    def is_shown(self, approved: set[int]) -> bool:
        """Tell whether the public sees it, or saw it before."""
        if self.model in {Event, Figure}:
            states = {(each or {}).get("status") for each in (self.before, self.after)}
            return Event.Status.APPROVED.value in states
        return self.event in approved

    def as_data(self) -> RowChange:
        """Return it as it is stored: of a row that stays, what changes of it."""
        before, after = self.before, self.after
        if before is not None and after is not None:
            changed = {name for name in before if before[name] != after.get(name)}
            before = {name: before[name] for name in sorted(changed)}
            after = {name: after[name] for name in sorted(changed)}
        noun = str(self.model._meta.model_name)
        return RowChange(noun=noun, pk=self.pk, before=before, after=after)


def rehearse(do: Callable[[], T]) -> T:
    """Do it, take it all back, and return what it answered."""
    with transaction.atomic():
        answer = do()
        transaction.set_rollback(True)
    return answer


def written_in(context: UUID) -> list[Written]:
    """Return the rows changed under this context of history, parents first."""
    rows: list[Written] = []
    known: dict[Any, int | None] = {}
    for model in EVENT_OF:
        for pk, before, after in _written(model, context):
            event = event_of(model, pk, after or before or {}, known)
            known[model, pk] = event
            rows.append(Written(model, pk, event, before, after))
    return rows


def are_shown(rows: Iterable[Written]) -> bool:
    """Tell whether the public sees any of the rows, or saw it before."""
    rows = list(rows)
    approved = approved_among(row.event for row in rows if row.event)
    return any(row.is_shown(approved) for row in rows)


def apply(rows: Iterable[RowChange]) -> None:
    """Do the change. Raises Conflict where a row is not as it was when it was proposed."""
    for row in _in_order(rows):
        _apply_one(row)
    check_now()


def apply_what_fits(rows: Iterable[RowChange]) -> None:
    """Do the change over whatever the rows hold by now, leaving out what cannot be."""
    for row in _in_order(rows):
        try:
            with transaction.atomic():
                _apply_one(row, strictly=False)
        except (Conflict, IntegrityError):
            continue


def invert(rows: Iterable[RowChange]) -> list[RowChange]:
    """Return the change that takes this one back."""
    return [
        RowChange(
            noun=row["noun"], pk=row["pk"], before=row["after"], after=row["before"]
        )
        for row in rows
    ]


def conflicts(rows: Iterable[RowChange]) -> Iterator[str]:
    """Name what is not any more as it was when the change was proposed."""
    for row in rows:
        if row["before"] is None:
            continue
        held = _rows(row).filter(pk=row["pk"]).first()
        if held is None:
            yield f"{_noun(row)}: it has been removed"
            continue
        for name in _differing(held, row["before"]):
            yield f"{_noun(row)}: {held._meta.get_field(name).verbose_name}"


def check_now() -> None:
    """Have the database check at once what it would check when the work is stored."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def plain(value: Any) -> Any:
    """Return a column's value as JSON would hold it."""
    return value.isoformat() if isinstance(value, date) else value


def _written(
    model: Any, context: UUID
) -> Iterator[tuple[int, Values | None, Values | None]]:
    versions = model.pgh_event_model.objects
    after = {
        version.pgh_obj_id: version
        for version in versions.filter(pgh_context=context).order_by("pgh_id")
    }
    earlier = versions.filter(pgh_obj_id__in=after).exclude(pgh_context=context)
    before = {
        version.pgh_obj_id: version
        for version in earlier.order_by("pgh_obj_id", "-pgh_id").distinct("pgh_obj_id")
    }
    for pk, version in after.items():
        was, is_now = _values(before.get(pk)), _values(version)
        if was != is_now:
            yield pk, was, is_now


def _values(version: Any) -> Values | None:
    if version is None or version.pgh_label == "delete":
        return None
    fields = version.pgh_tracked_model._meta.concrete_fields
    return {
        field.attname: plain(getattr(version, field.attname))
        for field in fields
        if field.name not in KEPT_BY_MACHINE
    }


def _in_order(rows: Iterable[RowChange]) -> list[RowChange]:
    """Put removals first, children before parents: they make room for what is added."""
    rows = list(rows)
    removed = [row for row in rows if row["after"] is None]
    return [*reversed(removed), *(row for row in rows if row["after"] is not None)]


def _apply_one(row: RowChange, *, strictly: bool = True) -> None:
    before, after = row["before"], row["after"]
    if before is None:
        values = _columns(row, after or {})
        NOUNS[row["noun"]](pk=row["pk"], **values).save(force_insert=True)
        return
    held = _rows(row).select_for_update().filter(pk=row["pk"]).first()
    if held is None:
        raise Conflict(f"{_noun(row)} has been removed meanwhile.")
    if strictly and (changed := _differing(held, before)):
        field = held._meta.get_field(changed[0]).verbose_name
        raise Conflict(f"{_noun(row)} “{held}” has another {field} by now.")
    if after is None:
        _remove(held)
        return
    for name, value in _columns(row, after).items():
        setattr(held, name, value)
    held.save()


def _remove(held: models.Model) -> None:
    """Remove just this row: what hangs on it by now was not part of the change."""
    name = str(held)
    removed, _ = held.delete()
    if removed > 1:
        raise Conflict(f"Something was added to “{name}” meanwhile.")


def _columns(row: RowChange, values: Values) -> Values:
    meta: Any = NOUNS[row["noun"]]._meta
    return {name: meta.get_field(name).to_python(v) for name, v in values.items()}


def _differing(held: models.Model, before: Values) -> list[str]:
    return [
        name for name, value in before.items() if plain(getattr(held, name)) != value
    ]


def _rows(row: RowChange) -> Any:
    return NOUNS[row["noun"]]._base_manager


def _noun(row: RowChange) -> str:
    return str(NOUNS[row["noun"]]._meta.verbose_name).capitalize()
