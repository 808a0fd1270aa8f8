"""The method: how this is made, and what its words mean."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from talks.queries import claims, rounds, truces

# The page prints the very numbers that the code counts by.
RULES = {
    "behind": claims.KEEPS_UP.days,
    "level": claims.LEVEL_STANDS.days,
    "gap": claims.LEVEL_IS_DRAWN.days,
    "window": truces.LONGEST_WINDOW.days,
    "fewest": truces.FEWEST,
    "patience": rounds.PATIENCE.days,
}


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Show what each word means; its lists are those of the code."""
    return render(request, "method/page.html", {"rules": RULES})
