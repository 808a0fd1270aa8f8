"""Whether the public sees an event, decided by two: sent, approved, given back."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from talks.models import Event, Figure, SignOff
from talks.models.base import history_apart
from talks.queries.governed import last_author
from talks.review.refusals import AlreadyDecided, Refused
from talks.review.steps import need_reason, refuse_own_work, sign

Status = Event.Status
Verb = SignOff.Verb

UNSUPPORTED = (
    "An approved event needs a citation, or an editor's note that says why it is"
    " shown without one."
)


@transaction.atomic
def send(event: Event, *, by: User, now: datetime) -> SignOff:
    """Have a draft wait for a second person."""
    held = _hold(event, Status.DRAFT)
    with history_apart(user=by.pk):
        _set_status(held, Status.IN_REVIEW)
    return sign(Verb.SENT, event=held, by=by, now=now, author=by)


@transaction.atomic
def approve(event: Event, *, by: User, now: datetime, alone: bool) -> SignOff:
    """Show the event and its figures to the public."""
    held = _hold(event, Status.DRAFT, Status.IN_REVIEW)
    author, before = last_author(held), held.status
    refuse_own_work(author, by=by, alone=alone)
    if not held.editor_note and not held.citations.exists():
        raise Refused(UNSUPPORTED)
    drafts = held.figures.filter(status=Figure.Status.DRAFT)
    figures = list(drafts.values_list("pk", flat=True))
    said = {"sign_off": Verb.APPROVED.value, "author": author.pk if author else None}
    with history_apart(user=by.pk, **said):
        drafts.update(status=Figure.Status.APPROVED)
        _set_status(held, Status.APPROVED)
    made = {"from": before, "figures": figures}
    return sign(Verb.APPROVED, event=held, by=by, now=now, author=author, made=made)


@transaction.atomic
def give_back(event: Event, *, by: User, now: datetime, reason: str) -> SignOff:
    """Return what waits to its author as a draft, saying why."""
    said = need_reason(reason)
    held = _hold(event, Status.IN_REVIEW)
    author, made = last_author(held), {"from": held.status}
    with history_apart(user=by.pk, sign_off=Verb.RETURNED.value):
        _set_status(held, Status.DRAFT)
    what = {"event": held, "reason": said, "made": made}
    return sign(Verb.RETURNED, by=by, now=now, author=author, **what)


def take_down(event: Event) -> None:
    """Hide an approved event and its figures; approving it again shows both."""
    shown = event.figures.filter(status=Figure.Status.APPROVED)
    shown.update(status=Figure.Status.DRAFT)
    _set_status(event, Status.DRAFT)


def restore(event: Event, step: SignOff) -> None:
    """Give an event the status it had before this step, and hide the figures it showed."""
    stands = Status.APPROVED if step.verb == Verb.APPROVED else Status.DRAFT
    if event.status != stands:
        raise AlreadyDecided(_say_how_it_stands(event))
    shown = event.figures.filter(pk__in=step.made.get("figures", ()))
    shown.update(status=Figure.Status.DRAFT)
    _set_status(event, step.made["from"])


def _set_status(event: Event, status: str) -> None:
    event.status = status
    event.save(update_fields=["status", "changed_at"])


def _hold(event: Event, *statuses: Status) -> Event:
    """Lock an event that has one of these statuses."""
    held = Event.objects.select_for_update().get(pk=event.pk)
    if held.status not in statuses:
        raise AlreadyDecided(_say_how_it_stands(held))
    return held


def _say_how_it_stands(event: Event) -> str:
    stands = f"It is {event.get_status_display().lower()} by now"
    last = event.sign_offs.select_related("by").first()
    if last is None:
        return f"{stands}."
    done = last.get_verb_display().lower()
    return f"{stands}: {done} by {last.by} on {last.at:%-d %B %Y at %H:%M}."
