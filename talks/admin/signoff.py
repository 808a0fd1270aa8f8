"""What waits for a second person: the list, one at a time, and what is decided on it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from talks.admin.comments import panel
from talks.admin.governed import APPROVE, may_decide_alone
from talks.models import Event, ProposedChange, SignOff
from talks.queries import signoff as reads
from talks.queries.governed import NOUNS, last_author
from talks.review import proposed, replay, signoff
from talks.review.refusals import Refused
from talks.review.steps import OWN_WORK, need_reason
from talks.review.undoing import UNDOABLE, undo_step

may_look = permission_required("talks.view_event", raise_exception=True)
may_write = permission_required("talks.change_event", raise_exception=True)
may_approve = permission_required(APPROVE, raise_exception=True)

# Where a change is gone on with, by the page that has the first of its rows.
_PAGES = {
    "delegation": ("round", "round_id"),
    "roundstep": ("round", "round_id"),
    "truceparty": ("truce", "truce_id"),
    "obligation": ("commitment", "commitment_id"),
    "commitmentstatus": ("commitment", "commitment_id"),
}


@require_GET
@may_look
def listing(request: Any) -> HttpResponse:
    """List what waits, the longest first, and what was decided last."""
    whose = "others" if request.GET.get("whose") == "others" else ""
    apart_from = request.user if whose else None
    context = {
        "title": "Sign-off",
        "waiting": reads.waiting(apart_from=apart_from),
        "whose": whose,
        "drafts": reads.drafts_of(request.user),
        "steps": _with_undo(request, reads.latest_steps()),
    }
    return _render(request, "admin/signoff/list.html", context)


@require_GET
@may_look
def event(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an event that waits: all that is to be approved."""
    held = get_object_or_404(Event, pk=pk)
    author = last_author(held)
    context = {
        "title": str(held),
        "event": held,
        "author": author,
        "waits": held.status == Event.Status.IN_REVIEW,
        "standing": held.get_status_display(),
        "diff": reads.describe(reads.rows_of(held)),
        "steps": reads.steps_of(held),
        "edit": reverse("admin:talks_event_change", args=[pk]),
        "preview": reverse("admin:sign-off-event-preview", args=[pk]),
        "decide": reverse("admin:sign-off-event-decide", args=[pk]),
        **_for_deciding(request, author, held),
    }
    return _render(request, "admin/signoff/page.html", context)


@require_GET
@may_look
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a change: what it makes of each row, and what has become different since."""
    told = ProposedChange.objects.select_related("event", "author")
    held = get_object_or_404(told, pk=pk)
    waits = held.state == ProposedChange.State.IN_REVIEW
    is_open = held.state in ProposedChange.OPEN
    context = {
        "title": str(held),
        "change": held,
        "event": held.event,
        "author": held.author,
        "waits": waits,
        "standing": held.get_state_display(),
        "is_open": is_open,
        "diff": reads.describe(held.rows),
        "conflicts": list(replay.conflicts(held.rows)) if is_open else [],
        "steps": list(held.sign_offs.select_related("by", "author", "change")),
        "edit": _where_to_go_on(held) if is_open else "",
        "preview": _preview_of(held) if is_open else "",
        "decide": reverse("admin:sign-off-change-decide", args=[pk]),
        **_for_deciding(request, held.author, held),
    }
    return _render(request, "admin/signoff/page.html", context)


@require_POST
@may_write
def decide_event(request: HttpRequest, pk: int) -> HttpResponse:
    """Approve, return or send an event, or take it down."""
    held = get_object_or_404(Event, pk=pk)
    verbs: dict[str, Callable[..., Any]] = {
        "send": lambda **who: signoff.send(held, **who),
        "approve": lambda **who: signoff.approve(
            held, alone=may_decide_alone(request), **who
        ),
        "return": lambda **who: signoff.give_back(held, reason=_reason(request), **who),
    }
    return _decide(request, verbs, free={"send"}, page=("event", pk))


@require_POST
@may_write
def decide_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Approve, return, refuse, withdraw or send a change."""
    held = get_object_or_404(ProposedChange, pk=pk)
    verbs: dict[str, Callable[..., Any]] = {
        "send": lambda **who: proposed.send(held, **who),
        "withdraw": lambda **who: proposed.withdraw(held, **who),
        "approve": lambda **who: proposed.approve(
            held, alone=may_decide_alone(request), **who
        ),
        "return": lambda **who: proposed.give_back(
            held, reason=_reason(request), **who
        ),
        "refuse": lambda **who: proposed.refuse(held, reason=_reason(request), **who),
    }
    return _decide(request, verbs, free={"send", "withdraw"}, page=("change", pk))


