"""What search engines are told is here, in each language, and when it last changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from talks.models import Actor, Commitment, Event, Figure, Place, Truce


class Pages(Sitemap):  # type: ignore[type-arg]
    """The pages that are there whatever is published."""

    i18n = alternates = x_default = True

    def items(self) -> Sequence[str]:
        return [
            *("overview", "timeline", "talks", "truces", "commitments", "embargo"),
            *("figures", "actors", "places", "map", "articles", "changes", "method"),
        ]

    def location(self, item: str) -> str:
        return reverse(item)


class Events(Sitemap):  # type: ignore[type-arg]
    """Every published event."""

    i18n = alternates = x_default = True
    limit = 5_000

    def items(self) -> QuerySet[Event]:
        return Event.objects.published().order_by("id").only("slug", "changed_at")

    def lastmod(self, item: Event) -> datetime:
        return item.changed_at


class Records(Sitemap):  # type: ignore[type-arg]
    """Actors, places, truces, commitments and measures: page and name."""

    i18n = alternates = x_default = True

    def items(self) -> Sequence[tuple[str, str]]:
        shown = Event.objects.published()
        found = {
            "actor": Actor.objects.values_list("slug"),
            "place": Place.objects.values_list("slug"),
            "truce": Truce.objects.filter(event__in=shown).values_list("event__slug"),
            "commitment": Commitment.objects.filter(agreement__in=shown).values_list(
                "slug"
            ),
            "figure": Figure.objects.published().values_list("measure").distinct(),
        }
        return [
            (page, slug) for page, rows in found.items() for (slug,) in sorted(rows)
        ]

    def location(self, item: tuple[str, str]) -> str:
        page, slug = item
        return reverse(page, args=[slug])


SITEMAPS = {"pages": Pages, "events": Events, "records": Records}


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Ask robots to leave out what staff use, and lists narrowed in every possible way."""
    index = request.build_absolute_uri(reverse("sitemaps"))
    lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /*?", f"Sitemap: {index}"]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain")
