"""Events with all that hangs on them, on one page."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from talks.admin.citations import UNSUPPORTED, CitationInline
from talks.admin.commitments import CommitmentInline
from talks.admin.embargo import EmbargoViolationInline
from talks.admin.figures import FigureInline
from talks.admin.rounds import RoundInline
from talks.admin.rows import RowAdmin, RowForm, TabularRows, how_many
from talks.admin.translations import TranslationFilter
from talks.admin.truces import BrokenTruceInline, TruceInline
from talks.admin.typed import DateTyped
from talks.models import Citation, Event, EventPlace, Participation
from talks.queries import desk

Kind = Event.Kind
Status = Event.Status

# The detail of each kind, shown only for it.
DETAILS: dict[str, list[Any]] = {
    Kind.TALKS: [RoundInline],
    Kind.AGREEMENT: [RoundInline, TruceInline, CommitmentInline],
    Kind.TRUCE: [TruceInline, CommitmentInline],
    Kind.TRUCE_VIOLATION: [BrokenTruceInline],
    Kind.EMBARGO_VIOLATION: [EmbargoViolationInline],
}


class EventForm(RowForm):
    """An event whose date is typed as people write it."""

    when = DateTyped(
        *("earliest", "latest", "date_precision", "date_words"),
        help_text='As people write it: "12 January 2020", "mid-January 2020",'
        ' "12-13 Jan 2020", "early March 2020", "2020".',
    )

    def clean(self) -> dict[str, Any]:
        """Keep a kind whose detail has been entered."""
        cleaned = super().clean()
        before, after = self.initial.get("kind"), cleaned.get("kind")
        if self.instance.pk and before != after and before and after:
            for inline in DETAILS.get(before, []):
                self._refuse_to_orphan(inline, after)
        return cleaned

    def _refuse_to_orphan(self, inline: Any, kind: str) -> None:
        if inline in DETAILS.get(kind, []):
            return
        key = "agreement" if inline is CommitmentInline else "event"
        if inline.model.objects.filter(**{key: self.instance}).exists():
            noun = inline.model._meta.verbose_name
            self.add_error(
                "kind", f"It has a {noun}: delete that before changing the kind."
            )


class ParticipationInline(TabularRows):
    """Who took part, in which role."""

    model = Participation
    autocomplete_fields = ["actor"]


class EventPlaceInline(TabularRows):
    """Where; the place of the lowest position is shown on lists and on the map."""

    model = EventPlace
    autocomplete_fields = ["place"]


@admin.register(Event)
class EventAdmin(RowAdmin):
    """What happened, and the evidence for it."""

    form = EventForm
    list_display = ["title", "when", "kind", "track", "modality", "status", "citations"]
    list_filter = [
        *("status", "kind", "track", "modality", "date_precision"),
        ("discounted_reason", admin.EmptyFieldListFilter),
        TranslationFilter.of("title"),
    ]
    search_fields = [
        *("title", "title_ar", "title_fr", "slug"),
        *("participations__actor__name", "event_places__place__name"),
    ]
    date_hierarchy = "earliest"
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "title",
                    ("kind", "track", "modality"),
                    ("when", "lasted_until"),
                ]
            },
        ),
        (
            "Showing it",
            {"fields": ["status", "editor_note", "discounted_reason", "slug"]},
        ),
        ("In words", {"fields": ["summary"]}),
        (
            "Arabic and French",
            {
                "fields": [("title_ar", "title_fr"), ("summary_ar", "summary_fr")],
                "classes": ["collapse"],
            },
        ),
        (
            "Kept by the machine",
            {"fields": [("report_words", "known_on", "created_at", "changed_at")]},
        ),
    ]
    readonly_fields = ["report_words", "known_on", "created_at", "changed_at"]
    prepopulated_fields = {"slug": ["title"]}
    inlines = [ParticipationInline, EventPlaceInline, CitationInline, FigureInline]
    actions = ["approve", "return_to_draft"]
    save_on_top = True

    @admin.display(ordering="earliest")
    def when(self, event: Event) -> str:
        """Print the date as exactly as it is known."""
        return str(event.date)

    @admin.display(ordering="times_cited")
    def citations(self, event: Any) -> int:
        """Count the citations."""
        return int(event.times_cited)

    @admin.display(description="date in the report's words")
    def report_words(self, event: Event) -> str:
        """Quote how the date was given."""
        return event.date_words or "-"

    def get_queryset(self, request: HttpRequest) -> Any:
        """Count each event's citations along."""
        cited = how_many(Citation.objects.all(), "event")
        return super().get_queryset(request).annotate(times_cited=cited)

    def save_related(self, request: Any, form: Any, formsets: Any, change: Any) -> None:
        """Point out events like a new one, which it may repeat."""
        super().save_related(request, form, formsets, change)
        for alike in [] if change else desk.find_alike(form.instance):
            messages.warning(
                request,
                format_html(
                    'It is like <a href="{}">{}</a> ({}): is it the same?',
                    reverse("admin:talks_event_change", args=[alike.event.pk]),
                    alike.event,
                    ", ".join(alike.why),
                ),
            )

    def get_object(self, request: Any, object_id: str, from_field: Any = None) -> Any:
        """Remember the kind as stored: the page has the inlines of that one."""
        event: Any = super().get_object(request, object_id, from_field)
        if event is not None:
            event.stored_kind = event.kind
        return event

    def get_inlines(self, request: HttpRequest, obj: Any) -> list[Any]:
        """Add the detail of the event's kind, once it has been saved."""
        details = DETAILS.get(getattr(obj, "stored_kind", ""), [])
        return [*self.inlines, *details]

    @admin.action(permissions=["change"], description="Approve")
    def approve(self, request: HttpRequest, events: QuerySet[Event]) -> None:
        """Show them to the public; those without evidence stay as they are."""
        cited = Exists(Citation.objects.filter(event=OuterRef("pk")))
        sound = events.order_by().alias(is_cited=cited)
        bare = sound.filter(is_cited=False, editor_note="")
        refused = list(bare.values_list("title", flat=True))
        shown = self._set_status(
            sound.exclude(pk__in=bare.values("pk")), Status.APPROVED
        )
        messages.success(request, f"{shown} approved.")
        for title in refused:
            messages.error(request, f"“{title}” stays as it is. {UNSUPPORTED}")

    @admin.action(permissions=["change"], description="Return to draft")
    def return_to_draft(self, request: HttpRequest, events: QuerySet[Event]) -> None:
        """Hide them from the public."""
        hidden = self._set_status(events.order_by(), Status.DRAFT)
        messages.success(request, f"{hidden} returned to draft.")

    def _set_status(self, events: QuerySet[Event], status: Status) -> int:
        """Set the status of those that have another; history is kept by the database."""
        pks = list(events.exclude(status=status).values_list("pk", flat=True))
        return Event.objects.filter(pk__in=pks).update(status=status)
