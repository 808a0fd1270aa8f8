"""Commitments: what was promised, by when, and how it stood each quarter."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from talks.queries import commitments
from talks.queries.cards import by_month
from talks.queries.commitments import SCALE, State
from talks.views.asked import Asked

# what an analyst looks for first: what is past its day, then what is to come
PRESSING = (State.BROKEN, State.OVERDUE, State.UNHEARD, State.UPCOMING)


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Show every promise by agreement, with its status by quarter."""
    asked = Asked.of(request, today=timezone.localdate())
    found = commitments.agreements(day=asked.day, language=get_language() or "en")
    promises = [promise for agreement in found for promise in agreement.promises]
    dated = [promise for promise in promises if promise.due]
    context = {
        "asked": asked,
        "agreements": found,
        "quarters": commitments.quarters(promises),
        "scale": SCALE,
        "pressing": [
            (state, [promise for promise in dated if promise.state == state])
            for state in PRESSING
        ],
    }
    return render(request, "commitments/page.html", context)


@require_safe
def show(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one promise: its day, what judged it, and what came after its day."""
    asked = Asked.of(request, today=timezone.localdate())
    language = get_language() or "en"
    promise = commitments.one(slug, day=asked.day, language=language)
    if promise is None:
        raise Http404
    context = {
        "asked": asked,
        "promise": promise,
        "after": by_month(commitments.aftermath(promise, language=language)),
        "scale": SCALE,
    }
    return render(request, "commitments/promise.html", context)
