"""Any page as of a past day: read once from the address, for queries and links alike."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from talks.filters import past

Answer = Callable[[HttpRequest], HttpResponse]


def look_back(get_response: Answer) -> Answer:
    """Make the page as of the day that the address names."""

    def answer(request: HttpRequest) -> HttpResponse:
        to, _problems = past.read(request.GET, today=timezone.localdate())
        with past.looking_back(to):
            return get_response(request)

    return answer
