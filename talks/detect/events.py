"""What happened: each sentence's triggers become candidates, with status, date and place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from talks.detect.dates import FoundDate
from talks.detect.findings import Evidence, FoundFigure, Mention, Status
from talks.detect.gazetteer import Gazetteer
from talks.detect.lines import Line
from talks.detect.patterns import Match
from talks.detect.roles import roles_in
from talks.detect.rules import Rule, rule_matcher
from talks.detect.status import (
    Cue,
    breaks_clause,
    find_cues,
    is_only_an_aim,
    is_recalled,
    status_of,
)
from talks.detect.text import Part
from talks.values import PartialDate

MOST_IN_A_SENTENCE = 8
_NEWS_IS_YOUNGER_THAN = timedelta(days=10)
_FAR = 16  # words between a thing and its date
_SPEECH = 8  # words between a speaker's verb and the day of speaking
_ANOTHER_THING = 14  # what it adds that another event stands nearer to the date
_OTHER_CLAUSE = 6  # what a comma or "which" between them adds to the distance
_GOES_ON = {"truce_violation", "embargo_violation"}
_PLACELESS = {"statement", "resolution"}
COUNTRY = "libya"  # as good as no place: everything here is in Libya
_SIGNS_OF_ATTACK = {"deaths", "injured", "casualties"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """One event as one sentence tells it."""

    kind: str
    modality: str
    status: Status
    rule: str
    sure: float
    evidence: Evidence
    in_title: bool
    when: PartialDate
    when_is_assumed: bool
    place: str | None
    actors: tuple[tuple[str, str], ...] = ()
    issuer: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What every sentence of one report shares."""

    published: date
    story_day: date
    language: str
    gazetteer: Gazetteer


@dataclass(frozen=True, slots=True)
class _Trigger:
    """A rule met in a sentence, and where else in it things are told to happen."""

    match: Match
    rule: Rule
    all: Sequence[Match]


def find_story_day(lines: Sequence[Line], published: date) -> date:
    """Return the day that the report is mainly about: a fresh one named near its top."""
    for line in [line for line in lines if line.sentence.part is Part.BODY][:2]:
        for found in line.dates:
            recent = published - timedelta(days=3) <= found.date.earliest
            if recent and found.date.days <= 2 and found.date.latest <= published:
                return found.date.latest
    return published


def find_candidates(
    line: Line, figures: Sequence[FoundFigure], report: Report
) -> list[Candidate]:
    """Everything that one sentence says happened, or did not, or should."""
    triggers = list(_triggers(line, figures, report))
    cues = find_cues(line.words, report.language) if triggers else []
    others = [match for match, rule in triggers if rule.says["kind"] != "statement"]
    candidates = [
        _candidate(line, _Trigger(match, rule, others), cues, report)
        for match, rule in triggers
    ]
    found = [candidate for candidate in candidates if candidate]
    found += _implied_attack(line, figures, found, report)
    return found[:MOST_IN_A_SENTENCE]


def _triggers(
    line: Line, figures: Sequence[FoundFigure], report: Report
) -> Iterator[tuple[Match, Rule]]:
    """Return the rule matches of a sentence: of those that share words, the surest of each kind."""
    matches = [
        (match, rule)
        for match, rule in rule_matcher(report.language, "events").find(line.words)
        if _is_meant(match, rule, line, report, told_numbers=bool(figures))
    ]
    matches.sort(key=_best_first)
    taken: list[tuple[Match, Rule]] = []
    for match, rule in matches:
        clash = any(_clash(match, rule, *other) for other in taken)
        if not clash:
            taken.append((match, rule))
    yield from sorted(taken, key=lambda pair: pair[0].start)


def _best_first(pair: tuple[Match, Rule]) -> tuple[float, int, int]:
    """Surer rules first; a statement is its nearest actor's, other things reach far."""
    match, rule = pair
    length = match.end - match.start
    near = length if rule.says["kind"] == "statement" else -length
    return -rule.says["sure"], near, match.start


def _clash(match: Match, rule: Rule, other: Match, other_rule: Rule) -> bool:
    touching = match.start < other.end and other.start < match.end
    return touching and (
        rule.says["kind"] == other_rule.says["kind"]
        or {rule.says["kind"], other_rule.says["kind"]} in _ALTERNATIVES
    )


_ALTERNATIVES = (
    {"truce", "agreement"},
    {"talks", "mediation"},
    {"attack", "offensive"},
    {"offensive", "control_change"},
    {"humanitarian", "economic"},
    {"resolution", "appointment"},
)


def _is_meant(
    match: Match, rule: Rule, line: Line, report: Report, *, told_numbers: bool
) -> bool:
    """For a statement: whether a speaker who can be named takes a stand.

    Who merely gives a number of dead is its source, no more.
    """
    if rule.says["kind"] != "statement":
        return True
    issuer = _issuer(match, line)
    if issuer is None:
        return False
    if not rule.says.get("needs_person_or_quote"):
        return True
    actor = report.gazetteer.actors.get(issuer)
    quoted = any(word.text == '"' for word in line.words)
    person = actor is not None and actor.kind == "person"
    return quoted or (person and not told_numbers)


def _issuer(match: Match, line: Line) -> str | None:
    for at in match.found:
        value = line.words[at].value
        if isinstance(value, Mention) and value.kind == "actor":
            return value.slug
    return None


