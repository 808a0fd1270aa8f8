"""An event's public page as it would be, before anybody but staff can see it."""

from __future__ import annotations

from copy import copy
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import resolve
from django.utils import translation
from django.views.decorators.http import require_GET

from talks.models import Event, Figure, ProposedChange
from talks.models.base import history_apart
from talks.review import proposed, replay

may_look = permission_required("talks.view_event", raise_exception=True)


@require_GET
@may_look
def event(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an event that is not approved as if it were."""
    held = get_object_or_404(Event, pk=pk)
    return replay.rehearse(lambda: show(request, held))


@require_GET
@may_look
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an event as a change would make it."""
    held = get_object_or_404(ProposedChange, pk=pk, event__isnull=False)
    event: Any = held.event
    with history_apart(user=held.author_id):
        return proposed.rehearse(held, lambda: show(request, event))


def show(request: HttpRequest, event: Event) -> HttpResponse:
    """Return the public page of the event, approved for the moment.

    Only within a rehearsal: it approves the event for everybody.
    """
    held = Event.objects.get(pk=event.pk)
    if held.status != Event.Status.APPROVED:
        held.figures.update(status=Figure.Status.APPROVED)
        Event.objects.filter(pk=held.pk).update(status=Event.Status.APPROVED)
    with translation.override(_language(request)):
        page = resolve(held.get_absolute_url())
        seen: Any = copy(request)
        seen.method, seen.is_preview = "GET", True
        answer: HttpResponse = page.func(seen, *page.args, **page.kwargs)
    return answer


def _language(request: HttpRequest) -> str:
    asked = request.GET.get("language", "")
    return asked if asked in dict(settings.LANGUAGES) else translation.get_language()
