"""The admin's own site: its addresses beside the nouns', and the language staff work in."""

from __future__ import annotations

from functools import cache
from typing import Any

from allauth.account.decorators import secure_admin_login
from django.conf import settings
from django.contrib.admin import AdminSite
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, URLResolver, path, reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from talks.admin import (
    comments,
    copies,
    desk,
    giving,
    home,
    imports,
    ingest,
    preview,
    signoff,
)
from talks.admin.typed import understood


class StaffSite(AdminSite):
    """Django's, with a language of its own and the pages that belong to no noun."""

    site_header = "Libya Talks Tracker"
    site_title = "Libya Talks Tracker"
    index_title = "Home"

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """Add the addresses that belong to no noun."""
        ours = [
            path("understood/", self.admin_view(understood), name="understood"),
            path("language/", choose_language, name="language"),
            *self._desk_urls(),
            *self._ingest_urls(),
            *self._sign_off_urls(),
            *self._import_urls(),
        ]
        return [*ours, *super().get_urls()]

    def _desk_urls(self) -> list[URLPattern]:
        view = self.admin_view
        return [
            path("review/", view(desk.queue), name="review"),
            path("review/give/", view(giving.give), name="review-give"),
            path("review/<int:pk>/", view(desk.article), name="review-article"),
            path("review/<int:pk>/all/", view(desk.accept_all), name="review-all"),
            path("review/<int:pk>/here/", view(desk.here), name="review-here"),
            path("review/decide/<int:pk>/", view(desk.decide), name="review-decide"),
            path("review/undo/<int:pk>/", view(desk.undo), name="review-undo"),
        ]

    def _ingest_urls(self) -> list[URLPattern]:
        view = self.admin_view
        judge = "ingest/copies/<int:first>/<int:second>/"
        return [
            path("ingest/", view(ingest.show), name="ingest"),
            path("ingest/again/", view(ingest.again), name="ingest-again"),
            path("ingest/copies/", view(copies.ask), name="ingest-copies"),
            path(judge, view(copies.judge), name="ingest-judge"),
        ]

    def _import_urls(self) -> list[URLPattern]:
        view = self.admin_view
        named = (
            ("import/", imports.listing, "imports"),
            ("import/<slug:noun>.csv", imports.template, "import-template"),
            ("import/<int:pk>/", imports.show, "import"),
            ("import/<int:pk>/write/", imports.write, "import-write"),
            ("import/<int:pk>/take-back/", imports.take_back, "import-take-back"),
        )
        return [path(where, view(what), name=name) for where, what, name in named]

    def _sign_off_urls(self) -> list[URLPattern]:
        view = self.admin_view
        of_event, of_change = "sign-off/events/<int:pk>/", "sign-off/changes/<int:pk>/"
        named = (
            ("sign-off/", signoff.listing, "sign-off"),
            (of_event, signoff.event, "sign-off-event"),
            (of_change, signoff.change, "sign-off-change"),
            (f"{of_event}decide/", signoff.decide_event, "sign-off-event-decide"),
            (f"{of_change}decide/", signoff.decide_change, "sign-off-change-decide"),
            (f"{of_event}preview/", preview.event, "sign-off-event-preview"),
            (f"{of_change}preview/", preview.change, "sign-off-change-preview"),
            ("sign-off/undo/<int:pk>/", signoff.undo, "sign-off-undo"),
            ("comments/<slug:noun>/<int:pk>/", comments.add, "comment"),
        )
        return [path(where, view(what), name=name) for where, what, name in named]

    def login(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """Lead to the one way in, which asks for the second factor too."""
        greeted: HttpResponse = secure_admin_login(super().login)(
            request, extra_context
        )
        return greeted

    def autocomplete_view(self, request: HttpRequest) -> HttpResponse:
        """Refuse a NUL, which PostgreSQL cannot compare with anything."""
        if "\0" in request.GET.get("term", ""):
            raise BadRequest
        return super().autocomplete_view(request)

    def index(self, request: HttpRequest, extra_context: Any = None) -> Any:
        """Begin with what needs doing."""
        chores = home.list_chores(request.user, now=timezone.now())
        return super().index(request, {**(extra_context or {}), "chores": chores})

    def each_context(self, request: Any) -> dict[str, Any]:
        """Offer the languages on every page."""
        return {**super().each_context(request), "languages": settings.LANGUAGES}


@cache
def the_site() -> StaffSite:
    """Return the one site.

    Django asks for it while it imports the nouns, which register with it: whoever asks
    first or again gets the same.
    """
    return StaffSite()


@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Remember the language for the admin, and go back."""
    answer = HttpResponseRedirect(_page_to_return_to(request))
    chosen = request.POST.get("language", "")
    if chosen in dict(settings.LANGUAGES):
        answer.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            chosen,
            max_age=365 * 86_400,
            path=reverse("admin:index"),
            samesite="Lax",
            secure=request.is_secure(),
            httponly=True,
        )
    return answer


def _page_to_return_to(request: HttpRequest) -> str:
    wanted = request.POST.get("next", "")
    here = {request.get_host()}
    safe = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts=here, require_https=request.is_secure()
    )
    return wanted if safe else reverse("admin:index")