def _candidate(
    line: Line, trigger: _Trigger, cues: Sequence[Cue], report: Report
) -> Candidate | None:
    match, rule = trigger.match, trigger.rule
    kind = rule.says["kind"]
    status = _stated_status(line, match, rule, cues, report.language)
    if status is Status.OCCURRED and is_only_an_aim(match, line.words, report.language):
        return None
    recalled = kind != "statement" and is_recalled(match, line.words, report.language)
    own = _own_date(line, trigger, status, report, recalled=recalled)
    status = _dated_status(status, own, kind, report)
    if recalled and status is Status.OCCURRED and kind not in _GOES_ON:
        if own is None:
            return None
        if own.latest < report.story_day:
            status = Status.BACKGROUND
    if status is Status.BACKGROUND and own is None:
        return None
    issuer = _issuer(match, line) if kind == "statement" else None
    return Candidate(
        kind=kind,
        modality=_modality(rule, status),
        status=status,
        rule=rule.name,
        sure=rule.says["sure"],
        evidence=line.sentence.evidence(),
        in_title=line.sentence.part is Part.TITLE,
        when=own or PartialDate.of_day(report.story_day),
        when_is_assumed=own is None,
        place=None
        if kind in _PLACELESS
        else _nearest_place(line, match, report.language),
        actors=roles_in(line.words, match, kind, issuer, report.language),
        issuer=issuer,
    )


def _modality(rule: Rule, status: Status) -> str:
    if status is Status.DENIED:
        return "denied"
    return str(rule.says.get("modality", "observed"))


def _stated_status(
    line: Line, match: Match, rule: Rule, cues: Sequence[Cue], language: str
) -> Status:
    if "status" in rule.says:
        return Status(rule.says["status"])
    if rule.says["kind"] == "statement":
        return Status.OCCURRED
    others = [cue for cue in cues if cue.start != match.start]
    return status_of(match, others, line.words, language)


def _dated_status(
    status: Status, own: PartialDate | None, kind: str, report: Report
) -> Status:
    """Return what the date adds: long past is background, still to come is planned."""
    if status is not Status.OCCURRED or own is None:
        return status
    if own.earliest > report.published:
        return Status.PLANNED
    long_past = own.latest < report.story_day - _NEWS_IS_YOUNGER_THAN
    if long_past and kind != "embargo_violation":
        return Status.BACKGROUND
    return status


def _own_date(
    line: Line, trigger: _Trigger, status: Status, report: Report, *, recalled: bool
) -> PartialDate | None:
    """Return the date that the sentence gives to this thing, if it gives one."""
    kind = trigger.rule.says["kind"]
    far = _SPEECH if kind == "statement" else _FAR
    usable = []
    for at, word in enumerate(line.words):
        if word.kind != "date" or not (
            recalled or _dates_this(word.value, kind, status)
        ):
            continue
        distance = _distance(line, trigger.match, at, report.language)
        if _nearer_to_another(line, trigger, at, distance, report.language):
            distance += _ANOTHER_THING
        if distance <= far:
            usable.append((distance, word.value))
    if not usable:
        return None
    found: FoundDate = min(usable, key=lambda pair: pair[0])[1]
    goes_on = found.role == "since" and kind in _GOES_ON
    if goes_on and found.date.earliest <= report.story_day:
        return PartialDate.spanning(
            found.date.earliest, report.story_day, found.date.words
        )
    return found.date


def _nearer_to_another(
    line: Line, trigger: _Trigger, at: int, distance: int, language: str
) -> bool:
    """Whether a date stands closer to something else that the sentence tells."""
    return any(
        _distance(line, other, at, language) < distance
        for other in trigger.all
        if other.end <= trigger.match.start or trigger.match.end <= other.end
        if other is not trigger.match
    )


def _dates_this(found: FoundDate, kind: str, status: Status) -> bool:
    if kind == "statement" and found.date.days > 1:
        return False
    if found.role == "since":
        return kind in _GOES_ON and status is Status.OCCURRED
    if found.role in {"until", "before"}:
        return status is Status.PLANNED
    return True


def _distance(line: Line, match: Match, at: int, language: str) -> int:
    """Words between a match and a date or place; another clause is farther away."""
    if match.start <= at < match.end:
        return 0
    behind = at < match.start
    between = line.words[at + 1 : match.start] if behind else line.words[match.end : at]
    parted = sum(
        word.kind == "mark" or breaks_clause(word, language) for word in between
    )
    return len(between) + _OTHER_CLAUSE * min(parted, 2) + behind


def _nearest_place(line: Line, match: Match, language: str) -> str | None:
    near = [
        (_distance(line, match, at, language), word.value.slug)
        for at, word in enumerate(line.words)
        if word.kind == "place" and isinstance(word.value, Mention)
    ]
    near = [(distance, slug) for distance, slug in near if slug and slug != COUNTRY]
    near = [pair for pair in near if pair[0] <= _FAR]
    return min(near)[1] if near else None


def _implied_attack(
    line: Line,
    figures: Sequence[FoundFigure],
    found: Sequence[Candidate],
    report: Report,
) -> list[Candidate]:
    """People killed or hurt in one incident mean an attack, whatever it is called."""
    counted = [
        f for f in figures if f.measure in _SIGNS_OF_ATTACK and f.scope == "incident"
    ]
    if not counted or any(c.kind in {"attack", "offensive"} for c in found):
        return []
    figure = counted[0]
    own = figure.as_of
    status = _dated_status(Status.OCCURRED, own, "attack", report)
    return [
        Candidate(
            kind="attack",
            modality="observed",
            status=status,
            rule="attack-by-its-toll@1",
            sure=0.6,
            evidence=line.sentence.evidence(),
            in_title=line.sentence.part is Part.TITLE,
            when=own or PartialDate.of_day(report.story_day),
            when_is_assumed=own is None,
            place=figure.place,
        )
    ]
