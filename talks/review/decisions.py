"""The five decisions on a suggestion, each whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

import pghistory
from django.contrib.auth.models import User
from django.db import transaction

from talks.models import Decision, Event, Suggestion
from talks.review import events, figures, mentions
from talks.review.refusals import AlreadyDecided, Outdated, Refused

Finding = dict[str, Any]
Made = dict[str, Any]
State = Suggestion.State
Verb = Decision.Verb

_MAKE: dict[str, Callable[[Suggestion, Finding], Made]] = {
    Suggestion.Kind.EVENT: events.make,
    Suggestion.Kind.FIGURE: figures.make,
    Suggestion.Kind.ACTOR: mentions.make,
    Suggestion.Kind.PLACE: mentions.make,
}
_UNMAKE: dict[str, Callable[[Suggestion, Made], None]] = {
    Suggestion.Kind.EVENT: events.unmake,
    Suggestion.Kind.FIGURE: figures.unmake,
    Suggestion.Kind.ACTOR: mentions.unmake,
    Suggestion.Kind.PLACE: mentions.unmake,
}


@transaction.atomic
def accept(suggestion: Suggestion, *, by: User, now: datetime) -> Decision:
    """Make what the suggestion proposes, as it stands.

    `suggestion` is the row as the person saw it: if the reader has changed it since,
    `Outdated` is raised. Accepting twice makes one event; the second raises
    `AlreadyDecided`.
    """
    with _history(by, Verb.ACCEPTED, suggestion):
        held = _hold(suggestion)
        made = _MAKE[held.kind](held, _proposed(held))
        return _record(held, Verb.ACCEPTED, by=by, now=now, made=made)


@transaction.atomic
def correct(
    suggestion: Suggestion, changes: Mapping[str, Any], *, by: User, now: datetime
) -> Decision:
    """Make what the suggestion proposes, with some of its finding's keys replaced.

    An event's `changes` may also hold title, summary, track, stance and speaker; a
    figure's the slug of its event. The finding itself stays as the reader wrote it.
    """
    with _history(by, Verb.CORRECTED, suggestion):
        held = _hold(suggestion)
        made = _MAKE[held.kind](held, {**_proposed(held), **changes})
        made["changes"] = dict(changes)
        return _record(held, Verb.CORRECTED, by=by, now=now, made=made)


@transaction.atomic
def merge(suggestion: Suggestion, *, event: Event, by: User, now: datetime) -> Decision:
    """Add the suggestion's sentence as a citation to an event that is known already."""
    with _history(by, Verb.MERGED, suggestion):
        held = _hold(suggestion)
        if held.kind != Suggestion.Kind.EVENT:
            raise Refused("Only a suggested event can be merged into an event.")
        made = events.merge(held, event)
        return _record(held, Verb.MERGED, by=by, now=now, made=made)


@transaction.atomic
def reject(suggestion: Suggestion, *, reason: str, by: User, now: datetime) -> Decision:
    """Set the suggestion aside for good; a later reading of the report keeps it so."""
    if not reason.strip():
        raise Refused("Say why it is rejected.")
    held = _hold(suggestion)
    return _record(held, Verb.REJECTED, by=by, now=now, reason=reason.strip())


@transaction.atomic
def undo(decision: Decision, *, by: User, now: datetime) -> Decision:
    """Take back exactly what the decision made; the suggestion is open again.

    Refused where somebody has built upon it, and for all but the latest decision.
    """
    with _history(by, Verb.UNDONE, decision.suggestion):
        held = _lock(decision.suggestion)
        if held.decisions.latest("pk") != decision or decision.verb == Verb.UNDONE:
            raise Refused("Only the latest decision on a suggestion can be undone.")
        held.event = held.figure = None
        if decision.made:
            _UNMAKE[held.kind](held, decision.made)
        return _record(held, Verb.UNDONE, by=by, now=now, made={"undid": decision.pk})


def _proposed(held: Suggestion) -> Finding:
    is_event = held.kind == Suggestion.Kind.EVENT
    return events.proposed(held.finding) if is_event else held.finding


_STATES = {
    Verb.ACCEPTED: State.ACCEPTED,
    Verb.CORRECTED: State.CORRECTED,
    Verb.MERGED: State.MERGED,
    Verb.REJECTED: State.REJECTED,
    Verb.UNDONE: State.OPEN,
}


def _record(
    held: Suggestion,
    verb: Verb,
    *,
    by: User,
    now: datetime,
    made: Made | None = None,
    reason: str = "",
) -> Decision:
    held.state = _STATES[verb]
    held.save(update_fields=["state", "event", "figure", "changed_at"])
    return Decision.objects.create(
        suggestion=held, verb=verb, by=by, at=now, made=made or {}, reason=reason
    )


def _hold(suggestion: Suggestion) -> Suggestion:
    """Lock an open suggestion that is still as the person saw it."""
    held = _lock(suggestion)
    if held.state == State.WITHDRAWN:
        raise Outdated("The reader no longer finds this in the report.")
    if held.state != State.OPEN:
        raise AlreadyDecided(_say_who_decided(held))
    if held.changed_at != suggestion.changed_at:
        raise Outdated("This suggestion was changed after you opened it. Look again.")
    return held


def _lock(suggestion: Suggestion) -> Suggestion:
    locked = Suggestion.objects.select_for_update(of=["self"])
    return locked.select_related("article__source").get(pk=suggestion.pk)


def _say_who_decided(held: Suggestion) -> str:
    decision = held.decisions.select_related("by").latest("pk")
    return (
        f"{decision.by.get_username()} decided this before you, on"
        f" {decision.at:%d %B %Y at %H:%M}: {decision.get_verb_display().lower()}."
    )


def _history(by: User, verb: Verb, suggestion: Suggestion) -> pghistory.context:
    """Have every version written meanwhile say who decided, and on what."""
    return pghistory.context(user=by.pk, decision=verb.value, suggestion=suggestion.pk)
