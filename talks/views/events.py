"""One event, with its evidence."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from talks.filters import past
from talks.queries import events
from talks.views import linked


@require_safe
def show(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a published event."""
    today = timezone.now().date()
    language = get_language() or "en"
    detail = events.detail(slug, today=today, language=language, known_by=past.day())
    if detail is None:
        raise Http404
    here = request.build_absolute_uri(reverse("event", args=[slug]))
    context = {"event": detail, "linked": linked.event(detail, here)}
    return render(request, "events/page.html", context)
