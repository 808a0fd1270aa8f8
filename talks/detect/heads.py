"""The words that say what a number counts, from a language's cue file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from talks.detect.cues import Phrases, cue_file
from talks.detect.folding import fold

THINGS = "things"


@dataclass(frozen=True, slots=True)
class Heads:
    """One language's counted words, from its cue file."""

    meanings: Phrases[tuple[str, str]]  # ("population", "civilians"), ("measure", …)
    links: frozenset[str]
    stops: frozenset[str]
    articles: frozenset[str]
    definite: frozenset[str]
    plural_endings: tuple[str, ...]
    ordinals: frozenset[str]
    part: frozenset[str]
    consists: Phrases[bool]
    age_before: frozenset[str]
    aged: frozenset[str]
    are: frozenset[str]
    alone: dict[str, tuple[int, str, str]]
    openers: frozenset[str]  # words that count someone without a number
    after_kill: frozenset[str]
    person_after: frozenset[str]
    person_ends: tuple[str, ...]
    adjective_after: bool


@cache
def heads_of(language: str) -> Heads:
    counted = cue_file(language, "figures")["counted"]
    meanings = [
        *((w, ("measure", m)) for m, ws in counted["measure"].items() for w in ws),
        *((w, ("population", p)) for w, p in _people(counted)),
        *((w, ("population", p)) for p, ws in counted["phrase"].items() for w in ws),
        *((w, (THINGS, "")) for w in counted["things"]["words"]),
    ]
    alone = _alone(counted.get("alone", ()))
    articles, definite = _folded(counted["articles"]), _folded(counted["definite"])
    return Heads(
        meanings=Phrases(meanings),
        links=_folded(counted["links"]),
        stops=_folded(counted["stops"]),
        articles=articles,
        definite=definite,
        plural_endings=tuple(counted["plural_endings"]),
        ordinals=_folded(counted["ordinals"]),
        part=_folded(counted["part"]),
        consists=Phrases((phrase, True) for phrase in counted["consists"]),
        age_before=_folded(counted["age_before"]),
        aged=_folded(counted.get("aged", ())),
        are=_folded(counted.get("are", ())),
        alone=alone,
        openers=articles.union(definite, alone),
        after_kill=_folded(counted.get("dual_after", ())),
        person_after=_folded(counted.get("person_after", ())),
        person_ends=tuple(counted.get("person_ends", ())),
        adjective_after=counted.get("adjective_after", False),
    )


def _people(counted: Any) -> Iterator[tuple[str, str]]:
    """Yield each word for people with who they are, in Arabic also as someone's: "عناصرها"."""
    for population, words in counted["population"].items():
        for word in words:
            for ending in ("", *counted.get("suffixes", ())):
                yield word.removesuffix("*") + ending, population


def _alone(entries: Sequence[Any]) -> dict[str, tuple[int, str, str]]:
    """Return the words that are a count themselves; Arabic singulars also as objects."""
    alone = {}
    for entry in entries:
        says = entry["count"], entry.get("population", ""), entry.get("measure", "")
        for word in entry["words"]:
            alone[fold(word).text] = says
            if entry["count"] == 1 and not word.endswith(("ة", "ي")):
                alone.setdefault(fold(word).text + "ا", says)
    return alone


def _folded(words: Sequence[str]) -> frozenset[str]:
    return frozenset(fold(word).text for word in words)
