"""Who publishes, the addresses that are polled, and how that is going."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from talks.admin.rows import ReadOnlyAdmin, RowAdmin, TabularRows, how_many
from talks.admin.translations import TranslationFilter
from talks.models import Feed, Host, Source


class FeedInline(TabularRows):
    """The addresses of the source that are polled."""

    model = Feed
    fields = ["address", "adapter", "language", "is_on", "interval_minutes", "needs"]
    show_change_link = True

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Send people to the feed's own page, where its address can be tried."""
        return False


@admin.register(Source)
class SourceAdmin(RowAdmin):
    """Publishers, with how far they can be relied on and what of theirs may be shown."""

    list_display = [
        "name",
        "kind",
        "country",
        "lean",
        "reliability",
        "text_rule",
        "feed_count",
    ]
    list_filter = [
        *("kind", "lean", "reliability", "text_rule"),
        TranslationFilter.of("name"),
    ]
    search_fields = ["name", "name_ar", "name_fr", "slug", "homepage"]
    prepopulated_fields = {"slug": ["name"]}
    inlines = [FeedInline]

    def get_queryset(self, request: HttpRequest) -> Any:
        """Count the feeds along."""
        return (
            super()
            .get_queryset(request)
            .annotate(feeds_held=how_many(Feed.objects.all(), "source"))
        )

    @admin.display(description="feeds", ordering="feeds_held")
    def feed_count(self, source: Any) -> int:
        """Count the addresses that are polled."""
        return int(source.feeds_held)


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
        """Make them due; the scheduler takes them within a minute."""
        due = feeds.filter(is_on=True, retired_at=None)
        count = due.update(next_poll_at=timezone.now(), claimed_until=None)
        messages.success(request, f"{count} will be polled within a minute.")

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


@admin.register(Host)
class HostAdmin(ReadOnlyAdmin):
    """Web servers we ask, and what they allow."""

    list_display = ["name", "next_request_at", "robots_read_at"]
    search_fields = ["name"]
