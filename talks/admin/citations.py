"""Which report says so of which event."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from talks.admin.governed import GovernedAdmin
from talks.admin.quoted import QuotedForm
from talks.admin.rows import RowForms, StackedRows
from talks.models import Citation, Event
from talks.review.signoff import UNSUPPORTED


class EvidenceForms(RowForms):
    """The citations of one event: an approved one keeps at least one, or has a note."""

    def clean(self) -> None:
        """Refuse an approval that rests on nothing, before the database does."""
        super().clean()
        event: Any = self.instance
        is_shown = event.status == Event.Status.APPROVED
        is_shown |= getattr(event, "is_to_be_shown", False)
        if is_shown and not event.editor_note and not self.live_forms():
            raise ValidationError(UNSUPPORTED)
        self._refuse_repeats()

    def _refuse_repeats(self) -> None:
        seen = set()
        for form in self.live_forms():
            said = form.instance
            key = (said.article_id, said.quote_start, said.speaker_id, said.stance)
            if key in seen:
                form.add_error(None, "This report is cited twice for the same words.")
            seen.add(key)


class CitationInline(StackedRows):
    """The reports that tell of the event, with their sentences."""

    model = Citation
    form = QuotedForm
    formset = EvidenceForms
    fields = [("article", "stance", "speaker"), "quote", "translation"]
    autocomplete_fields = ["article", "speaker"]
    heavy = ("article__text", "article__bands")


@admin.register(Citation)
class CitationAdmin(GovernedAdmin):
    """All citations; they are added and removed on the event's page."""

    form = QuotedForm
    list_display = ["article", "source", "event", "stance", "speaker"]
    list_select_related = ["article__source", "event", "speaker"]
    list_filter = ["stance", ("translation", admin.EmptyFieldListFilter)]
    search_fields = ["quote", "article__title", "event__title"]
    fields = [
        "event",
        "article",
        "stance",
        "speaker",
        "quote",
        "position",
        "translation",
    ]
    readonly_fields = ["event", "position"]
    autocomplete_fields = ["article", "speaker"]

    @admin.display(ordering="article__source__name")
    def source(self, citation: Citation) -> str:
        """Name who publishes the report."""
        return citation.article.source.name

    @admin.display(description="characters")
    def position(self, citation: Citation) -> str:
        """Say where the sentence stands in the report's text."""
        if citation.quote_start is None:
            return "not held"
        return f"{citation.quote_start} to {citation.quote_end}"

    def get_queryset(self, request: HttpRequest) -> Any:
        """Leave the reports' texts where they are."""
        return super().get_queryset(request).defer("article__text", "article__bands")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Citations are added where their event is."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Have them removed there too: an approved event may not lose its last one."""
        return False
