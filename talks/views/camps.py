"""What camps are called: the sides of actors, and what sources lean to."""

from __future__ import annotations

from django.utils.translation import gettext as _

from talks.models import Actor, Source
from talks.queries.truces import SEVERAL


def camp_name(camp: str) -> str:
    """Return what a camp is called: an actor's side, or what a source leans to."""
    sides, leans = Actor.Side, Source.Lean
    named = sides(camp) if camp in sides.values else leans(camp)
    return _(str(named.label))


def accused_name(camp: str) -> str:
    """Return what a camp is called as the one accused; it may be several, or nobody."""
    unnamed = {
        SEVERAL: _("several sides at once"),
        "other": _("others"),
        "": _("nobody is named"),
    }
    return unnamed[camp] if camp in unnamed else _(str(Actor.Side(camp).label))
