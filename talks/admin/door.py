"""The way in for staff: in the language they chose, and with a second factor."""

from __future__ import annotations

from collections.abc import Callable

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation

Answer = Callable[[HttpRequest], HttpResponse]


class Accounts(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are made by an administrator, never by a visitor."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Say no."""
        return False


def staff_door(get_response: Answer) -> Answer:
    """Speak the chosen language to staff, and let nobody in with a password alone."""

    def answer(request: HttpRequest) -> HttpResponse:
        if not request.path.startswith(reverse("admin:index")):
            return get_response(request)
        _speak(request)
        return _to_second_factor(request) or get_response(request)

    return answer


def _speak(request: HttpRequest) -> None:
    """Follow the cookie: the admin's addresses carry no language of their own."""
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    if chosen in dict(settings.LANGUAGES):
        translation.activate(chosen)
        request.LANGUAGE_CODE = chosen


def _to_second_factor(request: HttpRequest) -> HttpResponse | None:
    """Lead whoever has no second factor to where they get one."""
    is_on_the_way = request.path.startswith("/admin/account/")
    if not settings.REQUIRE_TWO_FACTOR or is_on_the_way:
        return None
    if request.user.is_anonymous or is_mfa_enabled(request.user):
        return None
    return redirect("mfa_activate_totp")
