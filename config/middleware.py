"""What every answer carries, and how often one may knock at the staff door."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

Answer = Callable[[HttpRequest], HttpResponse]

# The site asks nothing of the visitor's device, and nothing it embeds may.
POLICY = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "magnetometer",
        "microphone",
        "payment",
        "usb",
    )
)
FAILED_LOGINS = 10
FORGOTTEN_AFTER = 15 * 60


def permissions_policy(get_response: Answer) -> Answer:
    """Say with every answer that no page of ours uses the visitor's device."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", POLICY)
        return response

    return answer


def login_limit(get_response: Answer) -> Answer:
    """Answer 429 to an address that failed ten times within a quarter of an hour."""

    def answer(request: HttpRequest) -> HttpResponse:
        if request.method != "POST" or request.path != reverse("admin:login"):
            return get_response(request)
        key = f"failed-logins:{visitor(request)}"
        if cache.get(key, 0) >= FAILED_LOGINS:
            return HttpResponse(
                "Too many failed logins; try again in a quarter of an hour.\n",
                status=HTTPStatus.TOO_MANY_REQUESTS,
                content_type="text/plain",
            )
        response = get_response(request)
        # A login that worked leads elsewhere; one that failed shows the form again.
        if response.status_code == HTTPStatus.OK:
            cache.add(key, 0, FORGOTTEN_AFTER)
            cache.incr(key)
        return response

    return answer


def visitor(request: HttpRequest) -> str:
    """Return the visitor's address: as our proxy saw it, where there is one."""
    seen: str = request.META["REMOTE_ADDR"]
    if settings.BEHIND_PROXY:
        # Proxies append, so only the last entry is written by ours.
        chain: str = request.META.get("HTTP_X_FORWARDED_FOR", seen)
        return chain.rpartition(",")[2].strip()
    return seen
