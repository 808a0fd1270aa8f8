"""Actors named by another: a state by its people, an army by its leader, "the mission"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from talks.detect.findings import Evidence, Mention
from talks.detect.gazetteer import Form
from talks.detect.reading import Reading
from talks.detect.spellings import SentenceIndex, Spelling


def find_states_by_people(reading: Reading, found: list[Spelling]) -> Iterator[Mention]:
    """Yield a state for "Turkish forces" and the like, where no longer name covers it."""
    sentences = SentenceIndex(reading.page)
    starts = [one.start for one in found]
    for people in reading.cues.demonym.finditer(reading.lookup):
        start, end = people.span(1)
        slug = reading.cues.demonyms[people[1]]
        sentence = sentences.at(reading.folded.original(start))
        near = bisect_right(starts, start) - 1
        taken = near >= 0 and found[near].end > start
        if taken or sentence is None or slug not in reading.gazetteer.actors:
            continue
        one = Spelling(start, end, Form(people[1], [slug]), sentence)
        if _is_official(reading, one):
            yield reading.mention(one, "actor", [slug], "actor.people", 0.75)


def _is_official(reading: Reading, found: Spelling) -> bool:
    """Tell whether it is a people's state that acts, not a firm or a dish of theirs."""
    officials = reading.cues.officials
    if reading.cues.language == "en":
        hyphened = reading.folded.text[found.end : found.end + 1] == "-"
        return not hyphened and not officials.isdisjoint(reading.words_after(found)[:2])
    before = reading.words_before(found)[-2:]
    stems = [re.sub(r"^[وف]?[بلك]?(?:ال|لل)?", "", word) for word in before]
    return not officials.isdisjoint((*before, *stems))


# the armies that reports name by who leads them
_LEADERS = {
    "haftar": "lna",
    "sarraj": "gna-forces",
    "bashagha": "gns",
    "dbeibah": "gnu",
}


def find_armies_by_leader(
    reading: Reading, mentions: list[Mention]
) -> Iterator[Mention]:
    """Yield the army for "Haftar's forces", and for "his forces" soon after his name."""
    known = reading.gazetteer.actors
    leaders = sorted(
        (m for m in mentions if m.slug in _LEADERS and _LEADERS[m.slug] in known),
        key=lambda mention: mention.evidence.start,
    )
    for leader in leaders:
        yield from _named_with(reading, leader)
    if leaders:
        yield from _by_pronoun(reading, leaders)


def _named_with(reading: Reading, leader: Mention) -> Iterator[Mention]:
    start = _in_lookup(reading, leader.evidence.start)
    end = _in_lookup(reading, leader.evidence.end)
    opening = max(0, start - 60)
    opening = reading.lookup.rfind("\n", opening, start) + 1 or opening
    before = reading.cues.forces_before.search(reading.lookup, opening, start)
    after = reading.cues.forces_after.match(reading.lookup, end, end + 60)
    if before or after:
        first = (
            reading.folded.original(before.start()) if before else leader.evidence.start
        )
        last = reading.folded.original(after.end()) if after else leader.evidence.end
        yield _army(reading, leader, first, last, 0.92)


_SOON = 200  # characters after a name within which "his" is his


def _by_pronoun(reading: Reading, leaders: list[Mention]) -> Iterator[Mention]:
    starts = [leader.evidence.start for leader in leaders]
    for pronoun in reading.cues.forces_pronoun.finditer(reading.lookup):
        start = reading.folded.original(pronoun.start())
        index = bisect_right(starts, start) - 1
        if index >= 0 and start - leaders[index].evidence.end < _SOON:
            last = reading.folded.original(pronoun.end())
            yield _army(reading, leaders[index], start, last, 0.7)


def _army(
    reading: Reading, leader: Mention, start: int, end: int, confidence: float
) -> Mention:
    evidence = Evidence(start, end, reading.page.text[start:end])
    slug = _LEADERS[leader.slug or ""]
    return Mention("actor", slug, evidence, "actor.forces", confidence)


_MISSION = "unsmil"


def find_mission_by_noun(
    reading: Reading, mentions: list[Mention]
) -> Iterator[Mention]:
    """Yield the UN mission for "the mission" once the report has named it or its people."""
    if not any(_is_of_mission(reading, mention.slug) for mention in mentions):
        return
    taken = {mention.evidence.start for mention in mentions}
    sentences = SentenceIndex(reading.page)
    for noun in reading.cues.anaphors.finditer(reading.lookup):
        start, end = map(reading.folded.original, noun.span(1))
        if start not in taken and sentences.at(start):
            evidence = Evidence(start, end, reading.page.text[start:end])
            yield Mention("actor", _MISSION, evidence, "actor.noun", 0.8)


def _is_of_mission(reading: Reading, slug: str | None) -> bool:
    if slug is None or _MISSION not in reading.gazetteer.actors:
        return False
    return slug == _MISSION or _MISSION in reading.gazetteer.masters(slug)


def _in_lookup(reading: Reading, position: int) -> int:
    starts = reading.folded.starts
    return position if starts is None else bisect_right(starts, position - 1)
