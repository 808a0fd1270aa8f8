"""A report as names are read in it: its text for looking up, and what it names in full."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from talks.detect.findings import Evidence, Mention
from talks.detect.folding import Folded
from talks.detect.gazetteer import Gazetteer
from talks.detect.name_cues import NameCues
from talks.detect.spellings import Spelling
from talks.detect.text import Page, Part


@dataclass(frozen=True, slots=True)
class Reading:
    """What deciding about a name takes: the text, the cues, and who is named in full."""

    page: Page
    folded: Folded
    lookup: str
    gazetteer: Gazetteer
    cues: NameCues
    published: date
    in_full: frozenset[str]
    place_ends: frozenset[int]
    lebanese: bool

    def before(self, found: Spelling, width: int = 60) -> str:
        """Return what stands before a name on its line."""
        start = max(0, found.start - width)
        if self.folded.starts is None:
            start = max(start, found.sentence.start)
        return self.lookup[start : found.start].rpartition("\n")[2]

    def after(self, found: Spelling, width: int = 60) -> str:
        """Return what stands after a name on its line."""
        return self.lookup[found.end : found.end + width].partition("\n")[0]

    def words_before(self, found: Spelling) -> list[str]:
        """Return the words before a name, the nearest last."""
        return _WORD.findall(self.before(found))

    def words_after(self, found: Spelling) -> list[str]:
        """Return the words after a name, the nearest first."""
        return _WORD.findall(self.after(found))

    def mention(
        self, found: Spelling, kind: str, slugs: list[str], rule: str, confidence: float
    ) -> Mention:
        """Return the mention of one slug, or of several that it may mean."""
        start, end = self.folded.original(found.start), self.folded.original(found.end)
        slug = slugs[0] if len(slugs) == 1 else None
        return Mention(
            kind=kind,
            slug=slug,
            evidence=Evidence(start, end, self.page.text[start:end]),
            rule=rule,
            confidence=confidence if slug else 0.5,
            candidates=() if slug else tuple(slugs),
            dateline=kind == "place" and self.in_dateline(found),
        )

    def in_dateline(self, found: Spelling) -> bool:
        """Tell whether a name stands in "Geneva - " or on a line that is no sentence."""
        if found.sentence.part is Part.META:
            return True
        return self.folded.original(found.start) < found.sentence.opens


_WORD = re.compile(r"\w+")


def named_in_full(found: list[Spelling]) -> frozenset[str]:
    """Return the actors whom the report calls by their whole name."""
    slugs = (
        one.form.actors for one in found if one.form.whole and len(one.form.actors) == 1
    )
    return frozenset(slug for (slug,) in slugs)


_LEBANON = re.compile(
    r"(?<!\w)(?:lebanon|lebanese|liban|libanaise?s?|لبنان|ال?لبناني?ه?)(?!\w)"
)
_LIBYA = re.compile(r"(?<!\w)(?:libya|libyan|libye|libyenn?e?s?)(?!\w)|ليبيا|ليبي")


def speaks_of_lebanon(lookup: str) -> bool:
    """Tell whether Tripoli would be the Lebanese one; most reports name no Lebanon at all."""
    sample = lookup[:20_000]
    if not any(stem in sample for stem in ("leban", "liban", "لبنان")):
        return False
    return len(_LEBANON.findall(sample)) > len(_LIBYA.findall(sample))
