"""What all rows share: history, and text that falls back to English visibly."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID, uuid4

import pghistory
from django.apps import apps
from django.db import IntegrityError, models
from pghistory import runtime

ModelT = TypeVar("ModelT", bound=type[models.Model])


def with_history(model: ModelT) -> ModelT:
    """Keep every version of the model's rows in a model named `<Model>Version`, at `row.history`.

    Database triggers write it, so bulk changes, imports and raw SQL are kept too.
    """
    tracked: ModelT = pghistory.track(
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        obj_field=pghistory.ObjForeignKey(related_name="history"),
        model_name=f"{model.__name__}Version",
    )(model)
    return tracked


@contextmanager
def history_apart(**said: Any) -> Iterator[UUID]:
    """Have the versions written meanwhile tell of this alone; yield what they share.

    Within a request pghistory joins all contexts into one: several acts of one request,
    each with an author of its own, could not be told apart.
    """
    around = getattr(runtime._tracker, "value", None)  # noqa: SLF001 - no public way
    if around is None:
        with pghistory.context(**said) as context:
            yield context.id
        return
    own = runtime.Context(id=uuid4(), metadata={**around.metadata, **said})
    runtime._tracker.value = own  # noqa: SLF001
    try:
        yield own.id
    finally:
        runtime._tracker.value = around  # noqa: SLF001


def say_broken_rule(error: IntegrityError) -> str:
    """Say in words which rule of the database was broken."""
    diagnosis = getattr(error.__cause__, "diag", None)
    name = getattr(diagnosis, "constraint_name", None)
    return say_rule(name) if name else f"The database refused this: {error}"


def say_rule(constraint: str) -> str:
    """Return the sentence that goes with a constraint, else its name as one."""
    for model in apps.get_models():
        for one in model._meta.constraints:
            said = one.violation_error_message
            if one.name == constraint and said != one.default_violation_error_message:
                return str(said)
    return f"This must hold: {constraint.replace('_', ' ')}."


class Language(models.TextChoices):
    """The languages of the site and of the reports it reads."""

    ENGLISH = "en", "English"
    ARABIC = "ar", "العربية"
    FRENCH = "fr", "Français"


@dataclass(frozen=True, slots=True)
class Localized:
    """A text and the language it is really in, so that a page can say so."""

    text: str
    language: str
