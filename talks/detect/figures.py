"""Claimed numbers of dead, injured, missing, displaced and returned, each bound to its own verb."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from talks.detect.confidence import calibrated
from talks.detect.counts import Counted, close_counts, ends_no_phrase
from talks.detect.cues import cue_file
from talks.detect.findings import FoundFigure
from talks.detect.folding import fold
from talks.detect.lines import Line
from talks.detect.patterns import Match
from talks.detect.roles import source_of
from talks.detect.rules import Rule, rule_matcher
from talks.detect.scopes import Scope
from talks.detect.words import Word
from talks.values import Qualifier

_AND_NEXT = 3  # words from one count to the next in "57 dead and 120 wounded"


@dataclass(frozen=True, slots=True)
class _Bound:
    """A count of the sentence with the rule that says what it measures."""

    at: int
    counted: Counted
    measure: str
    rule: str
    width: int = 0
    scope: str | None = None
    subset: bool = False


def read_figures(
    line: Line, language: str, earlier: Sequence[FoundFigure] = ()
) -> list[FoundFigure]:
    """Return the figures that one sentence claims, in the order in which it does.

    `earlier` are those of the sentences before it: a part may be part of one of them,
    and says so by its position in all figures of the report.
    """
    if not _tells_of_people(line, language):
        return []
    words = close_counts(line.words, language)
    bound = _bind(words, language)
    scope = Scope(line, words, language)
    source = source_of(line.words, language) if bound else None
    assertion = "claimed" if _is_hearsay(words, language) else "asserted"
    figures = []
    for number, item in enumerate(bound):
        whole = _whole(bound, number, earlier)
        figures.append(
            FoundFigure(
                measure=item.measure,
                population=_population(bound, number),
                count=item.counted.count,
                scope=item.scope or scope.of(item.at, item.measure),
                as_stated=_as_stated(line, words[item.at]),
                evidence=line.sentence.evidence(),
                rule=item.rule,
                confidence=_confidence(item),
                as_of=scope.as_of(item.at),
                since=scope.since,
                place=_place(line, words[item.at]),
                subset_of=whole,
                attributed_to=source,
                assertion=assertion,
            )
        )
    return figures


def _is_hearsay(words: Sequence[Word], language: str) -> bool:
    """Whether the wording does not vouch for what it says: "reportedly", "auraient"."""
    claimed = _folded(tuple(cue_file(language, "figures")["claimed"]))
    return any(not claimed.isdisjoint(word.forms) for word in words)


@cache
def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold(word).text for word in words)


@cache
def _tell_tales(language: str) -> frozenset[str]:
    cues = cue_file(language, "figures")
    lists = cues["words"]
    words = {w for name in cues["tell_tale"] for w in lists.get(name, [name])}
    alone = cues["counted"].get("alone", ())
    words |= {w for entry in alone if "measure" in entry for w in entry["words"]}
    return frozenset(fold(word).text for word in words)


def _tells_of_people(line: Line, language: str) -> bool:
    """Whether any word of the sentence could make one of its numbers a figure."""
    tell_tales = _tell_tales(language)
    return any(not tell_tales.isdisjoint(word.forms) for word in line.words)


def _bind(words: Sequence[Word], language: str) -> list[_Bound]:
    """Each count with the rule nearest to it; traps that win keep theirs."""
    best: dict[int, tuple[tuple[bool, bool, int, int], _Bound | None]] = {}
    for match, rule in rule_matcher(language, "figures").find(words):
        for at in match.found:
            counted = words[at].value
            if not _allowed(
                rule, counted, noun_follows=_goes_on_as_noun(words, at, language)
            ):
                continue
            rank = _rank(match, rule, at)
            if at not in best or rank < best[at][0]:
                best[at] = rank, _as_bound(at, counted, match, rule)
    bound = {at: item for at, (_, item) in best.items() if item}
    for at, word in enumerate(words):
        if word.kind == "count" and at not in best:
            bound |= _by_itself(at, word.value)
    return _share(_resolve_same(bound), words, language)


def _by_itself(at: int, counted: Counted) -> dict[int, _Bound]:
    """Return a count that no rule names but that says itself what it measures."""
    if counted.measure:
        return {at: _Bound(at, counted, counted.measure, "counted-word@1")}
    if counted.part and counted.population:
        return {at: _Bound(at, counted, "same", "part-of-them@1", subset=True)}
    return {}


def _rank(match: Match, rule: Rule, at: int) -> tuple[bool, bool, int, int]:
    """Smaller is better: traps that win, then strong rules and parts, then the nearest verb."""
    wins = rule.says.get("wins", False)
    strong = rule.says.get("subset", False) or rule.says.get("strong", False)
    reach = max(at - match.start, match.end - 1 - at)
    return not wins, not strong, reach, rule.order


def _goes_on_as_noun(words: Sequence[Word], at: int, language: str) -> bool:
    """Whether the count is followed by a word that is not known to be people."""
    if at + 1 >= len(words) or words[at + 1].kind != "word":
        return False
    return ends_no_phrase(words[at + 1], language)


def _allowed(rule: Rule, counted: Counted, *, noun_follows: bool) -> bool:
    """Whether what the rule asks of a count holds for this one."""
    measure = rule.says.get("measure")
    if measure is None:
        return rule.says.get("wins", False) or counted.measure is None
    if counted.things or not _agrees(measure, counted):
        return False
    nobody = counted.population is None and counted.measure is None
    if counted.named and nobody:
        return False
    if rule.says.get("needs_own_measure") and counted.measure != measure:
        return False
    populations = rule.says.get("needs_population", [counted.population])
    unknown_noun = noun_follows and counted.population is None
    return counted.population in populations and not (
        rule.says.get("needs_people") and unknown_noun
    )


def _agrees(measure: str, counted: Counted) -> bool:
    """Whether a rule's measure fits what the count itself says it measures."""
    if measure == "same":
        return True
    return counted.measure in {None, measure} or (
        measure == "casualties" and counted.measure is not None
    )


