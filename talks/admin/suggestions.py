"""What the reader proposed and what people decided: to be looked at, never edited."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.http import HttpRequest

from talks.admin.rows import ReadOnlyAdmin
from talks.models import Decision, Suggestion


class DecisionInline(admin.TabularInline):  # type: ignore[type-arg]
    """What was decided on a suggestion, latest first."""

    model = Decision
    fields: ClassVar[Any] = ["at", "verb", "by", "reason"]
    readonly_fields = ["at", "verb", "by", "reason"]
    can_delete = False
    extra = 0

    def get_queryset(self, request: HttpRequest) -> Any:
        """Load the people along."""
        return super().get_queryset(request).select_related("by")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Decisions are made at the review desk."""
        return False


@admin.register(Suggestion)
class SuggestionAdmin(ReadOnlyAdmin):
    """All findings with their state; they are decided at the review desk."""

    list_display = [
        "quote",
        "kind",
        "state",
        "confidence",
        "rule",
        "article",
        "created_at",
    ]
    list_select_related = ["article"]
    list_filter = ["state", "kind", "rule"]
    search_fields = ["quote", "article__title", "rule"]
    inlines = [DecisionInline]

    def get_queryset(self, request: HttpRequest) -> Any:
        """Leave the reports' texts where they are."""
        return super().get_queryset(request).defer("article__text", "article__bands")


@admin.register(Decision)
class DecisionAdmin(ReadOnlyAdmin):
    """Who decided what, and when; written once."""

    list_display = ["at", "verb", "by", "suggestion", "reason"]
    list_select_related = ["by", "suggestion"]
    list_filter = ["verb", ("by", admin.RelatedOnlyFieldListFilter)]
    search_fields = ["reason", "suggestion__quote", "by__username"]
    date_hierarchy = "at"
