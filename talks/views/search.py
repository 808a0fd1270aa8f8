"""One search box over everything."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from talks.filters import SearchFilter
from talks.queries.search import answer


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Show how a search was understood, and what was found of each kind."""
    language = get_language() or "en"
    asked = SearchFilter.parse(
        request.GET, today=timezone.localdate(), language=language
    )
    context = {"asked": asked, "answer": answer(asked, language)}
    return render(request, "search/page.html", context)
