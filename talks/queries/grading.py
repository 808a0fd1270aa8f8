"""How well an event is supported, derived from its citations and never typed."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import TextChoices

from talks.models import Actor, Citation
from talks.queries.names import Name


class Grade(TextChoices):
    """The steps, after the way Airwars grades what is claimed of a strike."""

    CONFIRMED = "confirmed", "Confirmed"
    FAIR = "fair", "Two or more sources"
    WEAK = "weak", "One source"
    CONTESTED = "contested", "Contested"
    DISCOUNTED = "discounted", "Discounted"
    UNSOURCED = "unsourced", "Editor's note only"


@dataclass(frozen=True, slots=True)
class Voice:
    """One citation as grading sees it: whose report it is, who speaks, and how."""

    source: Name
    article: int
    original: int  # the report that this one copies, or itself
    agency: str  # the agency behind a reprint, empty if none is named
    stance: str
    speaker: int | None
    speaker_side: str


def grade(
    voices: Collection[Voice], *, accused: Collection[int], discounted: bool
) -> Grade:
    """Return the first step that holds, from the most cautious to the least.

    It is confirmed where the accused, or a body of the United Nations, says that it
    is so. Ten reprints of one report are one voice, and so are two papers that carry
    the same agency.
    """
    stances = {voice.stance for voice in voices}
    if discounted:
        return Grade.DISCOUNTED
    if not voices:
        return Grade.UNSOURCED
    if Citation.Stance.DENIES in stances:
        return Grade.CONTESTED
    if any(_confirms(voice, accused) for voice in voices):
        return Grade.CONFIRMED
    return Grade.FAIR if len(independent(voices)) > 1 else Grade.WEAK


def independent(voices: Iterable[Voice]) -> set[str]:
    """Return who tells of it, each once: agencies by name, the others by source."""
    by_report = {voice.original: voice for voice in voices}
    return {
        voice.agency.casefold() or voice.source.slug for voice in by_report.values()
    }


def _confirms(voice: Voice, accused: Collection[int]) -> bool:
    if voice.stance != Citation.Stance.CONFIRMS:
        return False
    return voice.speaker in accused or voice.speaker_side == Actor.Side.UN