@require_POST
@may_approve
def undo(request: Any, pk: int) -> HttpResponse:
    """Take a step back."""
    step = get_object_or_404(SignOff.objects.select_related("event", "change"), pk=pk)
    try:
        undo_step(step, by=request.user, now=timezone.now())
        messages.success(request, f"Undone: “{_name(step)}” waits again.")
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("admin:sign-off")
    return redirect(_page_of(step))


def take_down(request: Any, events: list[Event], *, reason: str) -> None:
    """Hide approved events; where two have to decide, propose it."""
    for held in events:
        _, waiting = proposed.guard(
            partial(signoff.take_down, held),
            by=request.user,
            now=timezone.now(),
            alone=may_decide_alone(request),
            note=need_reason(reason),
        )
        fate = "that waits for somebody else to approve it" if waiting else "done"
        messages.success(request, f"Hide “{held}”: {fate}.")


def _decide(
    request: Any,
    verbs: dict[str, Callable[..., Any]],
    *,
    free: set[str],
    page: tuple[str, int],
) -> HttpResponse:
    """Carry out what was chosen, and go on to what waits next."""
    verb = request.POST.get("verb", "send")
    here = redirect(f"admin:sign-off-{page[0]}", page[1])
    if verb not in free and not request.user.has_perm(APPROVE):
        raise PermissionDenied
    if verb not in verbs:
        raise BadRequest
    try:
        step = verbs[verb](by=request.user, now=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
        return here
    messages.success(request, f"{step.get_verb_display()}: “{_name(step)}”.")
    return _next(request) if verb not in free else here


def _next(request: Any) -> HttpResponse:
    left = reads.waiting(apart_from=None if may_decide_alone(request) else request.user)
    if not left:
        return redirect("admin:sign-off")
    first = left[0]
    if first.change:
        return redirect("admin:sign-off-change", first.change)
    return redirect("admin:sign-off-event", first.event)


def _for_deciding(request: Any, author: Any, about: Any) -> dict[str, Any]:
    """Return what this person may do, why not, and what was said."""
    is_own = author == request.user and not may_decide_alone(request)
    has_right = request.user.has_perm(APPROVE)
    mine = SignOff.objects.filter(by=request.user).select_related("event", "change")
    return {
        "may_approve": has_right and not is_own,
        "may_return": has_right,
        "is_mine": author == request.user,
        "why_not": OWN_WORK if has_right and is_own else "",
        "last": next(iter(_with_undo(request, list(mine[:1]))), None),
        "comments": panel(about),
    }


def _with_undo(request: Any, steps: list[SignOff]) -> list[tuple[SignOff, bool]]:
    """Tell of each step, latest first, whether this person can undo it."""
    seen: set[tuple[str, int | None]] = set()
    found = []
    for step in steps:
        change, whole = ("change", step.change_id), ("event", step.event_id)
        about = change if step.change_id else whole
        can = about not in seen and step.verb in UNDOABLE
        found.append((step, can and request.user.has_perm(APPROVE)))
        seen |= {change, whole}
    return found


def _where_to_go_on(held: ProposedChange) -> str:
    row = held.rows[0]
    noun, key = row["noun"], row["pk"]
    if noun in _PAGES:
        noun, column = _PAGES[noun]
        values = row["after"] or row["before"] or {}
        key = values.get(column) or _parent(row, column)
    elif held.event_id:
        noun, key = "event", held.event_id
    return f"{reverse(f'admin:talks_{noun}_change', args=[key])}?change={held.pk}"


def _parent(row: Any, column: str) -> Any:
    """Return the key of what the row hangs on, where the change does not tell."""
    model = NOUNS[row["noun"]]
    return model._base_manager.values_list(column, flat=True).get(pk=row["pk"])


def _preview_of(held: ProposedChange) -> str:
    if not held.event_id:
        return ""
    return reverse("admin:sign-off-change-preview", args=[held.pk])


def _page_of(step: SignOff) -> str:
    if step.change_id:
        return reverse("admin:sign-off-change", args=[step.change_id])
    return reverse("admin:sign-off-event", args=[step.event_id])


def _name(step: SignOff) -> str:
    return str(step.change or step.event)


def _reason(request: HttpRequest) -> str:
    return request.POST.get("reason", "")


def _render(
    request: HttpRequest, template: str, context: dict[str, Any]
) -> HttpResponse:
    whole = {**admin.site.each_context(request), **context}
    return TemplateResponse(request, template, whole)
