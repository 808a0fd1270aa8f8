"""What camps are called: the sides of actors, and what sources lean to."""

from __future__ import annotations

from django.utils.translation import gettext as _

from talks.models import Actor, Source


def camp_name(camp: str) -> str:
    """Return what a camp is called: an actor's side, or what a source leans to."""
    sides, leans = Actor.Side, Source.Lean
    named = sides(camp) if camp in sides.values else leans(camp)
    return _(str(named.label))
