"""What happened: each sentence's triggers become candidates, with status, date and place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from talks.detect.anchors import (
    GOES_ON,
    dates_this,
    nearest_place,
    own_date,
    span_of,
)
from talks.detect.dates import FoundDate
from talks.detect.findings import Evidence, FoundFigure, Status
from talks.detect.gazetteer import Gazetteer
from talks.detect.lines import Line
from talks.detect.patterns import Match
from talks.detect.roles import roles_in, worded_roles
from talks.detect.rules import Rule
from talks.detect.speakers import NOBODY, Speakers, Voice, voice_of
from talks.detect.status import (
    Cue,
    find_cues,
    is_object,
    is_only_an_aim,
    is_recalled,
    is_speech,
    is_yet_to_come,
    keeps_silent,
    status_of,
    was_said_before,
)
from talks.detect.text import Part
from talks.detect.triggers import find_triggers, surest
from talks.values import PartialDate

MOST_IN_A_SENTENCE = 8
_NEWS_IS_YOUNGER_THAN = timedelta(days=10)
_PLACELESS = {"statement", "resolution"}
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
    issuer: str | None = None  # who speaks; a noun where we know no name


@dataclass(frozen=True, slots=True)
class Report:
    """What every sentence of one report shares."""

    published: date
    story_day: date
    language: str
    gazetteer: Gazetteer
    speakers: Speakers = NOBODY  # named in the sentences before
    covers: date | None = None  # the first day of the month or list that it is about
    speech_day: date | None = None  # of stands without a date, if not the story's


@dataclass(frozen=True, slots=True)
class _Trigger:
    """A rule met in a sentence, and where else in it things are told to happen."""

    match: Match
    rule: Rule
    all: Sequence[Match]


def find_candidates(
    line: Line, figures: Sequence[FoundFigure], report: Report
) -> list[Candidate]:
    """Everything that one sentence says happened, or did not, or should."""
    triggers = surest(
        [
            (match, rule)
            for match, rule in find_triggers(line.words, report.language)
            if _is_meant(match, rule, line, report, told_numbers=bool(figures))
        ]
    )
    if not triggers:
        return _implied_attack(line, figures, [], report)
    cues = find_cues(line.words, report.language)
    roles = worded_roles(line.words, report.language)
    others = [match for match, rule in triggers if rule.says["kind"] != "statement"]
    candidates = [
        _candidate(line, _Trigger(match, rule, others), cues, roles, report)
        for match, rule in triggers
    ]
    found = [candidate for candidate in candidates if candidate]
    found += _implied_attack(line, figures, found, report)
    return found[:MOST_IN_A_SENTENCE]


def _is_meant(
    match: Match, rule: Rule, line: Line, report: Report, *, told_numbers: bool
) -> bool:
    """For a statement: whether a speaker who can be named takes a stand.

    Who merely gives a number of dead is its source, no more.
    """
    if rule.says["kind"] != "statement":
        return True
    voice = _voice(match, rule, line, report)
    if voice is None or is_object(match, line.words, report.language):
        return False
    if is_yet_to_come(match, line.words, report.language):
        return False
    if not rule.says.get("needs_person_or_quote"):
        return True
    actor = report.gazetteer.actors.get(voice.slug or "")
    quoted = any(word.text == '"' for word in line.words)
    person = actor is not None and actor.kind == "person"
    return quoted or (person and not told_numbers)


def _voice(match: Match, rule: Rule, line: Line, report: Report) -> Voice | None:
    """Return who speaks; an actor behind "she condemned" is not the one."""
    if rule.says.get("recalled"):
        match = replace(match, found=())
    return voice_of(match, line.words, report.speakers, report.language)


def _candidate(
    line: Line,
    trigger: _Trigger,
    cues: Sequence[Cue],
    roles: Mapping[int, str],
    report: Report,
) -> Candidate | None:
    match, rule = trigger.match, trigger.rule
    kind = rule.says["kind"]
    status = _stated_status(line, match, rule, cues, report.language)
    if status is Status.OCCURRED and is_only_an_aim(match, line.words, report.language):
        return None
    dated = _dated(line, trigger, status, report)
    if dated is None:
        return None
    status, own = dated
    voice = _voice(match, rule, line, report) if kind == "statement" else None
    issuer = voice.slug if voice else None
    return Candidate(
        kind=kind,
        modality=_modality(rule, status),
        status=status,
        rule=rule.name,
        sure=rule.says["sure"],
        evidence=line.sentence.evidence(),
        in_title=line.sentence.part is Part.TITLE,
        when=own or PartialDate.of_day(_usual_day(kind, report)),
        when_is_assumed=own is None,
        place=None
        if kind in _PLACELESS
        else nearest_place(line, match, report.language),
        actors=roles_in(line.words, match, kind, issuer, roles),
        issuer=voice.noun if voice else None,
    )


def _usual_day(kind: str, report: Report) -> date:
    """Return the day of what is told without one."""
    spoken = report.speech_day if kind == "statement" else None
    return spoken or report.story_day


def _dated(
    line: Line, trigger: _Trigger, status: Status, report: Report
) -> tuple[Status, PartialDate | None] | None:
    """Return the status that the date leaves, and the date; None for mere recall.

    What is recalled without a date of its own is no finding: "since the truce …".
    """
    kind = trigger.rule.says["kind"]
    looks_back = was_said_before if kind == "statement" else is_recalled
    recalled = looks_back(trigger.match, line.words, report.language)
    found = own_date(
        line, trigger.match, trigger.all, kind, report.language, recalled=recalled
    )
    if found and not (recalled or dates_this(found, kind, status)):
        found = None
    if found and status is Status.OCCURRED and _only_seems_ahead(found, report):
        found = None
    own = span_of(found, kind, report.story_day) if found else None
    status = _dated_status(status, own, kind, report)
    if recalled and status is Status.OCCURRED and kind not in GOES_ON:
        if own is None:
            return None
        if own.latest < report.story_day and not _answered(line, trigger, own, report):
            status = Status.BACKGROUND
    return status, own


def _answered(line: Line, trigger: _Trigger, own: PartialDate, report: Report) -> bool:
    """Whether somebody takes a stand on it, a day later: "deplored the strike that had …"."""
    fresh = own.latest >= report.story_day - timedelta(days=1)
    before = line.words[: trigger.match.start]
    return fresh and any(is_speech(word, report.language) for word in before)


def _only_seems_ahead(found: FoundDate, report: Report) -> bool:
    """Whether a thing told as done has a loose date ("two days after") still to come."""
    return found.relative and found.date.earliest > report.published


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
        refrained = keeps_silent(match, line.words, language)
        return Status.DENIED if refrained else Status.OCCURRED
    others = [cue for cue in cues if cue.is_verb or cue.start != match.start]
    return status_of(match, others, line.words, language)


def _dated_status(
    status: Status, own: PartialDate | None, kind: str, report: Report
) -> Status:
    """Return what the date adds: long past is background, still to come is planned."""
    if status is not Status.OCCURRED or own is None:
        return status
    if own.earliest > report.published:
        return Status.PLANNED
    oldest = report.story_day - _NEWS_IS_YOUNGER_THAN
    long_past = own.latest < min(oldest, report.covers or oldest)
    if long_past and kind != "embargo_violation":
        return Status.BACKGROUND
    return status


def _only_day(line: Line) -> PartialDate | None:
    """Return the date of a sentence that has but one: it is that of all that it tells."""
    if len(line.dates) != 1 or line.dates[0].role != "at":
        return None
    return line.dates[0].date


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
    own = figure.as_of or _only_day(line)
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
