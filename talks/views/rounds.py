"""Talks: the series of rounds as one picture, then each round with who came."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language, get_language_bidi
from django.views.decorators.http import require_safe

from talks.charts import rounds as drawing
from talks.queries import rounds
from talks.views.asked import Asked


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Show every series of talks."""
    asked = Asked.of(request, today=timezone.localdate())
    series = rounds.series(day=asked.day, language=get_language() or "en")
    context = {
        "asked": asked,
        "series": series,
        "picture": drawing.draw(series, from_right=get_language_bidi()),
        "promises": rounds.promises(series, day=asked.day),
    }
    return render(request, "talks/page.html", context)
