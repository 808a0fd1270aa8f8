"""What was proposed, decided and said about records: to be looked at, never edited."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from talks.admin.rows import ReadOnlyAdmin
from talks.models import Comment, ProposedChange, SignOff


@admin.register(SignOff)
class SignOffAdmin(ReadOnlyAdmin):
    """Who sent, approved and returned what, and when; written once."""

    list_display = ["at", "verb", "by", "author", "is_alone", "event", "reason"]
    list_select_related = ["by", "author", "event"]
    list_filter = ["verb", "is_alone", ("by", admin.RelatedOnlyFieldListFilter)]
    search_fields = ["reason", "event__title", "by__username"]
    date_hierarchy = "at"


@admin.register(ProposedChange)
class ProposedChangeAdmin(ReadOnlyAdmin):
    """Changes of what was approved, whatever became of them."""

    list_display = ["about", "state", "author", "created_at", "changed_at"]
    list_select_related = ["author"]
    list_filter = ["state", ("author", admin.RelatedOnlyFieldListFilter)]
    search_fields = ["about", "note", "author__username"]
    date_hierarchy = "created_at"
    fields: ClassVar[Any] = [
        *("event", "about", "state", "author", "note"),
        *("created_at", "changed_at", "rows"),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[ProposedChange]:
        """Load the people along."""
        return super().get_queryset(request).select_related("author", "event")


@admin.register(Comment)
class CommentAdmin(ReadOnlyAdmin):
    """What staff said; written on the records' own pages."""

    list_display = ["at", "by", "content_type", "text"]
    list_select_related = ["by", "content_type"]
    list_filter = [("by", admin.RelatedOnlyFieldListFilter)]
    search_fields = ["text", "by__username"]
    date_hierarchy = "at"
