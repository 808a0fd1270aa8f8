"""Two periods of the timeline side by side."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from talks.filters.comparison import ComparisonFilter
from talks.queries.comparison import compare


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Show the periods that the address names, or the form to name them."""
    asked = ComparisonFilter.parse(request.GET)
    found = None
    if asked.a and asked.b:
        found = compare(
            asked,
            asked.a,
            asked.b,
            day=asked.events.known_by or timezone.localdate(),
            language=get_language() or "en",
        )
    return render(request, "comparison/page.html", {"asked": asked, "found": found})
