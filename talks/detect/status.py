"""Whether a thing happened, or was called for, planned, denied or only recalled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from talks.detect.cues import cue_file
from talks.detect.findings import Status
from talks.detect.folding import fold
from talks.detect.patterns import Match
from talks.detect.rules import Rule, rule_matcher
from talks.detect.words import Word

_HARD_STOPS = frozenset({";", ".", "?", "!", ":"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A word or phrase that governs what is said near it: words[start:end]."""

    start: int
    end: int
    status: Status
    covers: str
    order: int


@cache
def _words_of(language: str, name: str) -> frozenset[str]:
    return frozenset(fold(word).text for word in cue_file(language, "status")[name])


@cache
def _reach(language: str) -> int:
    return int(cue_file(language, "status")["reach"])


def find_cues(words: Sequence[Word], language: str) -> list[Cue]:
    """Every word of the sentence that makes a thing less than a fact."""
    matches = rule_matcher(language, "status").find(words)
    return [_cue(match, rule) for match, rule in matches]


def _cue(match: Match, rule: Rule) -> Cue:
    return Cue(
        match.start,
        match.end,
        Status(rule.says["status"]),
        rule.says.get("covers", "after"),
        rule.order,
    )


def status_of(
    match: Match, cues: Sequence[Cue], words: Sequence[Word], language: str
) -> Status:
    """The status that the nearest governing word gives to what `match` found."""
    governing = [
        (_distance(cue, match), cue.order, cue)
        for cue in cues
        if _governs(cue, match, words, language)
    ]
    if not governing:
        return Status.OCCURRED
    return min(governing, key=lambda entry: entry[:2])[2].status


def _distance(cue: Cue, match: Match) -> int:
    if cue.start < match.end and match.start < cue.end:
        return 0
    return match.start - cue.end if cue.end <= match.start else cue.start - match.end


def _governs(cue: Cue, match: Match, words: Sequence[Word], language: str) -> bool:
    inside = match.start <= cue.start < match.end
    if inside and cue.covers != "sentence":
        return True
    if cue.covers in {"after", "sentence"} and cue.end <= match.start:
        return _unbroken(words, cue.end, match.start, language)
    if cue.covers in {"before", "sentence"} and cue.start >= match.end:
        return _unbroken(words, match.end, cue.start, language)
    return cue.start < match.start < cue.end


def _unbroken(words: Sequence[Word], start: int, end: int, language: str) -> bool:
    """Whether one clause holds both ends, near enough to each other."""
    if end - start > _reach(language):
        return False
    breaks = _words_of(language, "breaks")
    return not any(
        word.text in _HARD_STOPS or not breaks.isdisjoint(word.forms)
        for word in words[start:end]
    )


def is_recalled(match: Match, words: Sequence[Word], language: str) -> bool:
    """Whether the wording looks back: "had been", "since the …", "which began"."""
    before = words[max(match.start - 5, 0) : match.end]
    reported = any(
        not _words_of(language, "reporting").isdisjoint(word.forms)
        for word in words[: match.end]
    )
    perfect = _words_of(language, "past_perfect")
    if not reported and any(not perfect.isdisjoint(word.forms) for word in before):
        return True
    since = _words_of(language, "since")
    behind = words[max(match.start - 6, 0) : match.start]
    return any(not since.isdisjoint(word.forms) for word in behind)
