"""Commitments: who must do what by when, and how that stands over time."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import OuterRef, Subquery
from django.http import HttpRequest
from django.utils import timezone

from talks.admin.governed import GovernedAdmin
from talks.admin.quoted import QuotedForm
from talks.admin.rows import StackedRows, TabularRows
from talks.admin.translations import TranslationFilter
from talks.models import Commitment, CommitmentStatus, Obligation
from talks.queries import chores


class CommitmentInline(StackedRows):
    """The provisions of an agreement."""

    model = Commitment
    fields = [
        "slug",
        ("provision", "provision_ar", "provision_fr"),
        ("due_on", "due_rule"),
    ]
    show_change_link = True


class ObligationInline(TabularRows):
    """Who is bound by it."""

    model = Obligation
    autocomplete_fields = ["actor"]


class StatusInline(StackedRows):
    """How it stood on a day, and the report that says so."""

    model = CommitmentStatus
    form = QuotedForm
    fields = [
        ("as_of", "level", "event"),
        ("article", "quote"),
        ("note", "note_ar", "note_fr"),
    ]
    autocomplete_fields = ["article", "event"]
    heavy = ("article__text", "article__bands")


class OverdueFilter(admin.SimpleListFilter):
    """Narrows the list to promises whose day is past."""

    title = "overdue"
    parameter_name = "overdue"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Offer the one choice."""
        return [("yes", "Overdue")]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        """Keep those neither kept nor broken since their day."""
        today = timezone.now().date()
        return chores.overdue(queryset, today=today) if self.value() else queryset


@admin.register(Commitment)
class CommitmentAdmin(GovernedAdmin):
    """Provisions with the day they are due and their latest status."""

    list_display = ["provision", "agreement", "due_on", "latest_level", "latest_on"]
    list_select_related = ["agreement"]
    list_filter = [
        OverdueFilter,
        ("due_on", admin.EmptyFieldListFilter),
        TranslationFilter.of("provision"),
    ]
    search_fields = [
        "provision",
        "provision_ar",
        "provision_fr",
        "slug",
        "agreement__title",
    ]
    date_hierarchy = "due_on"
    prepopulated_fields = {"slug": ["provision"]}
    autocomplete_fields = ["agreement"]
    inlines = [ObligationInline, StatusInline]

    def get_queryset(self, request: HttpRequest) -> Any:
        """Add the latest status of each."""
        latest = CommitmentStatus.objects.filter(commitment=OuterRef("pk")).order_by(
            "-as_of"
        )
        return (
            super()
            .get_queryset(request)
            .annotate(
                last_level=Subquery(latest.values("level")[:1]),
                last_as_of=Subquery(latest.values("as_of")[:1]),
            )
        )

    @admin.display(description="status", ordering="last_level")
    def latest_level(self, commitment: Any) -> str:
        """Say how it stands."""
        labels = dict(CommitmentStatus.Level.choices)
        return labels.get(commitment.last_level, "not assessed")

    @admin.display(description="as of", ordering="last_as_of")
    def latest_on(self, commitment: Any) -> Any:
        """Say on which day it stood so."""
        return commitment.last_as_of


@admin.register(CommitmentStatus)
class CommitmentStatusAdmin(GovernedAdmin):
    """All statuses, with their evidence."""

    form = QuotedForm
    list_display = ["commitment", "as_of", "level", "article", "event"]
    list_select_related = ["commitment", "article", "event"]
    list_filter = ["level"]
    search_fields = ["commitment__provision", "note", "quote", "article__title"]
    date_hierarchy = "as_of"
    fields = [
        *("commitment", "as_of", "level", "article", "quote", "event"),
        *("note", "note_ar", "note_fr"),
    ]
    autocomplete_fields = ["commitment", "article", "event"]

    def get_queryset(self, request: HttpRequest) -> Any:
        """Leave the reports' texts where they are."""
        return super().get_queryset(request).defer("article__text", "article__bands")
