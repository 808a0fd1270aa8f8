"""Which rows still lack their Arabic or French words."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest


class TranslationFilter(admin.SimpleListFilter):
    """Narrows a list to rows whose text is missing in a language."""

    title = "missing translation"
    parameter_name = "untranslated"
    field = ""

    @classmethod
    def of(cls, field: str) -> type[TranslationFilter]:
        """Return the filter for this field's Arabic and French columns."""
        return type(f"{cls.__name__}_{field}", (cls,), {"field": field})

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Offer both languages."""
        return [("ar", "Arabic"), ("fr", "French")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> Any:
        """Keep the rows whose column is empty."""
        if self.value() not in {"ar", "fr"}:
            return queryset
        return queryset.filter(**{f"{self.field}_{self.value()}": ""})
