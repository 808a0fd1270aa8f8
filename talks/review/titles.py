"""A title for a suggested event, until a person types a better one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from talks.models import Event, Place

_KINDS = dict(Event.Kind.choices)
_DEEDS = {
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
    kind = finding["kind"]
    title = _KINDS.get(kind, kind) + _DEEDS.get(finding["modality"], "")
    if place:
        title += f" {'at' if place.kind in _POINTS else 'in'} {place.name}"
    if actors:
        title += f": {_list_names(actors)}"
    return title if len(title) <= 200 else f"{title[:199]}…"


def _list_names(actors: Sequence[_Named]) -> str:
    names = [actor.name for actor in actors]
    if len(names) > _NAMED:
        names = [*names[:_NAMED], f"{len(names) - _NAMED} more"]
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last
