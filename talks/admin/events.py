"""Events with all that hangs on them, on one page."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.admin.helpers import ActionForm
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from talks.admin import preview
from talks.admin.citations import CitationInline
from talks.admin.commitments import CommitmentInline
from talks.admin.embargo import EmbargoViolationInline
from talks.admin.figures import FigureInline
from talks.admin.governed import APPROVE, GovernedAdmin, may_decide_alone
from talks.admin.rounds import RoundInline
from talks.admin.rows import RowForm, TabularRows, forget_messages, how_many
from talks.admin.signoff import take_down
from talks.admin.translations import TranslationFilter
from talks.admin.truces import BrokenTruceInline, TruceInline
from talks.admin.typed import DateTyped
from talks.models import (
    Citation,
    Event,
    EventPlace,
    Figure,
    Participation,
    ProposedChange,
)
from talks.queries import desk
from talks.queries import signoff as reads
from talks.review import proposed, replay, signoff
from talks.review.refusals import Refused

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

    # Whether it is to be approved as soon as it is saved.
    approving: ClassVar[bool] = False

    def clean(self) -> dict[str, Any]:
        """Keep a kind whose detail has been entered."""
        cleaned = super().clean()
        self.instance.is_to_be_shown = self.approving
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


class ChangedSinceFilter(admin.SimpleListFilter):
    """Narrows the list to approved events of which a change waits."""

    title = "change since approval"
    parameter_name = "changed"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Offer the one choice."""
        return [("yes", "Approved, but changed since")]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        """Keep those with a change that waits or is being written."""
        if not self.value():
            return queryset
        return queryset.filter(_changed_since(), status=Status.APPROVED)


class ReasonForm(ActionForm):
    """What is done to several rows, and why."""

    reason = forms.CharField(
        required=False,
        label="Why (to return them)",
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )


