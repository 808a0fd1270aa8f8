"""Places: the list, and one of them."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from talks.filters import past
from talks.queries import places
from talks.queries.cards import by_month


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """Show every place."""
    rows = places.listing(get_language() or "en", known_by=past.day())
    return render(request, "places/list.html", {"rows": rows})


@require_safe
def show(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one place with its newest events."""
    detail = places.detail(slug, get_language() or "en", known_by=past.day())
    if detail is None:
        raise Http404
    context = {"place": detail, "months": by_month(detail.cards)}
    return render(request, "places/page.html", context)
