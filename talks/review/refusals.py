"""Why a decision cannot be carried out, in words for the person who made it."""

from __future__ import annotations


class Refused(Exception):  # noqa: N818 - what happened, not what broke
    """Nothing was changed; the message says why and what to do."""


class AlreadyDecided(Refused):
    """Somebody decided this suggestion before."""


class Outdated(Refused):
    """The reader changed this suggestion after the person looked at it."""


class Conflict(Refused):
    """A row is not any more as it was when the change of it was proposed."""
