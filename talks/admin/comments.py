"""What staff say about a record, on its page: who, when, never edited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from talks.models import Comment

LONGEST = 5000
may_say = permission_required("talks.add_comment", raise_exception=True)


@dataclass(frozen=True, slots=True)
class Panel:
    """The comments on a record, and where another is sent."""

    said: list[Comment]
    address: str


def panel(row: models.Model) -> Panel:
    """Return what was said of the record."""
    address = reverse("admin:comment", args=[row._meta.model_name, row.pk])
    return Panel(list(Comment.objects.on(row)), address)


@require_POST
@may_say
def add(request: Any, noun: str, pk: int) -> HttpResponse:
    """Keep a comment on a record that this person may see."""
    row = _find(request, noun, pk)
    text = request.POST.get("text", "").replace("\0", "").strip()
    if not text:
        messages.error(request, "Write something.")
    elif len(text) > LONGEST:
        messages.error(request, f"At most {LONGEST} characters, please.")
    else:
        now = timezone.now()
        Comment.objects.create(about=row, text=text, by=request.user, at=now)
        messages.success(request, "Your comment is kept.")
    return HttpResponseRedirect(f"{_page_to_return_to(request)}#comments")


def _find(request: Any, noun: str, pk: int) -> models.Model:
    """Return the record; its noun is one that this person may look at."""
    try:
        model = apps.get_model("talks", noun)
    except LookupError:
        raise Http404 from None
    # who sees an event sees what is proposed for it
    seen = "event" if noun == "proposedchange" else noun
    if not request.user.has_perm(f"talks.view_{seen}"):
        raise PermissionDenied
    row: models.Model = get_object_or_404(model, pk=pk)
    return row


def _page_to_return_to(request: HttpRequest) -> str:
    """Return the page the comment was written on."""
    wanted = request.POST.get("next", "")
    here = {request.get_host()}
    safe = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts=here, require_https=request.is_secure()
    )
    return wanted if safe else reverse("admin:index")
