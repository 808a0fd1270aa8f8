"""New and changed: what a visitor has not seen since a day."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from talks.filters import Problem, reading
from talks.queries import news
from talks.queries.cards import by_month

# as far back as a visitor who names no day is told
USUAL = timedelta(7)


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Show what is new or changed since the day that the address names."""
    now = timezone.now()
    day, problems = _read(request, now.date())
    moment = datetime.combine(day, time(), UTC)
    found = news.since(moment, now=now, language=get_language() or "en")
    context = {
        "since": day,
        "today": now.date(),
        "news": found,
        "problems": problems,
        "months": by_month(found.new),
    }
    return render(request, "changes/page.html", context)


def _read(request: HttpRequest, today: date) -> tuple[date, list[Problem]]:
    reader = reading.Reader(request.GET)
    day = reader.one("since", reading.read_first_day)
    if day and day > today:
        reader.complain("since", str(day), _("This day has not come yet."))
        day = None
    return day or today - USUAL, reader.problems
