"""An import taken back whole: every row is again what it was before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.apps import apps
from django.contrib.auth.models import User
from django.db import models, transaction
from django.db.models import ProtectedError

from talks.models import Import
from talks.models.base import history_apart

MOST_NAMED = 5


class CannotTakeBackError(Exception):
    """Something was built on it since; the text names what."""


@transaction.atomic
def take_back(it: Import, *, by: User, now: datetime) -> None:
    """Remove what it added and undo what it changed, with all of it or none.

    Refused where a row was changed since, or something else has come to rest on one.
    The addresses of reports that it brought stay known: they are no facts.
    """
    held = Import.objects.select_for_update().get(pk=it.pk)
    if not held.written_at or held.taken_back_at:
        raise CannotTakeBackError("It is not written, or was taken back already.")
    written = [list(_first_and_last(model, held)) for model in _tracked()]
    if later := [str(row) for rows in written for row in _changed_since(rows)]:
        raise CannotTakeBackError(f"Changed since: {_some(later)}.")
    with history_apart(user=by.pk, taken_back=held.pk):
        for rows in written:
            for first, _last in rows:
                _undo(first)
    held.taken_back_at, held.taken_back_by = now, by
    held.save()


def _tracked() -> Iterator[Any]:
    """Yield the models that keep history; what hangs on a row before the row itself."""
    own = apps.get_app_config("talks").get_models()
    # a model is made after those that it names
    for model in reversed(list(own)):
        if hasattr(model, "pgh_event_model"):
            yield model


def _first_and_last(model: Any, it: Import) -> Iterator[tuple[Any, Any]]:
    """Yield the first and last version of each row that the import wrote."""
    versions: dict[int, list[Any]] = {}
    found = model.pgh_event_model.objects.filter(pgh_context=it.context)
    for version in found.order_by("pgh_id"):
        versions.setdefault(version.pgh_obj_id, []).append(version)
    for of_row in versions.values():
        yield of_row[0], of_row[-1]


def _changed_since(rows: list[tuple[Any, Any]]) -> Iterator[Any]:
    for _first, last in rows:
        later = type(last).objects.filter(
            pgh_obj_id=last.pgh_obj_id, pgh_id__gt=last.pgh_id
        )
        if later.exists():
            yield _row_of(last) or last


def _undo(first: Any) -> None:
    model = first.pgh_tracked_model
    if first.pgh_label == "insert":
        _remove(model, first.pgh_obj_id)
        return
    before = first
    if first.pgh_label == "update":
        earlier = type(first).objects.filter(
            pgh_obj_id=first.pgh_obj_id, pgh_id__lt=first.pgh_id
        )
        before = earlier.latest("pgh_id")
    row = model(**{f.attname: getattr(before, f.attname) for f in _columns(model)})
    row.save(force_insert=first.pgh_label == "delete")


def _remove(model: Any, pk: int) -> None:
    row = model._base_manager.filter(pk=pk).first()
    try:
        if row is not None:
            row.delete()
    except ProtectedError as error:
        names = [str(each) for each in error.protected_objects]
        raise CannotTakeBackError(f"{row} is used by {_some(names)}.") from error


def _columns(model: Any) -> Iterator[models.Field[Any, Any]]:
    return (field for field in model._meta.concrete_fields if not field.generated)


def _row_of(version: Any) -> Any:
    return version.pgh_tracked_model._base_manager.filter(pk=version.pgh_obj_id).first()


def _some(names: list[str]) -> str:
    shown = ", ".join(names[:MOST_NAMED])
    more = len(names) - MOST_NAMED
    return f"{shown} and {more} more" if more > 0 else shown
