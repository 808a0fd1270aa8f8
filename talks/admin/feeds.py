"""The addresses that are polled, how that is going, and what a new one would bring."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.html import format_html
from django.views.decorators.http import require_POST

from talks import tasks
from talks.admin import hints
from talks.admin.rows import RowAdmin
from talks.ingest import arrivals, polling
from talks.models import Feed, Source
from talks.queries import runs

_MOST_SHOWN, _MOST_RUNS = 20, 20


class HealthFilter(admin.SimpleListFilter):
    """Narrows the feeds to those that are well, failing, or off."""

    title = "health"
    parameter_name = "health"
    _BY_HEALTH = {
        "well": Q(is_on=True, retired_at=None, failures=0),
        "failing": Q(is_on=True, retired_at=None, failures__gt=0),
        "off": Q(is_on=False) | Q(retired_at__isnull=False),
    }

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Offer each health by its name."""
        return [(health, health.capitalize()) for health in self._BY_HEALTH]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> Any:
        """Keep those of the health asked for."""
        wanted = self._BY_HEALTH.get(self.value() or "")
        return queryset.filter(wanted) if wanted else queryset


def say_health(feed: Feed, *, reason: str = "") -> str:
    """Say in a few words how polling it goes; `reason` is why it failed the last time."""
    if feed.retired_at:
        return "retired"
    if not feed.is_on:
        return f"off: needs {feed.needs}" if feed.needs else "paused"
    if feed.disabled_at:
        return f"given up for now: {feed.disabled_reason}"
    if feed.failures:
        often = f"failing ({feed.failures:g} times)"
        return f"{often}: {reason}" if reason else often
    return "well" if feed.last_success_at else "not polled yet"


_MACHINE: list[Any] = [
    *("next_poll_at", "claimed_until", "etag", "last_modified"),
    *("last_polled_at", "last_success_at", "last_new_at", "failures"),
    *("disabled_at", "disabled_reason", "moved_to", "moved_times", "retired_at"),
]


class TryForm(forms.Form):
    """An address to be tried as a feed; what else was filled in is carried along."""

    address = forms.URLField(max_length=1000, assume_scheme="https")
    adapter = forms.ChoiceField(choices=Feed.Adapter)
    options = forms.JSONField(
        required=False,
        initial=dict,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="What this adapter needs, e.g. a query.",
    )
    source = forms.ModelChoiceField(
        Source.objects.all(), required=False, widget=forms.HiddenInput
    )
    language = forms.CharField(required=False, max_length=3, widget=forms.HiddenInput)

    def clean_options(self) -> Any:
        """Take nothing for no options."""
        return self.cleaned_data["options"] or {}

    def feed(self) -> Feed:
        """Return it as a feed that is not saved."""
        source = self.cleaned_data["source"] or Source()
        return Feed(**{**self.cleaned_data, "source": source})

    def fields_to_add(self) -> str:
        """Return the query that fills the form of a new feed with this."""
        given = {
            **self.cleaned_data,
            "source": getattr(self.cleaned_data["source"], "pk", ""),
            "options": json.dumps(self.cleaned_data["options"]),
        }
        return urlencode({name: value for name, value in given.items() if value})


