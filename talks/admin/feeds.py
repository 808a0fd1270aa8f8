"""The addresses that are polled, how that is going, and what a new one would bring."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html

from talks import tasks
from talks.admin import hints
from talks.admin.rows import RowAdmin
from talks.ingest import polling
from talks.models import Feed

_MOST_SHOWN = 20


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


def say_health(feed: Feed) -> str:
    """Say in a few words how polling it goes."""
    if feed.retired_at:
        return "retired"
    if not feed.is_on:
        return f"off: needs {feed.needs}" if feed.needs else "paused"
    if feed.disabled_at:
        return f"given up for now: {feed.disabled_reason}"
    if feed.failures:
        return f"failing ({feed.failures} times)"
    return "well" if feed.last_success_at else "not polled yet"


_MACHINE: list[Any] = [
    *("health", "steps", "next_poll_at", "claimed_until", "etag", "last_modified"),
    *("last_polled_at", "last_success_at", "last_new_at", "failures"),
    *("disabled_at", "disabled_reason", "moved_to", "moved_times", "retired_at"),
]


class TryForm(forms.Form):
    """An address to be tried as a feed."""

    address = forms.URLField(max_length=1000, assume_scheme="https")
    adapter = forms.ChoiceField(choices=Feed.Adapter)
    options = forms.JSONField(
        required=False,
        initial=dict,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="What this adapter needs, e.g. a query.",
    )

    def clean_options(self) -> Any:
        """Take nothing for no options."""
        return self.cleaned_data["options"] or {}


@admin.register(Feed)
class FeedAdmin(RowAdmin):
    """Feeds with their health at a glance."""

    list_display = [
        *("address", "source", "adapter", "language", "health", "last_success_at"),
        *("last_new_at", "next_poll_at", "is_on"),
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
        ("Kept by the machine", {"fields": _MACHINE}),
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
        """Add the page that tries an address."""
        attempt = self.admin_site.admin_view(self.try_address)
        return [path("try/", attempt, name="talks_feed_try"), *super().get_urls()]

    def try_address(self, request: HttpRequest) -> HttpResponse:
        """Show what an address would bring; asks it once and stores nothing."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        asked = request.method == "POST"
        form = TryForm(request.POST if asked else None, initial=request.GET.dict())
        preview = None
        if asked and form.is_valid():
            feed = Feed(**form.cleaned_data)
            preview = polling.preview(feed, now=timezone.now(), door=tasks.door())
        context = {
            **self.admin_site.each_context(request),
            "title": "Try an address",
            "opts": self.opts,
            "form": form,
            "preview": preview,
            "entries": preview.entries[:_MOST_SHOWN] if preview else (),
        }
        return TemplateResponse(request, "admin/talks/feed/try.html", context)

    @admin.display(ordering="failures")
    def health(self, feed: Feed) -> str:
        """Say how polling it goes, in words that a colour only repeats."""
        said = say_health(feed)
        return format_html('<span class="health {}">{}</span>', said.split()[0], said)

    @admin.display(description="polls so far")
    def steps(self, feed: Feed) -> str:
        """Lead to what was tried."""
        if not feed.pk:
            return "-"
        address = reverse("admin:talks_fetch_changelist")
        return format_html('<a href="{}?feed={}">Steps</a>', address, feed.pk)

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
        """Poll them again, except those that still need something."""
        ready = feeds.filter(needs="")
        count = ready.update(is_on=True, next_poll_at=timezone.now(), failures=0)
        messages.success(request, f"{count} resumed.")
        for feed in feeds.exclude(needs=""):
            messages.error(request, f"{feed} needs {feed.needs} first.")
