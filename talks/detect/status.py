"""Whether a thing happened, or was called for, planned, denied or only recalled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from talks.detect.cues import cue_file
from talks.detect.findings import Status
from talks.detect.folding import fold
from talks.detect.patterns import Match
from talks.detect.rules import Rule, rule_matcher
from talks.detect.verbs import spelled
from talks.detect.words import Word

_HARD_STOPS = frozenset({";", ".", "?", "!", ":"})
_NEGATION_REACH = 3  # words before a verb
_DAY_OF_SPEECH = 3  # words from a verb of speech to its day
_SINCE_REACH = 6  # words from "since" to what it introduces
_VERB_REACH = 6  # words from a verb in the future to what is to come
_LATER_RULES = 99  # words outweigh the tense of a verb


@dataclass(frozen=True, slots=True)
class Cue:
    """A word or phrase that governs what is said near it: words[start:end]."""

    start: int
    end: int
    status: Status
    covers: str
    order: int
    reach: int
    is_verb: bool = False  # what it governs may be the verb itself


@cache
def _words_of(language: str, name: str) -> frozenset[str]:
    return frozenset(fold(word).text for word in cue_file(language, "status")[name])


def find_cues(words: Sequence[Word], language: str) -> list[Cue]:
    """Every word of the sentence that makes a thing less than a fact."""
    matches = rule_matcher(language, "status").find(words)
    usual = int(cue_file(language, "status")["reach"])
    return [
        *(_cue(match, rule, usual) for match, rule in matches),
        *_verbs_to_come(words, language),
    ]


def _verbs_to_come(words: Sequence[Word], language: str) -> Iterator[Cue]:
    """Yield the verbs whose own form is the future: "ستنطلق", "rouvrira"."""
    tense = _future(language)
    if tense is None:
        return
    for at, word in enumerate(words):
        if word.kind == "word" and tense.is_future(word.text):
            yield Cue(
                at,
                at + 1,
                Status.PLANNED,
                "both",
                _LATER_RULES,
                _VERB_REACH,
                is_verb=True,
            )


@dataclass(frozen=True, slots=True)
class _Future:
    """How a language marks a verb as to come, and the words that only look so."""

    beginnings: tuple[str, ...]
    endings: tuple[str, ...]
    shortest: int
    but_not: tuple[str, ...]

    def is_future(self, text: str) -> bool:
        return (
            len(text) >= self.shortest
            and text.startswith(self.beginnings)
            and text.endswith(self.endings)
            and not text.startswith(self.but_not)
        )


@cache
def _future(language: str) -> _Future | None:
    tense = cue_file(language, "status").get("future")
    if tense is None:
        return None
    but_not = tuple(fold(word).text for word in tense["but_not"])
    beginnings = tuple(fold(start).text for start in tense["beginnings"])
    return _Future(beginnings, tuple(tense["endings"]), tense["shortest"], but_not)


def _cue(match: Match, rule: Rule, usual: int) -> Cue:
    return Cue(
        match.start,
        match.end,
        Status(rule.says["status"]),
        rule.says.get("covers", "after"),
        rule.order,
        rule.says.get("reach", usual),
    )


def status_of(
    match: Match, cues: Sequence[Cue], words: Sequence[Word], language: str
) -> Status:
    """Return the status that the nearest governing word gives to what `match` found."""
    governing = [
        (_distance(cue, match), cue.order, cue)
        for cue in cues
        if _is_verb_of(cue, match) or _governs(cue, match, words, language)
    ]
    if not governing:
        return Status.OCCURRED
    return min(governing, key=lambda entry: entry[:2])[2].status


def _distance(cue: Cue, match: Match) -> int:
    if cue.start < match.end and match.start < cue.end:
        return 0
    return match.start - cue.end if cue.end <= match.start else cue.start - match.end


def _is_verb_of(cue: Cue, match: Match) -> bool:
    """Whether the cue is the verb of the very thing: "ستنطلق المحادثات"."""
    return cue.is_verb and match.start <= cue.start < match.end


def _governs(cue: Cue, match: Match, words: Sequence[Word], language: str) -> bool:
    after, before = cue.covers != "before", cue.covers != "after"
    inside = match.start < cue.start and cue.end < match.end
    if inside:
        return after and _unbroken(words, cue.end, match.end - 1, cue, language)
    if cue.start < match.start < cue.end:
        return after
    if after and cue.end <= match.start:
        return _unbroken(words, cue.end, match.start, cue, language)
    if before and cue.start >= match.end - 1:
        return _unbroken(words, match.end, cue.start, cue, language)
    return False


def _unbroken(
    words: Sequence[Word], start: int, end: int, cue: Cue, language: str
) -> bool:
    """Whether one clause holds both ends, near enough to each other."""
    if end - start > cue.reach:
        return False
    return not any(breaks_clause(word, language) for word in words[start:end])


def breaks_clause(word: Word, language: str) -> bool:
    """Whether a word begins another clause: a full stop, "but", "which"."""
    return word.text in _HARD_STOPS or not _words_of(language, "breaks").isdisjoint(
        word.forms
    )


def is_only_an_aim(match: Match, words: Sequence[Word], language: str) -> bool:
    """Whether the thing is an infinitive, neither done nor planned: "conditions to accept"."""
    if match.start < 1 or words[match.start - 1].forms.isdisjoint(
        _words_of(language, "aim")
    ):
        return False
    endings = tuple(cue_file(language, "status")["aim_endings"])
    if not words[match.start].text.endswith(endings):
        return False
    doing = words[match.start - 2].forms if match.start > 1 else frozenset()
    return _words_of(language, "doing").isdisjoint(doing)


def is_object(match: Match, words: Sequence[Word], language: str) -> bool:
    """Whether a match begins behind a preposition: "drafted by Britain"."""
    return match.start > 0 and words[match.start - 1].text in _words_of(
        language, "prepositions"
    )


def keeps_silent(match: Match, words: Sequence[Word], language: str) -> bool:
    """Whether a stand is not taken: "has not endorsed", "n'a pas condamné"."""
    verb = _verb_of_speech(match, words, language)
    near = words[max(verb - _NEGATION_REACH, 0) : verb]
    return any(
        not _words_of(language, "negations").isdisjoint(word.forms) for word in near
    )


def is_yet_to_come(match: Match, words: Sequence[Word], language: str) -> bool:
    """Whether a stand is only expected: "is to condemn", "would welcome"."""
    verb = _verb_of_speech(match, words, language)
    coming = _words_of(language, "coming")
    return verb > 0 and not coming.isdisjoint(words[verb - 1].forms)


def is_day_of_speech(
    words: Sequence[Word], at: int, match: Match, language: str
) -> bool:
    """Whether a date is that of somebody's words: "condemned on Monday the shelling …"."""
    if at + 1 < len(words) and is_speech(words[at + 1], language):
        return True
    for before in range(at - 1, max(at - _DAY_OF_SPEECH, 0) - 1, -1):
        if words[before].kind == "mark" or match.start <= before < match.end:
            return False
        if is_speech(words[before], language):
            return words[at + 1 : at + 2] == [] or words[at + 1].text != "'s"
    return False


