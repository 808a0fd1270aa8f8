"""The words around a name that tell what it means, as each language has them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from talks.detect.cues import LANGUAGES, cue_file
from talks.detect.folding import fold_name


@dataclass(frozen=True, slots=True)
class NameCues:
    """Cue words of one language, folded, and its patterns, compiled."""

    language: str
    titles: frozenset[str]
    given_names: frozenset[str]
    shared_surnames: frozenset[str]
    common_places: frozenset[str]
    place_words: frozenset[str]
    officials: frozenset[str]
    locatives: frozenset[str]
    movements: frozenset[str]
    gatherings: frozenset[str]
    generic: frozenset[str]
    demonyms: dict[str, str]
    demonym: re.Pattern[str]
    forces_after: re.Pattern[str]
    forces_before: re.Pattern[str]
    forces_pronoun: re.Pattern[str]
    inside: frozenset[str]
    foreigners: frozenset[str]
    also_given: frozenset[str]
    backed: re.Pattern[str]  # "-backed", after a name
    backed_by: re.Pattern[str]  # "soutenu par", before one
    of_region: re.Pattern[str]  # "strongman of", before a region
    anaphors: re.Pattern[str]  # "the mission", for the one named before


@cache
def load_name_cues(language: str) -> NameCues:
    """Read `names.toml` of a language; English where we have none."""
    cues = cue_file(language if language in LANGUAGES else "en", "names")
    demonyms = {fold_name(word): slug for word, slug in cues["demonyms"].items()}
    title = _any_word(cues["titles"].split())
    return NameCues(
        language=language,
        demonyms=demonyms,
        demonym=re.compile(
            rf"(?<!\w)(?:[وف]?[بلك]?ال|لل)?({_any_word(demonyms)})(?:ين|ون)?(?!\w)"
        ),
        forces_after=re.compile(cues["forces_after"]),
        # a title or a first name may come between: "the forces of Field Marshal Khalifa"
        forces_before=re.compile(
            rf"(?<!\w)و?{cues['forces_before']}(?:(?:{title}|ال\w+|\w+) ?){{0,3}}\Z"
        ),
        forces_pronoun=re.compile(rf"(?<!\w){cues['forces_pronoun']}(?!\w)"),
        backed=re.compile(cues["backed"]),
        of_region=re.compile(rf"(?<!\w)(?:{cues['of_region']})\Z"),
        anaphors=re.compile(rf"(?<!\w)(?:{cues['anaphors']})"),
        backed_by=re.compile(rf"{cues['backed_by']}\Z"),
        generic=frozenset(
            fold_name(phrase).replace("-", " ") for phrase in cues["generic"]
        ),
        **{name: _words(cues.get(name, "")) for name in _WORD_LISTS},
    )


_WORD_LISTS = (
    "titles",
    "given_names",
    "shared_surnames",
    "common_places",
    "place_words",
    "officials",
    "locatives",
    "movements",
    "gatherings",
    "inside",
    "foreigners",
    "also_given",
)


def _words(listed: str) -> frozenset[str]:
    return frozenset(fold_name(word) for word in listed.split())


def _any_word(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
