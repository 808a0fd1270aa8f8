"""Rounds of talks, and meetings that were announced, as rows of a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable

from talks.queries.names import Name
from talks.queries.rounds import Delegates, Held, Promise, Series
from talks.views.pictures import Table

_SHOWN = ("round", "series", "track", "number", "session", "began", "ended", "outcome")


def rounds_table(every: Iterable[Series]) -> Table:
    """Return a row for each round of the picture."""
    return Table(_SHOWN, [_shown(held) for one in every for held in one.rounds])


def whole_table(every: Iterable[Series], promises: Iterable[Promise]) -> Table:
    """Return a row for each round with all that is known of it, then one a promise."""
    columns = (
        *(*_SHOWN, "venue", "format", "mediator", "delegations", "outcome_in_words"),
        *("steps", "event", "promised", "planned_from", "planned_until", "kept_by"),
    )
    rounds = [_whole(held) for one in every for held in one.rounds]
    return Table(columns, [*rounds, *(_promise(promise) for promise in promises)])


def _shown(held: Held) -> list[object]:
    return [
        *(held.slug, held.series.text, held.track, held.number, held.session),
        *(held.began_on, held.ended_on, held.outcome),
    ]


def _whole(held: Held) -> list[object]:
    return [
        *(*_shown(held), _slug(held.venue), held.format, _slug(held.mediator)),
        " | ".join(_delegates(each) for each in held.delegations),
        held.words.text,
        " ".join(step.event.slug for step in held.steps),
        *(held.event.slug, "", "", "", ""),
    ]


def _promise(promise: Promise) -> list[object]:
    """Return a row whose outcome says what became of the meeting."""
    kept = promise.kept_by.slug if promise.kept_by else ""
    return [
        *(promise.made_at, "", "", "", "", "", "", promise.fate.value),
        *("", "", "", "", "", "", promise.event.slug, promise.what.text),
        *(promise.planned_from, promise.planned_until, kept),
    ]


def _delegates(each: Delegates) -> str:
    head = each.head.slug if each.head else each.head_name
    size = "" if each.size is None else str(each.size)
    return ":".join((each.party.slug, size, head, each.attendance))


def _slug(name: Name | None) -> str:
    return name.slug if name else ""