def _as_bound(at: int, counted: Counted, match: Match, rule: Rule) -> _Bound | None:
    measure = rule.says.get("measure")
    if measure is None:
        return None
    if counted.measure and measure != "same":
        measure = counted.measure
    return _Bound(
        at,
        counted,
        measure,
        rule.name,
        width=match.end - match.start,
        scope=rule.says.get("scope"),
        subset=counted.part or rule.says.get("subset", False),
    )


def _resolve_same(bound: dict[int, _Bound]) -> dict[int, _Bound]:
    """Give a part the measure of the figure it is part of, or drop it without one."""
    resolved = {at: item for at, item in bound.items() if item.measure != "same"}
    for at, item in sorted(bound.items()):
        if item.measure != "same":
            continue
        own = item.counted.measure
        before = sorted(b for b in resolved if b < at and not resolved[b].subset)
        if before:
            measure = own or _measure_of_part(at, before, resolved)
            scope = resolved[before[-1]].scope
            resolved[at] = replace(item, measure=measure, scope=scope)
        elif own:
            resolved[at] = replace(item, measure=own)
    return resolved


def _measure_of_part(at: int, before: Sequence[int], bound: dict[int, _Bound]) -> str:
    """Take "57 dead and 120 wounded, among them 66 deminers" for both together."""
    last = bound[before[-1]]
    set_off = at - before[-1] > _AND_NEXT + 1
    if set_off and len(before) > 1 and before[-1] - before[-2] <= _AND_NEXT:
        pair = {bound[at].measure for at in before[-2:]}
        if pair == {"deaths", "injured"}:
            return "casualties"
    return last.measure


def _share(
    bound: dict[int, _Bound], words: Sequence[Word], language: str
) -> list[_Bound]:
    """Let a list share its verb: "three men, two women and a boy were killed"."""
    joining = frozenset(cue_file(language, "figures")["and"]) | {","}
    counts = [at for at, word in enumerate(words) if word.kind == "count"]
    for left, right in [*pairwise(counts), *reversed(list(pairwise(counts)))]:
        between = words[left + 1 : right]
        if len(between) > 2 or not all(word.text in joining for word in between):
            continue
        if (left in bound) == (right in bound) or not between:
            continue
        have, lack = (left, right) if left in bound else (right, left)
        counted = words[lack].value
        if counted.population and not counted.things and not bound[have].subset:
            bound[lack] = replace(bound[have], at=lack, counted=counted)
    return [bound[at] for at in sorted(bound)]


def _whole(
    bound: Sequence[_Bound], number: int, earlier: Sequence[FoundFigure]
) -> int | None:
    """Return the figure that this one is part of: the nearest whole of its measure."""
    part = bound[number]
    if not part.subset:
        return None
    here = [
        at
        for at, other in enumerate(bound)
        if not other.subset and other.measure == part.measure
    ]
    before = [at for at in here if at < number]
    if here:
        return len(earlier) + (before[-1] if before else here[0])
    for at in range(len(earlier) - 1, -1, -1):
        whole = earlier[at]
        if whole.subset_of is None and whole.measure == part.measure:
            return at
    return None


def _population(bound: Sequence[_Bound], number: int) -> str:
    item = bound[number]
    return item.counted.population or "all"


def _as_stated(line: Line, word: Word) -> str:
    start = line.sentence.start
    return line.sentence.text[word.start - start : word.end - start]


def _confidence(item: _Bound) -> float:
    """Near and numbered is surer than far or counted by an article."""
    sure = 0.93 if item.width <= 4 else 0.85 if item.width <= 8 else 0.7
    if item.counted.named:
        sure -= 0.12
    if item.counted.population is None and item.counted.measure is None:
        sure -= 0.08
    if item.counted.count.qualifier is Qualifier.VAGUE:
        sure -= 0.05
    return calibrated(sure)


def _place(line: Line, word: Word) -> str | None:
    """Return the place named nearest to the number."""
    places = line.places()
    if not places:
        return None
    return min(places, key=lambda m: abs(m.evidence.start - word.end)).slug
