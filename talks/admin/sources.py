"""Who publishes, and the servers that are asked."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

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


@admin.register(Host)
class HostAdmin(ReadOnlyAdmin):
    """Web servers we ask, and what they allow."""

    list_display = ["name", "next_request_at", "robots_read_at"]
    search_fields = ["name"]
