"""Which rows the public sees by way of an event, of which event each is, and whose work they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.db import models

from talks.models import (
    Citation,
    Commitment,
    CommitmentStatus,
    Delegation,
    EmbargoViolation,
    Event,
    EventPlace,
    Figure,
    Obligation,
    Participation,
    PromisedMeeting,
    Round,
    RoundStep,
    Truce,
    TruceParty,
    TruceViolation,
)

Model = type[models.Model]

# The way from each row to its event, parents before what hangs on them.
EVENT_OF: dict[Model, tuple[str, ...]] = {
    Event: (),
    Participation: ("event",),
    EventPlace: ("event",),
    Citation: ("event",),
    Figure: ("event",),
    Round: ("event",),
    Delegation: ("round", "event"),
    RoundStep: ("round", "event"),
    PromisedMeeting: ("event",),
    Truce: ("event",),
    TruceParty: ("truce", "event"),
    TruceViolation: ("event",),
    EmbargoViolation: ("event",),
    Commitment: ("agreement",),
    Obligation: ("commitment", "agreement"),
    CommitmentStatus: ("commitment", "agreement"),
}
NOUNS: dict[str, Model] = {str(model._meta.model_name): model for model in EVENT_OF}


def event_of(
    model: Model, pk: int, values: Mapping[str, Any], known: Mapping[Any, int | None]
) -> int | None:
    """Return the event that a row with these columns belongs to; None for a figure of none.

    `known` has the events of parents that may be gone, by model and key.
    """
    if model is Event:
        return pk
    first, *rest = EVENT_OF[model]
    key: int | None = values[f"{first}_id"]
    if not rest:
        return key
    parent: Any = model._meta.get_field(first).related_model
    if (parent, key) in known:
        return known[parent, key]
    above = parent._base_manager.filter(pk=key).values_list(f"{rest[0]}_id", flat=True)
    found: int | None = above.first()
    return found


def approved_among(events: Iterable[int]) -> set[int]:
    """Return those of the events that the public sees."""
    shown = Event.objects.published().filter(pk__in=set(events))
    return set(shown.values_list("pk", flat=True))


def last_author(event: Event) -> User | None:
    """Return who was the last to change the event or what belongs to it.

    Approving and returning is not changing; what no person did is nobody's.
    """
    latest = [_latest(model, path, event) for model, path in EVENT_OF.items()]
    first, *others = latest
    versions = list(first.union(*others, all=True))
    last = max(versions, default=None)
    people: Any = get_user_model()._default_manager
    person: User | None = people.filter(pk=last[2]).first() if last else None
    return person


def _latest(model: Any, path: tuple[str, ...], event: Event) -> Any:
    versions = model.pgh_event_model.objects.filter(
        **{"__".join(path) or "pgh_obj": event.pk},
        pgh_context__metadata__user__isnull=False,
    )
    by_hand = versions.exclude(pgh_context__metadata__has_key="sign_off")
    told = ("pgh_created_at", "pgh_id", "pgh_context__metadata__user")
    return by_hand.order_by("-pgh_id").values_list(*told)[:1]
