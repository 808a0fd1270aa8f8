"""Places with their spellings and the place they lie in."""

from __future__ import annotations

from django.contrib import admin

from talks.admin.rows import RowAdmin, TabularRows
from talks.admin.translations import TranslationFilter
from talks.models import Place, PlaceAlias


class AliasInline(TabularRows):
    """Other spellings of the place's name."""

    model = PlaceAlias


@admin.register(Place)
class PlaceAdmin(RowAdmin):
    """Named places."""

    list_display = [
        "name",
        "name_ar",
        "kind",
        "within",
        "country",
        "latitude",
        "longitude",
    ]
    list_select_related = ["within"]
    list_filter = [
        "kind",
        "country",
        ("latitude", admin.EmptyFieldListFilter),
        TranslationFilter.of("name"),
    ]
    search_fields = ["name", "name_ar", "name_fr", "slug", "aliases__text"]
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["within"]
    inlines = [AliasInline]
