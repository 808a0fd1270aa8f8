"""Whether a report is about the Libyan conflict and its talks at all, and why not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

from talks.detect.cues import Phrases, cue_file
from talks.detect.findings import FoundEvent, FoundFigure, Mention, Status
from talks.detect.gazetteer import Gazetteer
from talks.detect.lines import Line
from talks.detect.text import Part

LIBYA, ELSEWHERE, NEIGHBOUR = "libya", "elsewhere", "neighbour"
CONFLICT, PARTY = "conflict", "party"
_TIES = {LIBYA, ELSEWHERE, NEIGHBOUR, CONFLICT, PARTY}
_PARTY_KINDS = {"armed_group", "body", "government", "person"}
_LIBYAN_SIDES = {"gna", "lna"}  # "the central bank" may be any country's
_WATCHERS = {"unsmil", "panel-of-experts", "eu-irini"}
_PARTY_SIDES = {"gna", "lna", "neutral", "un"}
_FEWEST_SIGNS = 2  # of the conflict, in a report that names one of its parties
_SIGNS_WITHOUT_PARTY = 4
_MANY_ELSEWHERE = 3
_PLAIN_KINDS = {"attack", "truce", "truce_violation", "control_change", "offensive"}
_DEADLY = {"accident", "weather", "health", "football"}  # these have victims, too
_FEW_WORDS = 3  # of another subject: bodies beside a cement works
_OPENING = 3  # a headline and two sentences say what a report is about
_HALF, _THIRD = 1 / 2, 1 / 3  # of the sentences, that name something Libyan


@dataclass(frozen=True, slots=True)
class Verdict:
    """Relevant or not, and the reason in a few words."""

    relevant: bool
    reason: str
    in_doubt: bool = False  # about Libya, but short of words of war


def judge(lines: Sequence[Line], gazetteer: Gazetteer, language: str) -> Verdict:
    """Weigh what ties the report to Libya and its conflict against what does not."""
    told = [
        list(_signs(line, gazetteer, language))
        for line in lines
        if line.sentence.part is not Part.META
    ]
    signs = Counter(chain.from_iterable(told))
    if not signs[LIBYA]:
        return Verdict(relevant=False, reason="names nothing Libyan")
    if _is_about_another_country(told, signs):
        return Verdict(relevant=False, reason="about another country")
    subject, weight = _other_subject(signs)
    opening = any(LIBYA in line for line in told[:_OPENING])
    if weight > signs[CONFLICT]:
        slight = weight <= _FEW_WORDS and subject not in _DEADLY
        doubt = slight and opening
        return Verdict(relevant=False, reason=f"about {subject}", in_doubt=doubt)
    needed = _FEWEST_SIGNS if signs[PARTY] else _SIGNS_WITHOUT_PARTY
    if signs[CONFLICT] < needed:
        return Verdict(
            relevant=False,
            reason="names no conflict, talks or party",
            in_doubt=opening,
        )
    return Verdict(relevant=True, reason=f"{signs[CONFLICT]} signs of the conflict")


def second_look(
    verdict: Verdict, figures: Sequence[FoundFigure], events: Sequence[FoundEvent]
) -> Verdict:
    """Keep a brief in doubt that tells of victims or of an act of war or peace."""
    told = [
        event.kind
        for event in events
        if event.status is Status.OCCURRED and event.kind in _PLAIN_KINDS
    ]
    if not verdict.in_doubt or not (told or figures):
        return verdict
    first = told[0] if told else figures[0].measure
    return Verdict(relevant=True, reason=f"tells of {first} in Libya")


def _is_about_another_country(
    told: Sequence[Sequence[str]], signs: Counter[str]
) -> bool:
    """Whether Libya only stands at the edge of somebody else's story.

    The further down Libya is first named, the more of the sentences must name it.
    """
    share = sum(LIBYA in line for line in told) / len(told)
    if not any(LIBYA in line for line in told[:_OPENING]):
        return share < _HALF
    abroad = sum(ELSEWHERE in line and LIBYA not in line for line in told)
    headline = told[0]
    if LIBYA not in headline and (ELSEWHERE in headline or NEIGHBOUR in headline):
        return share < _HALF and (abroad > 0 or share < _THIRD)
    return (
        share < _THIRD
        and abroad >= _MANY_ELSEWHERE
        and signs[ELSEWHERE] >= 2 * signs[LIBYA]
    )


def _other_subject(signs: Counter[str]) -> tuple[str, int]:
    """Return the subject outside the conflict that most words are about."""
    others = [(count, name) for name, count in signs.items() if name not in _TIES]
    weight, subject = max(others, default=(0, ""))
    return subject, weight


@cache
def _subjects(language: str) -> Phrases[str]:
    cues = cue_file(language, "relevance")
    return Phrases(
        (phrase, subject)
        for subject, phrases in cues["subjects"].items()
        for phrase in phrases
    )


def _signs(line: Line, gazetteer: Gazetteer, language: str) -> Iterator[str]:
    """Yield one sign for each name and each telling word of a sentence."""
    subjects = _subjects(language)
    for mention in line.mentions:
        yield from _signs_of(mention, gazetteer)
    for subject, _ in subjects.found_in(line.words):
        yield subject


def _signs_of(mention: Mention, gazetteer: Gazetteer) -> Iterator[str]:
    place = gazetteer.places.get(mention.slug or "")
    if mention.kind == "place" and place:
        yield LIBYA if place.country == "LY" else ELSEWHERE
    actor = gazetteer.actors.get(mention.slug or "")
    if mention.kind == "actor" and actor:
        if actor.kind in _PARTY_KINDS and actor.side in _PARTY_SIDES:
            yield from (CONFLICT, PARTY)
            if actor.side in _LIBYAN_SIDES or actor.kind == "government":
                yield LIBYA
        elif actor.slug in _WATCHERS:
            yield from (CONFLICT, PARTY)
        elif actor.slug == "unsc":
            yield CONFLICT
        elif actor.kind == "state" and actor.slug != "libya-state":
            yield NEIGHBOUR