@admin.register(Event)
class EventAdmin(GovernedAdmin):
    """What happened, and the evidence for it."""

    form = EventForm
    list_display = [
        *("title", "when", "kind", "track", "modality", "standing", "citations")
    ]
    list_filter = [
        *("status", ChangedSinceFilter, "kind", "track", "modality", "date_precision"),
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
            {"fields": ["standing", "editor_note", "discounted_reason", "slug"]},
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
    readonly_fields = [
        *("standing", "report_words", "known_on", "created_at", "changed_at")
    ]
    prepopulated_fields = {"slug": ["title"]}
    inlines = [ParticipationInline, EventPlaceInline, CitationInline, FigureInline]
    steps = frozenset(("send_for_review", "approve", "return_to_draft"))
    actions = ["send_for_review", "approve", "return_to_draft"]
    action_form = ReasonForm
    save_on_top = True

    @admin.display(ordering="earliest")
    def when(self, event: Event) -> str:
        """Print the date as exactly as it is known."""
        return str(event.date)

    @admin.display(ordering="times_cited")
    def citations(self, event: Any) -> int:
        """Count the citations."""
        return int(event.times_cited)

    @admin.display(description="status", ordering="status")
    def standing(self, event: Any) -> str:
        """Say whether the public sees it, and whether a change of it waits."""
        is_changed = event.status == Status.APPROVED and event.is_changed
        return "Approved, changed since" if is_changed else event.get_status_display()

    @admin.display(description="date in the report's words")
    def report_words(self, event: Event) -> str:
        """Quote how the date was given."""
        return event.date_words or "-"

    def get_queryset(self, request: HttpRequest) -> Any:
        """Count each event's citations along."""
        cited = how_many(Citation.objects.all(), "event")
        rows = super().get_queryset(request)
        return rows.annotate(times_cited=cited, is_changed=_changed_since())

    def save_model(self, request: Any, obj: Any, form: Any, change: Any) -> None:
        """Leave alone what nobody changed: whoever saves is its author."""
        if not change or form.has_changed():
            super().save_model(request, obj, form, change)

    def save_related(self, request: Any, form: Any, formsets: Any, change: Any) -> None:
        """Point out events like a new one, which it may repeat."""
        super().save_related(request, form, formsets, change)
        request.saved = form.instance
        if not form.has_changed() and any(each.has_changed() for each in formsets):
            # whichever of its parts was changed, the event says that it was revised
            form.instance.save(update_fields=["changed_at"])
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

    def save_formset(self, request: Any, form: Any, formset: Any, change: Any) -> None:
        """Show new figures if and when the event is shown."""
        if formset.model is Figure:
            for each in formset.extra_forms:
                each.instance.status = _status_of_a_figure(form.instance)
        super().save_formset(request, form, formset, change)

    def get_form(self, request: Any, obj: Any = None, *args: Any, **kwargs: Any) -> Any:
        """Tell the form whether the event is to be approved at once."""
        form = super().get_form(request, obj, *args, **kwargs)
        return type(form.__name__, (form,), {"approving": "_approve" in request.POST})

    def govern(self, request: Any, do: Any) -> Any:
        """Show what the public would see, if that is all that is asked."""
        if "_preview" not in request.POST:
            return super().govern(request, do)
        held = getattr(request, "continued", None)
        see = partial(self._see, request, do)
        return proposed.rehearse(held, see) if held else replay.rehearse(see)

    def _see(self, request: Any, do: Any) -> Any:
        answer = do()
        if hasattr(request, "saved"):
            forget_messages(request)
            return preview.show(request, request.saved)
        return answer.render() if isinstance(answer, TemplateResponse) else answer

    def stood(self, request: Any) -> None:
        """Send or approve the event that was saved, as asked."""
        event, asked = getattr(request, "saved", None), request.POST
        if event is None or event.status == Status.APPROVED:
            return
        if "_approve" in asked and request.user.has_perm(APPROVE):
            self._take(request, self._approve_one, [event])
        elif {"_review", "_approve"} & asked.keys() and event.status == Status.DRAFT:
            self._take(request, signoff.send, [event])

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Have an approved event taken down first, which two decide."""
        may = super().has_delete_permission(request, obj)
        is_shown = obj is not None and obj.status == Status.APPROVED
        return may and (not is_shown or may_decide_alone(request))

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> Any:
        """Show the steps of the sign-off above the changes."""
        event = self.get_object(request, object_id)
        told = {"steps": reads.steps_of(event)} if event else {}
        return super().history_view(
            request, object_id, {**(extra_context or {}), **told}
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

    @admin.action(permissions=["change"], description="Send for review")
    def send_for_review(self, request: Any, events: QuerySet[Event]) -> None:
        """Have drafts wait for a second person."""
        self._take(request, signoff.send, events)

    @admin.action(permissions=["approve"], description="Approve")
    def approve(self, request: Any, events: QuerySet[Event]) -> None:
        """Show them to the public; what cannot be approved stays, and why is said."""
        self._take(request, self._approve_one, events)

    @admin.action(permissions=["approve"], description="Return to draft")
    def return_to_draft(self, request: Any, events: QuerySet[Event]) -> None:
        """Give back what waits, and hide what is shown, with a reason."""
        reason = request.POST.get("reason", "")
        shown = list(events.filter(status=Status.APPROVED))
        if not reason.strip():
            messages.error(request, "Say why, in the field beside the action.")
            return
        give_back = partial(signoff.give_back, reason=reason)
        self._take(request, give_back, events.filter(status=Status.IN_REVIEW))
        take_down(request, shown, reason=reason)

    def has_approve_permission(self, request: HttpRequest) -> bool:
        """Tell whether this person may approve and return events."""
        return request.user.has_perm(APPROVE)

    def _approve_one(self, event: Event, *, by: Any, now: Any) -> Any:
        return signoff.approve(event, by=by, now=now, alone=settings.SIGN_OFF_ALONE)

    def _take(self, request: Any, step: Any, events: Iterable[Event]) -> None:
        """Take the step with each event that allows it; say of the others why not."""
        done = 0
        for event in events:
            try:
                taken = step(event, by=request.user, now=timezone.now())
                done += 1
            except Refused as refusal:
                messages.error(request, f"“{event}” stays as it is. {refusal}")
        if done:
            said = taken.get_verb_display().lower()
            messages.success(request, f"{done} {said}.")


def _changed_since() -> Exists:
    return Exists(ProposedChange.objects.open().filter(event=OuterRef("pk")))


def _status_of_a_figure(event: Event) -> Figure.Status:
    shown = event.status == Status.APPROVED
    return Figure.Status.APPROVED if shown else Figure.Status.DRAFT
