"""Where a sentence tells of events: the rules met in it, whatever dates stand between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from talks.detect.cues import cue_file
from talks.detect.folding import fold
from talks.detect.matcher import Matcher
from talks.detect.patterns import Match
from talks.detect.rules import Rule, load_rules, rule_matcher
from talks.detect.words import Word

Trigger = tuple[Match, Rule]

# One stretch of words is not both; the surer rule keeps it.
_ALTERNATIVES = (
    {"truce", "agreement"},
    {"talks", "mediation"},
    {"attack", "offensive"},
    {"offensive", "control_change"},
    {"humanitarian", "economic"},
    {"resolution", "appointment"},
    {"appointment", "control_change"},
    {"appointment", "agreement"},
    {"agreement", "control_change"},
    {"talks", "humanitarian"},
    {"truce", "attack"},
    {"truce", "mediation"},
    {"resolution", "statement"},
    {"embargo_violation", "economic"},
    {"embargo_violation", "humanitarian"},
    {"embargo_violation", "control_change"},
    {"embargo_violation", "offensive"},
    {"humanitarian", "control_change"},
    {"economic", "control_change"},
)


def find_triggers(words: Sequence[Word], language: str) -> Iterator[Trigger]:
    """Yield every event rule met in a sentence.

    "Agreed on Monday to stop" reads as "agreed to stop"; only the few rules that ask
    for a date are tried on the sentence as it stands.
    """
    if not any(word.kind == "date" for word in words):
        yield from rule_matcher(language, "events").find(words)
        return
    kept = _undated(words, language)
    row = [words[at] for at in kept]
    for match, rule in rule_matcher(language, "events").find(row):
        yield _mapped_back(match, kept), rule
    yield from _asking_for_date(language).find(words)


def _undated(words: Sequence[Word], language: str) -> list[int]:
    """Return the positions of all words but dates and what only leads up to them."""
    leads = _leads(language)
    kept: list[int] = []
    for at, word in enumerate(words):
        if word.kind == "date":
            before = at - 1
            while kept and kept[-1] == before and _leads_up(words[before], leads):
                before = kept.pop() - 1
        elif not _closes_date(words, at):
            kept.append(at)
    return kept


def _leads_up(word: Word, leads: frozenset[str]) -> bool:
    return word.kind == "word" and word.text in leads


def _closes_date(words: Sequence[Word], at: int) -> bool:
    """Whether a comma only ends a date that stands between two: ", on Monday,"."""
    comma = words[at].text == "," and words[at].kind == "word"
    return comma and at > 0 and words[at - 1].kind == "date"


@cache
def _leads(language: str) -> frozenset[str]:
    leads = cue_file(language, "events")["before_dates"]
    return frozenset(fold(word).text for word in leads)


def _mapped_back(match: Match, kept: Sequence[int]) -> Match:
    found = tuple(kept[at] for at in match.found)
    return Match(kept[match.start], kept[match.end - 1] + 1, found)


@cache
def _asking_for_date(language: str) -> Matcher[Rule]:
    return Matcher(
        [
            (pattern, rule)
            for rule in load_rules(language, "events")
            for pattern in rule.patterns
            if any("date" in element.kinds for element in pattern)
        ]
    )


def surest(triggers: Sequence[Trigger]) -> list[Trigger]:
    """Return the triggers in their order; of those that share words the surest of each kind."""
    taken: list[Trigger] = []
    for match, rule in sorted(triggers, key=_best_first):
        if not any(_clash(match, rule, *other) for other in taken):
            taken.append((match, rule))
    return sorted(taken, key=_position)


def _best_first(trigger: Trigger) -> tuple[float, int, int]:
    """Surer rules first; a statement is its nearest actor's, other things reach far."""
    match, rule = trigger
    length = match.end - match.start
    near = length if rule.says["kind"] == "statement" else -length
    return -rule.says["sure"], near, match.start


def _position(trigger: Trigger) -> int:
    return trigger[0].start


def _clash(match: Match, rule: Rule, other: Match, other_rule: Rule) -> bool:
    touching = match.start < other.end and other.start < match.end
    return touching and (
        rule.says["kind"] == other_rule.says["kind"]
        or {rule.says["kind"], other_rule.says["kind"]} in _ALTERNATIVES
    )
