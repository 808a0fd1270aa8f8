"""How well an event is supported, derived from its citations and never typed."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import TextChoices

from talks.models import Actor, Citation, Source
from talks.queries.names import Name

Stance = Citation.Stance
Side = Actor.Side


class Grade(TextChoices):
    """The steps, after the way Airwars grades what is claimed of a strike."""

    CONFIRMED = "confirmed", "Confirmed"
    FAIR = "fair", "Two or more sources"
    WEAK = "weak", "One voice"
    CONTESTED = "contested", "Contested"
    DISCOUNTED = "discounted", "Discounted"
    UNSOURCED = "unsourced", "Editor's note only"


class Why(StrEnum):
    """What a grade rests on."""

    DISCOUNTED = "discounted"
    NOTE = "note"
    ADMITTED = "admitted"
    FOUND = "found"
    DENIED = "denied"
    SEVERAL = "several"
    COPIES = "copies"
    ONE = "one"


# The bodies that establish facts by a stated standard of proof. What their own
# documents say is a finding, unless it is somebody else who speaks in them.
FINDING_SOURCES = frozenset(("un-panel-of-experts", "ohchr", "icc"))
# The camps at war: all who belong to one are one voice, and it can admit a deed.
CAMPS = frozenset((Side.GNA, Side.LNA))
_ALIGNED = {Source.Lean.WEST: Side.GNA, Source.Lean.EAST: Side.LNA}


@dataclass(frozen=True, slots=True)
class Voice:
    """One citation as grading sees it: whose report it is, who speaks, and how."""

    source: Name
    lean: str
    article: int
    original: int  # the report that this one copies, or itself
    agency: str  # the agency behind a reprint, empty if none is named
    stance: str
    speaker: int | None
    speaker_side: str
    speaker_name: Name | None = None

    @property
    def who(self) -> Name:
        """Who says so: the speaker, or the outlet itself."""
        return self.speaker_name or self.source

    @property
    def camp(self) -> str:
        """The speaker's side, or what the outlet leans to."""
        return self.speaker_side or self.lean

    @property
    def denies(self) -> bool:
        """Whether it says that the event did not happen so."""
        return self.stance == Stance.DENIES


@dataclass(frozen=True, slots=True)
class Accused:
    """Those accused of an event, and the camps at war among their sides."""

    actors: frozenset[int] = frozenset()
    camps: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Grading:
    """A grade, what it rests on, and how many tell of the event and deny it."""

    grade: Grade
    why: Why
    telling: int
    denying: int
    reports: int


def judge(
    voices: Collection[Voice], *, accused: Accused, is_discounted: bool
) -> Grading:
    """Return the grade of an event and its reason.

    What the accused side admits or a finding body establishes is confirmed, even if
    others deny it: the accused nearly always do. Else a denial makes it contested;
    else it counts how many independent voices tell of it.
    """
    telling = _apart(independent(voices), accused)
    denying = {voice.speaker or voice.source.slug for voice in voices if voice.denies}
    grade, why = _grade(voices, accused, len(telling), is_discounted=is_discounted)
    reports = len({voice.article for voice in voices})
    return Grading(grade, why, len(telling), len(denying), reports)


def _grade(
    voices: Collection[Voice], accused: Accused, telling: int, *, is_discounted: bool
) -> tuple[Grade, Why]:
    if is_discounted:
        return Grade.DISCOUNTED, Why.DISCOUNTED
    if not voices:
        return Grade.UNSOURCED, Why.NOTE
    if established := _established(voices, accused):
        return Grade.CONFIRMED, established
    if any(voice.denies for voice in voices):
        return Grade.CONTESTED, Why.DENIED
    return _by_voices(telling, len(voices))


def _apart(telling: set[str], accused: Accused) -> set[str]:
    """Return who supports whom: camps that accuse each other are one voice.

    Each tells of the other's deed and of none of its own, so neither bears the other out.
    """
    camps = telling & accused.camps
    return telling - camps | {"each other"} if len(camps) > 1 else telling


def _by_voices(telling: int, citations: int) -> tuple[Grade, Why]:
    if telling > 1:
        return Grade.FAIR, Why.SEVERAL
    return Grade.WEAK, Why.COPIES if citations > 1 else Why.ONE


def independent(voices: Iterable[Voice]) -> set[str]:
    """Return who tells of it, each once; whoever only denies it does not.

    Ten reprints of one report are one voice, and so are two papers that carry the
    same agency or quote the same speaker. All of one camp is one voice: its leaders,
    its officers, and the outlets aligned with it.
    """
    telling = [voice for voice in voices if not voice.denies]
    of_report: dict[int, Voice] = {}
    for voice in sorted(telling, key=_originals_first):
        of_report.setdefault(voice.original, voice)
    return {_whose(voice, of_report[voice.original]) for voice in telling}


def _originals_first(voice: Voice) -> tuple[bool, int]:
    return voice.article != voice.original, voice.article


def _whose(voice: Voice, report: Voice) -> str:
    """Name the voice: a camp, a speaker, an agency, or the source of the report."""
    if voice.speaker is not None:
        in_camp = voice.speaker_side in CAMPS
        return voice.speaker_side if in_camp else f"actor {voice.speaker}"
    aligned = _ALIGNED.get(Source.Lean(report.lean))
    return aligned or report.agency.casefold() or report.source.slug


def _established(voices: Iterable[Voice], accused: Accused) -> Why | None:
    for voice in voices:
        if voice.stance == Stance.CONFIRMS and _is_accused(voice, accused):
            return Why.ADMITTED
        if _finds(voice):
            return Why.FOUND
    return None


def _is_accused(voice: Voice, accused: Accused) -> bool:
    return voice.speaker in accused.actors or voice.speaker_side in accused.camps


def _finds(voice: Voice) -> bool:
    if voice.stance == Stance.CONFIRMS and voice.speaker_side == Side.UN:
        return True
    by_itself = voice.speaker is None and voice.stance in {
        Stance.REPORTS,
        Stance.CONFIRMS,
    }
    return by_itself and voice.source.slug in FINDING_SOURCES