@admin.register(Feed)
class FeedAdmin(RowAdmin):
    """Feeds with their health at a glance."""

    list_display = [
        *("address", "source", "health", "last_success_at", "last_new_at"),
        *("next_poll_at", "is_on", "adapter", "language"),
    ]
    list_select_related = ["source"]
    list_filter = [HealthFilter, "adapter", "language"]
    search_fields = ["address", "source__name", "source__name_ar"]
    autocomplete_fields = ["source"]
    actions = ["poll_now", "pause", "resume"]
    fieldsets = [
        (None, {"fields": ["source", "address", ("adapter", "language"), "options"]}),
        (
            "Polling",
            {"fields": [("is_on", "interval_minutes"), "needs", "robots_exception"]},
        ),
        ("Kept by the machine", {"fields": _MACHINE, "classes": ["collapse"]}),
    ]
    readonly_fields = _MACHINE

    def save_model(
        self, request: HttpRequest, obj: Any, form: Any, change: Any
    ) -> None:
        """Poll a new feed as soon as may be."""
        if not change:
            obj.next_poll_at = timezone.now()
        super().save_model(request, obj, form, change)

    def get_urls(self) -> list[URLPattern]:
        """Add the page that tries an address, and the buttons of a feed's page."""
        view = self.admin_site.admin_view
        tell = view(require_POST(self.tell))
        return [
            path("try/", view(self.try_address), name="talks_feed_try"),
            path("<int:pk>/tell/", tell, name="talks_feed_tell"),
            *super().get_urls(),
        ]

    def try_address(self, request: HttpRequest) -> HttpResponse:
        """Show what an address would bring; asks it once and stores nothing."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        asked = request.method == "POST"
        form = TryForm(request.POST if asked else None, initial=_asked_for(request))
        context = {
            **self.admin_site.each_context(request),
            "title": "Try an address",
            "opts": self.opts,
            "form": form,
            **(_foreseen(form.feed()) if asked and form.is_valid() else {}),
        }
        return TemplateResponse(request, "admin/talks/feed/try.html", context)

    def tell(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Do to one feed, from its own page, what the list does to those chosen."""
        verbs = {"poll": self.poll_now, "pause": self.pause, "resume": self.resume}
        verb = verbs.get(request.POST.get("verb", ""))
        if verb is None or not self.has_change_permission(request):
            raise PermissionDenied
        verb(request, Feed.objects.filter(pk=pk))
        return redirect("admin:talks_feed_change", pk)

    def render_change_form(
        self, request: Any, context: Any, *args: Any, **kwargs: Any
    ) -> Any:
        """Show how it goes before the form, and the last runs after it."""
        if feed := kwargs.get("obj"):
            context = {
                **context,
                "health": self.health(feed),
                "runs": runs.last_runs(feed.pk, most=_MOST_RUNS),
                "columns": runs.COLUMNS,
            }
        return super().render_change_form(request, context, *args, **kwargs)

    def get_changeform_initial_data(self, request: HttpRequest) -> Any:
        """Fill a new feed's form with what was tried."""
        return _asked_for(request)

    def get_queryset(self, request: HttpRequest) -> Any:
        """Load along why a failing feed failed the last time."""
        rows = super().get_queryset(request)
        return rows.annotate(refusal=runs.latest_refusal())

    @admin.display(ordering="failures")
    def health(self, feed: Any) -> str:
        """Say how polling it goes, in words that a colour only repeats."""
        said = say_health(feed, reason=feed.refusal)
        return format_html('<span class="health {}">{}</span>', said.split()[0], said)

    @admin.action(permissions=["change"], description="Poll now")
    def poll_now(self, request: HttpRequest, feeds: QuerySet[Feed]) -> None:
        """Make them due, and tell a worker."""
        due = feeds.filter(is_on=True, retired_at=None)
        pks = list(due.values_list("pk", flat=True))
        for pk in pks:
            polling.make_due(pk, now=timezone.now())
            hints.send(tasks.poll_feed, feed_id=pk)
        messages.success(request, f"{len(pks)} will be polled within a minute.")

    @admin.action(permissions=["change"], description="Pause")
    def pause(self, request: HttpRequest, feeds: QuerySet[Feed]) -> None:
        """Poll them no more until resumed."""
        messages.success(request, f"{feeds.update(is_on=False)} paused.")

    @admin.action(permissions=["change"], description="Resume")
    def resume(self, request: HttpRequest, feeds: QuerySet[Feed]) -> None:
        """Poll them afresh, retired ones too, except those that still need something."""
        ready = feeds.filter(needs="")
        count = ready.update(
            is_on=True,
            next_poll_at=timezone.now(),
            failures=0,
            disabled_at=None,
            disabled_reason="",
            retired_at=None,
        )
        messages.success(request, f"{count} resumed.")
        for feed in feeds.exclude(needs=""):
            messages.error(request, f"{feed} needs {feed.needs} first.")


def _asked_for(request: HttpRequest) -> dict[str, Any]:
    """Return what the address fills in; its options are JSON within it."""
    given: dict[str, Any] = request.GET.dict()
    try:
        given["options"] = json.loads(given.get("options") or "{}")
    except ValueError:
        del given["options"]
    return given


def _foreseen(feed: Feed) -> dict[str, Any]:
    """Ask the feed once, and say what would become of each of its entries."""
    preview = polling.preview(feed, now=timezone.now(), door=tasks.door())
    fates = arrivals.foresee(preview.entries, feed=feed)
    return {
        "preview": preview,
        "entries": list(zip(preview.entries, fates, strict=True))[:_MOST_SHOWN],
        "fates": Counter(fates),
        "known": Feed.objects.filter(address=feed.address).first(),
    }
