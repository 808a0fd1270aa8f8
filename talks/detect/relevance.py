"""Whether a report is about the Libyan conflict and its talks at all, and why not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from talks.detect.cues import Phrases, cue_file
from talks.detect.findings import FoundEvent, FoundFigure, Mention
from talks.detect.gazetteer import Gazetteer
from talks.detect.lines import Line


@dataclass(frozen=True, slots=True)
class Verdict:
    """Relevant or not, and the reason in a few words."""

    relevant: bool
    reason: str


def judge(
    lines: Sequence[Line],
    events: Sequence[FoundEvent],
    figures: Sequence[FoundFigure],
    gazetteer: Gazetteer,
    language: str,
) -> Verdict:
    """Weigh what ties the report to Libya and its conflict against what does not."""
    ties = _count_ties(lines, gazetteer, language)
    if not ties.libya:
        return Verdict(relevant=False, reason="names nothing Libyan")
    if ties.elsewhere > 2 * ties.libya:
        return Verdict(relevant=False, reason="about another country")
    if ties.other_subject > ties.conflict:
        return Verdict(relevant=False, reason=f"about {ties.other_name}")
    if ties.conflict < 2 and not (ties.parties and (events or figures)):
        return Verdict(relevant=False, reason="names no conflict, talks or party")
    return Verdict(relevant=True, reason=f"{ties.conflict} signs of the conflict")


@dataclass(slots=True)
class _Ties:
    libya: int = 0
    elsewhere: int = 0
    parties: int = 0
    conflict: int = 0
    other_subject: int = 0
    other_name: str = ""


@cache
def _subjects(language: str) -> Phrases[str]:
    cues = cue_file(language, "relevance")
    return Phrases(
        (phrase, subject)
        for subject, phrases in cues["subjects"].items()
        for phrase in phrases
    )


def _count_ties(lines: Sequence[Line], gazetteer: Gazetteer, language: str) -> _Ties:
    ties = _Ties()
    others: dict[str, int] = {}
    for line in lines:
        for mention in line.mentions:
            _count_mention(mention, ties, gazetteer)
        for at in range(len(line.words)):
            cue = _subjects(language).beginning_at(line.words, at)
            if cue is None:
                continue
            subject = cue[0]
            if subject == "libya":
                ties.libya += 1
            elif subject == "elsewhere":
                ties.elsewhere += 1
            elif subject == "conflict":
                ties.conflict += 1
            else:
                others[subject] = others.get(subject, 0) + 1
    if others:
        ties.other_name, ties.other_subject = max(others.items(), key=lambda o: o[1])
    return ties


def _count_mention(mention: Mention, ties: _Ties, gazetteer: Gazetteer) -> None:
    if mention.kind == "place":
        place = gazetteer.places.get(mention.slug or "")
        if place and place.country in {"libya", "ly", "LY"}:
            ties.libya += 1
        elif place:
            ties.elsewhere += 1
        return
    actor = gazetteer.actors.get(mention.slug or "")
    if actor and actor.kind not in _FOREIGN:
        ties.libya += 1
        ties.parties += 1
        ties.conflict += 1


_FOREIGN = {"state", "igo", "un_body", "ngo", "health_body", "court", "media", "forum"}
