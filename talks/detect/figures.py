"""Claimed numbers of dead, injured, missing, displaced and returned, each bound to its own verb."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from talks.detect.confidence import calibrated
from talks.detect.counts import Counted, close_counts, ends_no_phrase, people_named
from talks.detect.cues import cue_file
from talks.detect.findings import FoundFigure
from talks.detect.folding import fold
from talks.detect.lines import Line
from talks.detect.parts import AGAIN, LEANS, PART, Bound, join_lists, lean_on_others
from talks.detect.patterns import Match, Pattern
from talks.detect.roles import source_of
from talks.detect.rules import Rule, load_rules, rule_matcher
from talks.detect.scopes import Scope
from talks.detect.words import Word
from talks.values import Qualifier

_SPLIT = {"deaths", "injured"}  # what casualties are split into
_Rank = tuple[bool, bool, int, int]


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
    if not any(word.kind == "count" for word in words):
        return []
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
                since=scope.since(item.at),
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
    """Return words without one of which no rule can find a figure, nor a count be one itself."""
    cues = cue_file(language, "figures")
    small, counted = _folded(tuple(cues["small"])), cues["counted"]
    words = {w for entry in counted["measure"].values() for w in entry}
    words |= {w for e in counted.get("alone", ()) if "measure" in e for w in e["words"]}
    rules = load_rules(language, "figures")
    return _folded(tuple(words)).union(
        *(
            _telling(pattern, small)
            for rule in rules
            if rule.says.get("measure") not in {None, *LEANS}
            for pattern in rule.patterns
        )
    )


def _telling(pattern: Pattern, small: frozenset[str]) -> frozenset[str]:
    """Return the words of the element of a pattern that is least likely to be met."""
    needed = [e.texts for e in pattern if e.op == "one" and e.texts and not e.optional]
    return min(needed, key=lambda texts: (bool(texts & small), _commonness(texts)))


def _commonness(texts: frozenset[str]) -> float:
    return sum(4.0 ** -len(text) for text in texts)


def _tells_of_people(line: Line, language: str) -> bool:
    """Whether any word of the sentence could make one of its numbers a figure."""
    tell_tales = _tell_tales(language)
    return any(not tell_tales.isdisjoint(word.forms) for word in line.words)


def _bind(words: Sequence[Word], language: str) -> list[Bound]:
    """Each count with the rule nearest to it; traps that win keep theirs."""
    ranked = _rank_all(words, language)
    bound = {at: found[0] for at, found in ranked.items() if found[0]}
    for at, word in enumerate(words):
        if word.kind == "count" and at not in ranked:
            bound |= _by_itself(at, word.value)
    leaning = lean_on_others(bound)
    for at in bound.keys() - leaning.keys():  # a part of nothing may be a figure itself
        own = next(
            (b for b in ranked.get(at, ()) if b and b.measure not in LEANS), None
        )
        if own:
            leaning[at] = own
    taken = {at for at, found in ranked.items() if found[0] is None}
    return join_lists(leaning, taken, words, language)


def _rank_all(words: Sequence[Word], language: str) -> dict[int, list[Bound | None]]:
    """Return what the rules make of each count, best first; None where a trap takes it."""
    met: dict[int, list[tuple[_Rank, Bound | None]]] = defaultdict(list)
    for match, rule in rule_matcher(language, "figures").find(words):
        for at in match.found:
            counted = words[at].value
            if words[at].kind == "count" and _allowed(
                rule, counted, noun_follows=_goes_on_as_noun(words, at, language)
            ):
                counted = _who(counted, rule, words[match.start : at], language)
                found = _as_bound(at, counted, match, rule)
                met[at].append((_rank(match, rule, at), found))
    return {at: [b for _, b in sorted(all_, key=_first)] for at, all_ in met.items()}


def _first(ranked: tuple[_Rank, Bound | None]) -> _Rank:
    return ranked[0]


def _who(
    counted: Counted, rule: Rule, before: Sequence[Word], language: str
) -> Counted:
    """Return the count with the people whom the rule or the words before it name."""
    who = rule.says.get("population")
    if counted.population not in {None, "all", "men" if who else None}:
        return counted
    if rule.says.get("who_before"):
        who = people_named(before, language)
    return replace(counted, population=who) if who else counted


def _by_itself(at: int, counted: Counted) -> dict[int, Bound]:
    """Return a count that no rule names but that says itself what it measures."""
    if counted.measure:
        return {at: Bound(at, counted, counted.measure, "counted-word@1")}
    if counted.part and counted.population:
        return {at: Bound(at, counted, PART, "part-of-them@1", subset=True)}
    return {}


def _rank(match: Match, rule: Rule, at: int) -> _Rank:
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
    asks = rule.says
    if asks.get("needs_named") and not counted.named:
        return False
    if asks.get("measure") is None:
        return asks.get("wins", False) or counted.measure is None
    if counted.things or not _agrees(rule, counted):
        return False
    nobody = counted.population is None and counted.measure is None
    unknown_noun = noun_follows and counted.population is None
    return not (
        (counted.named and nobody)
        or (asks.get("needs_people") and unknown_noun)
        or (asks.get("needs_own_measure") and counted.measure != asks["measure"])
        or counted.population not in asks.get("needs_population", [counted.population])
    )


def _agrees(rule: Rule, counted: Counted) -> bool:
    """Whether a rule's measure fits what the count itself says it measures."""
    measure, own = rule.says["measure"], counted.measure
    if measure == AGAIN:
        return own is None and counted.population in {None, "all"}
    if measure == PART or own in {None, measure}:
        return True
    return measure == "casualties" or own in rule.says.get("turns", ())


def _as_bound(at: int, counted: Counted, match: Match, rule: Rule) -> Bound | None:
    measure = rule.says.get("measure")
    if measure is None:
        return None
    if counted.measure and measure != PART and "turns" not in rule.says:
        measure = counted.measure
    return Bound(
        at,
        counted,
        measure,
        rule.name,
        width=match.end - match.start,
        scope=rule.says.get("scope"),
        subset=counted.part or rule.says.get("subset", False),
    )


def _whole(
    bound: Sequence[Bound], number: int, earlier: Sequence[FoundFigure]
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


def _population(bound: Sequence[Bound], number: int) -> str:
    """Return whom a figure counts; "61 civilian casualties (20 dead, 41 hurt)" says it once."""
    item = bound[number]
    if item.counted.population is None and item.measure in _SPLIT:
        for earlier in reversed(bound[:number]):
            if earlier.measure == "casualties":
                return earlier.counted.population or "all"
    return item.counted.population or "all"


def _as_stated(line: Line, word: Word) -> str:
    start = line.sentence.start
    return line.sentence.text[word.start - start : word.end - start]


def _confidence(item: Bound) -> float:
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
