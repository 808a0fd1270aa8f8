"""Changes of what is approved: written down, and true only once a second person says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, TypeVar

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from talks.models import Event, Figure, ProposedChange, SignOff
from talks.models.base import history_apart, say_broken_rule
from talks.models.signoff import RowChange
from talks.review import replay
from talks.review.refusals import AlreadyDecided, Refused
from talks.review.replay import Written
from talks.review.steps import need_reason, refuse_own_work, sign

T = TypeVar("T")
State = ProposedChange.State
Verb = SignOff.Verb


@transaction.atomic
def guard(
    do: Callable[[], T],
    *,
    by: User,
    now: datetime,
    alone: bool,
    state: State = State.IN_REVIEW,
    note: str = "",
) -> tuple[T, list[ProposedChange]]:
    """Do it; where that changes what the public sees, take it back and write it down.

    Returns the answer and what was written down: nothing where it stands as done. With
    `alone` it always stands, and is kept as a change that its author approved. `note`
    tells whoever decides why it is wanted.
    """
    with history_apart(user=by.pk) as context:
        point = transaction.savepoint()
        answer = do()
        replay.check_now()
        rows = replay.written_in(context)
        if not replay.are_shown(rows):
            return answer, []
        if not alone:
            transaction.savepoint_rollback(point)
        told = {"author": by, "state": State.APPROVED if alone else state, "note": note}
        changes = [
            _write_down(event, those, now=now, **told)
            for event, those in _by_event(rows).items()
        ]
    return answer, [] if alone else [change for change in changes if change]


@transaction.atomic
def revise(
    change: ProposedChange,
    do: Callable[[], T],
    *,
    is_done: Callable[[T], bool],
    by: User,
    now: datetime,
    state: State,
) -> T:
    """Do more on top of an open change, and write down anew what it comes to.

    The change is kept as it was where what was done says that it did not succeed.
    """
    held = _hold(change, *ProposedChange.OPEN)
    with history_apart(user=by.pk) as context:
        point = transaction.savepoint()
        replay.apply_what_fits(held.rows)
        answer = do()
        replay.check_now()
        rows = [row.as_data() for row in replay.written_in(context)]
        transaction.savepoint_rollback(point)
        if is_done(answer):
            _rewrite(held, rows, by=by, now=now, state=state)
    return answer


def rehearse(change: ProposedChange, do: Callable[[], T]) -> T:
    """Return what doing this answers while the change is true; nothing stays of it."""

    def with_the_change() -> T:
        replay.apply_what_fits(change.rows)
        return do()

    return replay.rehearse(with_the_change)


@transaction.atomic
def send(change: ProposedChange, *, by: User, now: datetime) -> SignOff:
    """Have a draft change wait for a second person."""
    held = _hold(change, State.DRAFT)
    return _step(held, Verb.SENT, State.IN_REVIEW, by=by, now=now)


@transaction.atomic
def approve(change: ProposedChange, *, by: User, now: datetime, alone: bool) -> SignOff:
    """Make the change, whole or not at all."""
    held = _hold(change, State.IN_REVIEW)
    refuse_own_work(held.author, by=by, alone=alone)
    said = {"sign_off": Verb.APPROVED.value, "author": held.author_id}
    with history_apart(user=by.pk, change=held.pk, **said):
        _make_true(held, held.rows)
    return _step(held, Verb.APPROVED, State.APPROVED, by=by, now=now)


@transaction.atomic
def give_back(
    change: ProposedChange, *, by: User, now: datetime, reason: str
) -> SignOff:
    """Return a change to its author as a draft, saying why."""
    said = need_reason(reason)
    held = _hold(change, State.IN_REVIEW)
    return _step(held, Verb.RETURNED, State.DRAFT, by=by, now=now, reason=said)


@transaction.atomic
def refuse(change: ProposedChange, *, by: User, now: datetime, reason: str) -> SignOff:
    """Drop a change for good, saying why: what is approved stays."""
    said = need_reason(reason)
    held = _hold(change, State.IN_REVIEW)
    return _step(held, Verb.REFUSED, State.REFUSED, by=by, now=now, reason=said)


@transaction.atomic
def withdraw(change: ProposedChange, *, by: User, now: datetime) -> SignOff:
    """Have the author drop it."""
    held = _hold(change, *ProposedChange.OPEN)
    if held.author != by:
        raise Refused("Only its author can withdraw it; refuse it with a reason.")
    return _step(held, Verb.WITHDRAWN, State.WITHDRAWN, by=by, now=now)


def restore(change: ProposedChange, step: SignOff) -> None:
    """Take back what the step did to the change, and to the rows if it made it true."""
    if step.verb == Verb.APPROVED:
        _make_true(change, replay.invert(change.rows))
    change.state = step.made["from"]
    change.save(update_fields=["state", "changed_at"])


def _make_true(change: ProposedChange, rows: list[RowChange]) -> None:
    event = Event.objects.select_for_update().filter(pk=change.event_id or 0).first()
    try:
        with transaction.atomic():
            replay.apply(rows)
    except IntegrityError as error:
        raise Refused(f"Nothing was changed. {say_broken_rule(error)}") from error
    if event:
        # whichever of its rows was changed, the event says that it was revised
        Event.objects.get(pk=event.pk).save(update_fields=["changed_at"])


def _write_down(
    event: int | None, rows: list[Written], *, now: datetime, **told: Any
) -> ProposedChange | None:
    """Keep what was done to one event; do again at once what the public does not see."""
    data = [row.as_data() for row in rows]
    stands = told["state"] == State.APPROVED
    if not replay.are_shown(rows):
        if not stands:
            replay.apply(data)
        return None
    known = Event.objects.filter(pk=event or 0).first()
    about = _name(known, rows)
    held = ProposedChange.objects.create(event=known, about=about, rows=data, **told)
    if held.state != State.DRAFT:
        verb = Verb.APPROVED if stands else Verb.SENT
        what = {"change": held, "event": known, "made": {"from": State.DRAFT.value}}
        sign(verb, by=held.author, now=now, author=held.author, **what)
    return held


def _name(event: Event | None, rows: list[Written]) -> str:
    if event:
        return event.title
    told = [row.after or row.before or {} for row in rows if row.model is Figure]
    words = next((each.get("as_stated", "") for each in told), "")
    return f"{words} (a figure)" if words else "a figure"


def _by_event(rows: Iterable[Written]) -> dict[int | None, list[Written]]:
    found = defaultdict(list)
    for row in rows:
        found[row.event].append(row)
    return found


def _rewrite(
    held: ProposedChange,
    rows: list[RowChange],
    *,
    by: User,
    now: datetime,
    state: State,
) -> None:
    if not rows:
        raise Refused("Nothing differs from what is approved any more: withdraw it.")
    was, held.rows, held.author, held.state = held.state, rows, by, state
    held.save(update_fields=["rows", "author", "state", "changed_at"])
    if state == State.IN_REVIEW and was != state:
        sign(Verb.SENT, by=by, now=now, author=by, change=held, event=held.event)


def _hold(change: ProposedChange, *states: State) -> ProposedChange:
    """Lock a change that is in one of these states."""
    held = ProposedChange.objects.select_for_update(of=["self"]).get(pk=change.pk)
    if held.state in states:
        return held
    stands = f"It is {held.get_state_display().lower()} by now"
    last = held.sign_offs.select_related("by").first()
    who = f": {last.get_verb_display().lower()} by {last.by}" if last else ""
    raise AlreadyDecided(f"{stands}{who}.")


def _step(
    held: ProposedChange,
    verb: Verb,
    state: State,
    *,
    by: User,
    now: datetime,
    **fields: Any,
) -> SignOff:
    made = {"from": held.state}
    held.state = state
    held.save(update_fields=["state", "changed_at"])
    what = {"change": held, "event": held.event, "made": made, **fields}
    return sign(verb, by=by, now=now, author=held.author, **what)
