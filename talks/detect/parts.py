"""Counts that lean on another of their sentence: parts, earlier values and lists."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import pairwise

from talks.detect.counts import Counted
from talks.detect.cues import cue_file
from talks.detect.words import Word

PART = "same"  # measures what the whole does: "including four children"
AGAIN = "again"  # is another value of the figure before it: "up from 26"
_THAT_IS = frozenset({"or", "soit", "ou", "اي", "and", "et"})
_AGAIN_TO = frozenset(
    {"to", "of", "a", "de", "d'"}
)  # "la vie à 60 civils et à 200 soldats"
LEANS = frozenset({PART, AGAIN})
_AND_NEXT = 3  # words from one count to the next in "57 dead and 120 wounded"
_SAME_THOUGHT = 24  # words from a figure to its earlier value
_WHO = frozenset({None, "all"})


@dataclass(frozen=True, slots=True)
class Bound:
    """A count of the sentence with the rule that says what it measures."""

    at: int
    counted: Counted
    measure: str
    rule: str
    width: int = 0
    scope: str | None = None
    subset: bool = False


def lean_on_others(bound: dict[int, Bound]) -> dict[int, Bound]:
    """Give parts and earlier values the measure of their figure, or drop them without one."""
    resolved = {at: item for at, item in bound.items() if item.measure not in LEANS}
    for at, item in sorted(bound.items()):
        if at in resolved:
            continue
        read = _again if item.measure == AGAIN else _part
        found = read(item, resolved)
        if found:
            resolved[at] = found
    return resolved


def _again(item: Bound, resolved: dict[int, Bound]) -> Bound | None:
    """Read the 26 of "the toll rose to 37, up from 26" as what the 37 is."""
    model = _near_whole(item.at, resolved)
    if model is None:
        return None
    population = item.counted.population
    if population in _WHO:
        population = model.counted.population
    counted = replace(item.counted, population=population)
    return replace(item, counted=counted, measure=model.measure, scope=model.scope)


def _near_whole(at: int, resolved: dict[int, Bound]) -> Bound | None:
    """Return the figure before a value, or right behind it as in "from 19 to 23 dead"."""
    wholes = [item for item in resolved.values() if not item.subset]
    before = [item for item in wholes if 0 < at - item.at <= _SAME_THOUGHT]
    after = [item for item in wholes if 0 < item.at - at <= _AND_NEXT]
    if before:
        return max(before, key=lambda item: item.at)
    return min(after, key=lambda item: item.at) if after else None


def _part(item: Bound, resolved: dict[int, Bound]) -> Bound | None:
    own = item.counted.measure
    before = sorted(b for b in resolved if b < item.at and not resolved[b].subset)
    if not before:
        return replace(item, measure=own) if own else None
    measure = own or _measure_of_part(item.at, before, resolved)
    return replace(item, measure=measure, scope=resolved[before[-1]].scope)


def _measure_of_part(at: int, before: Sequence[int], bound: dict[int, Bound]) -> str:
    """Take "57 dead and 120 wounded, among them 66 deminers" for both together."""
    last = bound[before[-1]]
    set_off = at - before[-1] > _AND_NEXT + 1
    if set_off and len(before) > 1 and before[-1] - before[-2] <= _AND_NEXT:
        pair = {bound[at].measure for at in before[-2:]}
        if pair == {"deaths", "injured"}:
            return "casualties"
    return last.measure


def join_lists(
    bound: dict[int, Bound],
    taken: AbstractSet[int],
    words: Sequence[Word],
    language: str,
) -> list[Bound]:
    """Let a list share its verb: "three men, two women and a boy were killed".

    `taken` are the counts that a rule has said to be something else.
    """
    joining = frozenset(cue_file(language, "figures")["and"]) | {","}
    counts = [at for at, word in enumerate(words) if word.kind == "count"]
    pairs = list(pairwise(counts))
    for left, right in [*pairs, *reversed(pairs)]:
        if (left in bound) == (right in bound) or taken & {left, right}:
            continue
        if not _listed(words, left, right, joining):
            continue
        have, lack = (left, right) if left in bound else (right, left)
        counted = words[lack].value
        backwards = have == right and bound[have].subset
        if counted.population and not counted.things and not backwards:
            bound[lack] = replace(bound[have], at=lack, counted=counted)
    return [bound[at] for at in sorted(bound)]


def _listed(
    words: Sequence[Word], left: int, right: int, joining: AbstractSet[str]
) -> bool:
    """Whether two counts stand in one list."""
    between = words[left + 1 : right]
    if words[right].value.joined:  # an Arabic "and"
        return len(between) <= 2 and all(word.kind == "word" for word in between)
    if not 0 < len(between) <= 2:
        return False
    if _same_people(words[left].value, words[right].value):
        return between[0].kind == "mark" or between[0].text in _THAT_IS
    repeats = len(between) > 1 and between[-1].text in _AGAIN_TO
    if not all(word.text in joining for word in between[: -1 if repeats else None]):
        return False
    only_comma = between[-1].kind == "mark"
    return not (only_comma and _opens_clause(words, right, joining))


def _same_people(one: Counted, other: Counted) -> bool:
    """Whether people are told twice: "500 families, some 2,600 people"."""
    families = [counted.population == "families" for counted in (one, other)]
    return any(families) and not all(families)


def _opens_clause(words: Sequence[Word], at: int, joining: AbstractSet[str]) -> bool:
    """Whether a person behind a comma begins a new thought: ", the commander said"."""
    after = words[at + 1 : at + 2]
    goes_on = bool(after) and after[0].kind == "word" and after[0].text not in joining
    return words[at].value.named and goes_on
