"""A title for a suggested event, until a person types a better one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from talks.models import Event, Place

_KINDS: dict[str, str] = dict(Event.Kind.choices)
# Said of the kinds for which words and deeds come apart; a statement is always words.
_DONE = {
    Event.Kind.TRUCE,
    Event.Kind.AGREEMENT,
    Event.Kind.TALKS,
    Event.Kind.OFFENSIVE,
    Event.Kind.CONTROL_CHANGE,
    Event.Kind.HUMANITARIAN,
    Event.Kind.ECONOMIC,
}
_DEEDS: dict[str, str] = {
    Event.Modality.ANNOUNCED: " announced",
    Event.Modality.AGREED: " agreed",
    Event.Modality.TOOK_EFFECT: " in effect",
    Event.Modality.DENIED: " denied",
}
_POINTS = {Place.Kind.AIRPORT, Place.Kind.PORT, Place.Kind.BASE, Place.Kind.FACILITY}
_NAMED = 3


class _Named(Protocol):
    @property
    def name(self) -> str: ...


class _Placed(_Named, Protocol):
    @property
    def kind(self) -> str: ...


def propose_title(
    finding: dict[str, Any], actors: Sequence[_Named], place: _Placed | None
) -> str:
    """Return for example "Truce announced in Tripoli: Government of National Accord"."""
    title = _say_what(finding)
    if place:
        title += f" {'at' if place.kind in _POINTS else 'in'} {place.name}"
    if actors:
        title += f": {_list_names(actors)}"
    return title if len(title) <= 200 else f"{title[:199]}…"


def _say_what(finding: dict[str, Any]) -> str:
    kind: str = finding["kind"]
    modality: str = finding["modality"]
    if called_for := finding.get("called_for"):
        return f"Call for {_KINDS.get(called_for, called_for)}".capitalize()
    is_said = kind in _DONE or modality == Event.Modality.DENIED
    return _KINDS.get(kind, kind) + (_DEEDS.get(modality, "") if is_said else "")


def _list_names(actors: Sequence[_Named]) -> str:
    names = [actor.name for actor in actors]
    if len(names) > _NAMED:
        names = [*names[:_NAMED], f"{len(names) - _NAMED} more"]
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last
