"""The overview: where things stand, and what the words mean."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from talks.filters import past
from talks.queries import overview
from talks.queries.cards import by_month
from talks.views.asked import Asked


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Show where things stand today, or stood on a past day."""
    now, known_by = timezone.now(), past.day()
    asked = Asked.of(request, today=now.date())
    found = overview.overview(
        now, get_language() or "en", known_by=known_by, standard=asked.standard
    )
    context = {
        "asked": asked,
        "now": found,
        "today": known_by or now.date(),
        "months": by_month(found.latest),
    }
    return render(request, "overview/page.html", context)
