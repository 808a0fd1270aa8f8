"""Taking back the latest step of a sign-off: what was decided waits again."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from talks.models import Event, ProposedChange, SignOff
from talks.models.base import history_apart
from talks.review import proposed, signoff
from talks.review.refusals import Refused
from talks.review.steps import sign

Verb = SignOff.Verb
UNDOABLE = {Verb.APPROVED, Verb.RETURNED, Verb.REFUSED, Verb.WITHDRAWN}


@transaction.atomic
def undo_step(step: SignOff, *, by: User, now: datetime) -> SignOff:
    """Take it back. Refused where something was done since, or built upon it."""
    event, change = _lock(step)
    if not is_latest(step) or step.verb not in UNDOABLE:
        raise Refused("Only the latest step can be undone.")
    with history_apart(user=by.pk, sign_off=Verb.UNDONE.value):
        if change:
            proposed.restore(change, step)
        elif event:
            signoff.restore(event, step)
    what = {"event": event, "change": change, "made": {"undid": step.pk}}
    return sign(Verb.UNDONE, by=by, now=now, author=step.author, **what)


def is_latest(step: SignOff) -> bool:
    """Tell whether nothing was decided since, on the same change or the same event."""
    steps = SignOff.objects.all()
    if step.change_id:
        steps = steps.filter(change=step.change_id)
    else:
        steps = steps.filter(event=step.event_id).exclude(
            verb=Verb.SENT, change__isnull=False
        )
    return steps.latest("pk").pk == step.pk


def _lock(step: SignOff) -> tuple[Event | None, ProposedChange | None]:
    events = Event.objects.select_for_update()
    changes = ProposedChange.objects.select_for_update()
    return (
        events.filter(pk=step.event_id or 0).first(),
        changes.filter(pk=step.change_id or 0).first(),
    )
