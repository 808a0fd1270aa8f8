"""Parts of pages that are alike for everybody, made once for each state of the data."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime
from typing import Generic, TypeVar

from django.conf import settings

from talks.filters import past
from talks.models import DataVersion

NameT = TypeVar("NameT")
PartT = TypeVar("PartT")
Version = datetime | None


def version() -> Version:
    """Return the state of the data to keep parts by; None where they are made anew.

    While developing templates change and the data does not; and a past day is rarely
    looked back to twice.
    """
    return None if settings.DEBUG or past.day() else DataVersion.seen()


class Shelf(Generic[NameT, PartT]):
    """Parts by name, all of one version; emptied when another comes, or when full."""

    def __init__(self, room: int) -> None:
        self._room = room
        # taken and put as one, since threads share it
        self._state: tuple[Version, dict[NameT, PartT]] = (None, {})

    def take(
        self,
        names: Collection[NameT],
        version: Version,
        make: Callable[[list[NameT]], dict[NameT, PartT]],
    ) -> dict[NameT, PartT]:
        """Return the parts of these names; those that are not here are made together."""
        held_version, held = self._state
        if version is None or version != held_version:
            held = {}
        found = {name: held[name] for name in names if name in held}
        if missing := [name for name in names if name not in found]:
            made = make(missing)
            found |= made
            if version is not None:
                self._put(version, made)
        return found

    def _put(self, version: datetime, made: dict[NameT, PartT]) -> None:
        held_version, held = self._state
        if version != held_version or len(held) + len(made) > self._room:
            held = {}
        held.update(made)
        self._state = (version, held)
