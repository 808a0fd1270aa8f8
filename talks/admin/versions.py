"""Going back to an earlier version of a row, as one more change of it."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction

from talks.queries.changes import KEPT_BY_MACHINE

# Whether it is shown is decided by the sign-off, not by going back.
_LEFT_ALONE = KEPT_BY_MACHINE | {"status"}


class CannotGoBackError(Exception):
    """The version does not fit any more; the message says why."""


@transaction.atomic
def go_back(row: models.Model, *, version: int) -> None:
    """Give the row the values it had in that version of it.

    What the machine keeps and whether it is shown are left alone, and nothing is forgotten: the versions since
    stay in the history. Raises CannotGoBackError where the values break a rule now.
    """
    kept: Any = type(row)
    held = kept._base_manager.select_for_update().get(pk=row.pk)
    earlier = kept.pgh_event_model.objects.filter(pgh_obj_id=row.pk, pgh_id=version)
    before = earlier.first()
    if before is None:
        raise CannotGoBackError("There is no such version of it.")
    for field in kept._meta.concrete_fields:
        if field.name not in _LEFT_ALONE:
            setattr(held, field.attname, getattr(before, field.attname))
    try:
        held.full_clean()
    except ValidationError as error:
        raise CannotGoBackError(" ".join(error.messages)) from error
    held.save()
