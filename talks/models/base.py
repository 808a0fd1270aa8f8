"""What all rows share: history, and text that falls back to English visibly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

import pghistory
from django.db import models

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
