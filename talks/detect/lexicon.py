"""The number words of each language, from its cue file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from talks.detect.cues import Phrases, cue_file
from talks.detect.folding import fold
from talks.values import Qualifier


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language's number words, from its cue file."""

    language: str
    decimal_mark: str
    group_marks: frozenset[str]
    number_words: frozenset[str]
    joining_words: frozenset[str]
    adding: dict[str, int]
    multipliers: dict[str, int]
    ambiguous_alone: frozenset[str]
    phrases: Phrases[tuple[int, int, Qualifier]]
    before: Phrases[Qualifier]
    after: Phrases[Qualifier]
    to: frozenset[str]
    between: Phrases[bool]
    not_a_range_after: frozenset[str]
    arrives_after: frozenset[str]
    arrives: Phrases[bool]
    openers: frozenset[str]  # words that a number may begin with


@cache
def lexicon_of(language: str) -> Lexicon:
    cues = cue_file(language, "numbers")
    number_words = _folded(cues.get("number_words", ()))
    adding = {fold(w).text: v for w, v in cues.get("adding", {}).items()}
    multipliers = {fold(w).text: v for w, v in cues["multipliers"].items()}
    phrases = Phrases(_phrases(cues))
    return Lexicon(
        language=language,
        decimal_mark=cues["decimal_mark"],
        group_marks=frozenset(cues["group_marks"]),
        number_words=number_words,
        joining_words=_folded(cues.get("joining_words", ())),
        adding=adding,
        multipliers=multipliers,
        ambiguous_alone=_folded(cues["ambiguous_alone"]),
        phrases=phrases,
        before=Phrases(_hedges(cues["before"])),
        after=Phrases(_hedges(cues["after"])),
        to=_folded(cues["to"]),
        between=Phrases((phrase, True) for phrase in cues["between"]),
        not_a_range_after=_folded(cues["not_a_range_after"]),
        arrives_after=_folded(cues["arrives"]["after"]),
        arrives=Phrases((phrase, True) for phrase in cues["arrives"]["hedges"]),
        openers=number_words.union(adding, multipliers, phrases.first_words),
    )


def _folded(words: Sequence[str]) -> frozenset[str]:
    return frozenset(fold(word).text for word in words)


def _phrases(cues: Any) -> list[tuple[str, tuple[int, int, Qualifier]]]:
    return [
        *((p, (n, n, Qualifier.ABOUT)) for p, n in cues["round"].items()),
        *((p, (n, n, Qualifier.EXACT)) for p, n in cues["exactly"].items()),
        *((p, (a, b, Qualifier.VAGUE)) for p, (a, b) in cues["vague"].items()),
    ]


def _hedges(table: dict[str, list[str]]) -> list[tuple[str, Qualifier]]:
    return [(p, Qualifier(name)) for name, ps in table.items() for p in ps]
