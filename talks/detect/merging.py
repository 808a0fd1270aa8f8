"""Mentions of one event across sentences become one finding with several pieces of evidence."""

from __future__ import annotations

from collections.abc import Sequence

from talks.detect.confidence import calibrated
from talks.detect.events import Candidate
from talks.detect.findings import Evidence, FoundEvent, Status
from talks.detect.gazetteer import Gazetteer

_TITLE_IS_SHORT = 0.85  # a headline alone is less sure than a sentence
_NOT_PLAIN = 0.85  # planned, denied and the like are harder to tell
_ASSUMED = 0.92
_SEEN_AGAIN = 0.04


def merge(candidates: Sequence[Candidate], gazetteer: Gazetteer) -> list[FoundEvent]:
    """One finding for each event, in the order of the text."""
    groups: list[list[Candidate]] = []
    for candidate in sorted(candidates, key=lambda c: c.in_title):
        group = _group_of(candidate, groups, gazetteer)
        if group is None:
            groups.append([candidate])
        else:
            group.append(candidate)
    events = [
        _event(group) for group in groups if not _only_a_headline_says(group, groups)
    ]
    return sorted(events, key=lambda event: event.evidence[0].start)


def _only_a_headline_says(
    group: Sequence[Candidate], groups: Sequence[Sequence[Candidate]]
) -> bool:
    """Whether a headline's short words add nothing: the text tells of the kind itself.

    A stand in a headline alone shortens what somebody says in the text.
    """
    if not all(candidate.in_title for candidate in group):
        return False
    kind = group[0].kind
    return kind == "statement" or any(
        other[0].kind == kind for other in groups if other is not group
    )


def _group_of(
    candidate: Candidate, groups: Sequence[list[Candidate]], gazetteer: Gazetteer
) -> list[Candidate] | None:
    """Return the mentions of the event a candidate tells of, those of its own place first."""
    same = [group for group in groups if _same(candidate, group, gazetteer)]
    there = (group for group in same if _all_there(candidate, group, gazetteer))
    return next(there, next(iter(same), None))


def _same(
    candidate: Candidate, group: Sequence[Candidate], gazetteer: Gazetteer
) -> bool:
    """Whether a candidate tells of the event that the group tells of."""
    first = group[0]
    if candidate.kind != first.kind or candidate.status is not first.status:
        return False
    if candidate.kind == "statement":
        return candidate.issuer == first.issuer and _same_time(candidate, group)
    if candidate.in_title:
        return True
    return _same_time(candidate, group) and _all_there(candidate, group, gazetteer)


def _all_there(
    candidate: Candidate, group: Sequence[Candidate], gazetteer: Gazetteer
) -> bool:
    return all(_same_place(candidate.place, other.place, gazetteer) for other in group)


def _same_time(candidate: Candidate, group: Sequence[Candidate]) -> bool:
    if candidate.when_is_assumed:
        return True
    stated = [other for other in group if not other.when_is_assumed]
    return all(candidate.when.overlaps(other.when) for other in stated)


def _same_place(one: str | None, other: str | None, gazetteer: Gazetteer) -> bool:
    if one is None or other is None or one == other:
        return True
    return one in gazetteer.regions(other) or other in gazetteer.regions(one)


def _event(group: Sequence[Candidate]) -> FoundEvent:
    ranked = sorted(group, key=lambda c: (c.in_title, c.when_is_assumed, -c.sure))
    clearest = ranked[0]
    dated = [c for c in ranked if not c.when_is_assumed]
    placed = [c.place for c in ranked if c.place and c.in_title == clearest.in_title]
    return FoundEvent(
        kind=clearest.kind,
        modality=clearest.modality,
        evidence=_evidence(ranked),
        rule=clearest.rule,
        confidence=_confidence(ranked),
        status=clearest.status,
        date=(dated or ranked)[0].when,
        date_is_assumed=not dated,
        place=placed[0] if placed else None,
        actors=_actors(ranked),
    )


def _evidence(ranked: Sequence[Candidate]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(candidate.evidence for candidate in ranked))


def _actors(ranked: Sequence[Candidate]) -> tuple[tuple[str, str], ...]:
    roles: dict[str, str] = {}
    for candidate in ranked:
        for slug, role in candidate.actors:
            roles.setdefault(slug, role)
    return tuple(roles.items())


def _confidence(ranked: Sequence[Candidate]) -> float:
    sure = max(candidate.sure for candidate in ranked)
    if all(candidate.in_title for candidate in ranked):
        sure *= _TITLE_IS_SHORT
    if ranked[0].status is not Status.OCCURRED:
        sure *= _NOT_PLAIN
    if all(candidate.when_is_assumed for candidate in ranked):
        sure *= _ASSUMED
    sentences = len({candidate.evidence for candidate in ranked})
    return calibrated(sure + _SEEN_AGAIN * (sentences - 1))
