"""Who and where a report speaks of: names found in its sentences and told apart."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from talks.detect.findings import Mention
from talks.detect.folding import Folded
from talks.detect.gazetteer import Gazetteer, to_lookup
from talks.detect.masks import Mask, find_masks
from talks.detect.name_cues import load_name_cues
from talks.detect.peoples import (
    find_armies_by_leader,
    find_mission_by_noun,
    find_states_by_people,
)
from talks.detect.reading import Reading, named_in_full, speaks_of_lebanon
from talks.detect.senses import decide
from talks.detect.spellings import find_spellings
from talks.detect.text import Page


@dataclass(frozen=True, slots=True)
class Names:
    """The mentions of a report in order, and the stretches where numbers are names."""

    mentions: tuple[Mention, ...]
    masks: tuple[Mask, ...]

    def within(self, start: int, end: int) -> tuple[Mention, ...]:
        """Return the mentions that lie in a stretch of the text."""
        first = bisect_right(self.mentions, start - 1, key=lambda m: m.evidence.start)
        last = bisect_right(self.mentions, end - 1, key=lambda m: m.evidence.start)
        return tuple(m for m in self.mentions[first:last] if m.evidence.end <= end)

    def masked(self, start: int, end: int) -> bool:
        """Tell whether what stands here is part of a name."""
        last = bisect_right(self.masks, start, key=lambda mask: mask.start)
        return any(mask.end >= end for mask in self.masks[max(0, last - 3) : last])


def find_names(
    page: Page, gazetteer: Gazetteer, published: date, language: str = "en"
) -> Names:
    """Return the actors and places a page names, each tied to its characters.

    A name that several share goes to the one it belonged to on the day of the report;
    where that does not decide, `slug` is None and the candidates are given.
    """
    folded = page.folded
    lookup = to_lookup(folded.text)
    found = find_spellings(page, folded, lookup, gazetteer)
    reading = Reading(
        page=page,
        folded=folded,
        lookup=lookup,
        gazetteer=gazetteer,
        cues=load_name_cues(language),
        published=published,
        in_full=named_in_full(found),
        place_ends=frozenset(one.end for one in found if one.form.places),
        lebanese=speaks_of_lebanon(lookup),
    )
    mentions = [mention for one in found for mention in decide(reading, one)]
    mentions += find_states_by_people(reading, found)
    mentions += find_armies_by_leader(reading, mentions)
    mentions += find_mission_by_noun(reading, mentions)
    mentions.sort(
        key=lambda m: (m.evidence.start, -m.evidence.end, m.kind, m.slug or "")
    )
    return Names(tuple(_once(mentions)), _masks(folded, mentions))


def _once(mentions: list[Mention]) -> Iterator[Mention]:
    seen = set()
    for mention in mentions:
        key = (mention.evidence.start, mention.evidence.end, mention.kind, mention.slug)
        if key not in seen:
            seen.add(key)
            yield mention


_DIGIT = re.compile(r"\d")


def _masks(folded: Folded, mentions: list[Mention]) -> tuple[Mask, ...]:
    numbered = [
        Mask(folded.original(mask.start), folded.original(mask.end), mask.kind)
        for mask in find_masks(folded.text)
    ]
    named = [
        Mask(mention.evidence.start, mention.evidence.end, "name")
        for mention in mentions
        if _DIGIT.search(mention.evidence.quote)
    ]
    return tuple(sorted(numbered + named, key=lambda mask: (mask.start, mask.end)))