def is_beside_speech(words: Sequence[Word], at: int, language: str) -> bool:
    """Whether a date stands beside a verb of speech, whatever is told: "said on Monday"."""
    beside = [*words[max(at - 2, 0) : at], *words[at + 1 : at + 2]]
    return any(is_speech(word, language) for word in beside)


def is_speech(word: Word, language: str) -> bool:
    """Whether a word is a verb of speech or of taking a stand."""
    return not _verbs_of_speech(language).isdisjoint(word.forms)


def _verb_of_speech(match: Match, words: Sequence[Word], language: str) -> int:
    """Return where the verb of a statement stands: first in Arabic, as a rule, else last."""
    first = is_speech(words[match.start], language)
    return match.start if first else match.end - 1


@cache
def _verbs_of_speech(language: str) -> frozenset[str]:
    lists = cue_file(language, "events")["words"]
    return frozenset(
        form
        for name in ("state", "say")
        for word in lists[name]
        for form in spelled(word)
    )


def is_recalled(match: Match, words: Sequence[Word], language: str) -> bool:
    """Whether the wording looks back: "had been", "since the …", "before the …"."""
    return _in_past_perfect(match, words, language) or _in_since_clause(
        match, words, language
    )


def was_said_before(match: Match, words: Sequence[Word], language: str) -> bool:
    """Whether a stand had been taken earlier: "had condemned", "كانت … قد دعت"."""
    perfect = _words_of(language, "past_perfect")
    around = [
        *words[max(match.start - 1, 0) : match.start],
        *words[match.end - 3 : match.end],
    ]
    return any(not perfect.isdisjoint(word.forms) for word in around)


def _in_past_perfect(match: Match, words: Sequence[Word], language: str) -> bool:
    """Whether "had" stands near, and is not the "had" of reported speech."""
    perfect = _words_of(language, "past_perfect")
    reporting = _words_of(language, "reporting")
    first = max(
        match.start - int(cue_file(language, "status")["past_perfect_reach"]), 0
    )
    for at in range(first, match.end):
        if not perfect.isdisjoint(words[at].forms):
            return all(reporting.isdisjoint(word.forms) for word in words[:at])
    return False


def _opens_relative(word: Word, language: str) -> bool:
    """Whether a comma only parts "since March" from "when …"."""
    return not _words_of(language, "relative").isdisjoint(word.forms)


def _in_since_clause(match: Match, words: Sequence[Word], language: str) -> bool:
    since = _words_of(language, "since")
    for at in range(match.start - 1, max(match.start - _SINCE_REACH, 0) - 1, -1):
        if words[at].kind == "mark" and _opens_relative(words[at + 1], language):
            continue
        if words[at].kind == "mark":
            return False
        if not since.isdisjoint(words[at].forms):
            return True
    return False
