"""What claimed numbers say together: which still stand, their band, and honest sums.

Pure: it is handed claims and never asks for them. Three kinds of number are kept
apart: the toll of one event, the total since a day, the level on a day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import TypeVar

from talks.models import Figure
from talks.queries.names import Name
from talks.values import Count, PartialDate, Qualifier

KeyT = TypeVar("KeyT")

# A level that nobody has given anew for a year is history, not the present.
LEVEL_STANDS = timedelta(366)
# Assessments come every two or three months; a longer silence is drawn as a gap.
LEVEL_IS_DRAWN = timedelta(100)
# A number more than a hundred days behind the newest is of another time: to set the
# two beside each other would compare two wars.
KEEPS_UP = timedelta(100)
_SAYS_WHAT_WAS = frozenset((Figure.Assertion.ASSERTED, Figure.Assertion.CLAIMED))
_OPEN_ABOVE = frozenset((Qualifier.AT_LEAST, Qualifier.MORE_THAN))
_OPEN_BELOW = frozenset((Qualifier.UP_TO, Qualifier.FEWER_THAN))


@dataclass(frozen=True, slots=True)
class Claim:
    """One claimed number, with whatever decides how it may be used."""

    id: int
    slug: str
    measure: str
    population: str
    scope: str
    count: Count
    as_stated: str
    assertion: str
    since: PartialDate | None
    as_of: PartialDate
    place: Name | None
    event: int | None
    event_name: Name | None
    event_day: date | None
    event_kind: str
    speaker: Name
    camp: str
    source: Name
    reliability: str
    article: int
    published: date | None
    quote: str
    is_recommended: bool
    role_reason: str
    superseded_by: int | None
    part_of: int | None
    accused_camps: tuple[str, ...] = ()
    is_discounted: bool = False

    @property
    def least(self) -> int:
        """The lowest number it states."""
        return _stated(self.count)[0]

    @property
    def most(self) -> int:
        """The highest number it states; the truth may lie above if it is open above."""
        return _stated(self.count)[-1]

    @property
    def is_open_above(self) -> bool:
        """Whether it leaves room above its highest number: "at least 12"."""
        upper = self.count.best is not None or self.count.high is not None
        return self.count.qualifier in _OPEN_ABOVE or not upper

    @property
    def is_open_below(self) -> bool:
        """Whether it leaves room below its lowest number: "up to 12"."""
        lower = self.count.best is not None or self.count.low is not None
        return self.count.qualifier in _OPEN_BELOW or not lower

    @property
    def day(self) -> date:
        """The day it stands for: the last that it can mean."""
        return self.as_of.latest


def _stated(count: Count) -> list[int]:
    return [n for n in (count.low, count.best, count.high) if n is not None]


# ------------------------------------------------------------------ which still stand


def usable(claims: Iterable[Claim]) -> list[Claim]:
    """Return those that say what was: not corrected, denied, feared or a part of another."""
    return [
        claim
        for claim in claims
        if claim.superseded_by is None
        and claim.part_of is None
        and claim.assertion in _SAYS_WHAT_WAS
    ]


def standing(
    claims: Iterable[Claim], day: date, *, lasts: timedelta | None = None
) -> list[Claim]:
    """Return the claims of one series that still stand on `day`.

    Whoever speaks again replaces what he said before; what others have left far behind
    stands no more; `lasts` ends what nobody renewed.
    """
    begun = [claim for claim in usable(claims) if claim.day <= day]
    if lasts is not None:
        begun = [claim for claim in begun if day - claim.day <= lasts]
    newest = max((claim.day for claim in begun), default=day)
    begun = [claim for claim in begun if newest - claim.day <= KEEPS_UP]
    last = {
        speaker: max(claim.day for claim in own)
        for speaker, own in grouped(begun, lambda claim: claim.speaker.slug).items()
    }
    return [claim for claim in begun if claim.day == last[claim.speaker.slug]]


def grouped(
    claims: Iterable[Claim], key: Callable[[Claim], KeyT]
) -> dict[KeyT, list[Claim]]:
    """Return the claims by key, keys and claims in the order in which they come."""
    groups: dict[KeyT, list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[key(claim)].append(claim)
    return dict(groups)


# ------------------------------------------------------------------ the band


@dataclass(frozen=True, slots=True)
class Band:
    """From the lowest to the highest number of claims that stand side by side."""

    low: int
    high: int
    is_open_below: bool
    is_open_above: bool

    def holds(self, number: int) -> bool:
        """Tell whether a number lies between the two ends."""
        return self.low <= number <= self.high


def band(claims: Collection[Claim]) -> Band | None:
    """Return the band of these claims; None where there are none.

    It is open at an end only where a claim at that very end is: "more than 1,000"
    beside "2,000" is a band from 1,000 to 2,000.
    """
    if not claims:
        return None
    low = min(claim.least for claim in claims)
    high = max(claim.most for claim in claims)
    return Band(
        low,
        high,
        any(claim.is_open_below for claim in claims if claim.least == low),
        any(claim.is_open_above for claim in claims if claim.most == high),
    )


# ------------------------------------------------------------------ the recommended one


class Why(StrEnum):
    """Why one claim is taken among several of the same thing."""

    ONLY = "only"
    STAFF = "staff"
    ASSERTED = "asserted"
    LATEST = "latest"
    RELIABLE = "reliable"
    EXACT = "exact"
    FIRST = "first"


@dataclass(frozen=True, slots=True)
class Choice:
    """The claim that is taken, and what it has before all others."""

    claim: Claim
    why: Why


_PREFERENCES: tuple[tuple[Why, Callable[[Claim], int]], ...] = (
    (Why.STAFF, lambda claim: claim.is_recommended),
    (Why.ASSERTED, lambda claim: claim.assertion == Figure.Assertion.ASSERTED),
    (Why.LATEST, lambda claim: claim.day.toordinal()),
    (Why.RELIABLE, lambda claim: -ord(claim.reliability)),
    (Why.EXACT, lambda claim: claim.count.qualifier == Qualifier.EXACT),
    (Why.FIRST, lambda claim: -claim.id),
)


def recommended(claims: Collection[Claim]) -> Choice | None:
    """Return the one claim that may enter a total, and why it is taken.

    What staff recommend goes first; then what is asserted before what a party only
    claims, the latest, the most reliable source, the exact, the first recorded.
    """
    left = usable(claims)
    if len(left) == 1:
        return Choice(left[0], Why.STAFF if left[0].is_recommended else Why.ONLY)
    why = Why.ONLY
    for reason, preference in _PREFERENCES:
        if len(left) < 2:
            break
        best = max(map(preference, left))
        kept = [claim for claim in left if preference(claim) == best]
        if len(kept) < len(left):
            left, why = kept, reason
    return Choice(left[0], why) if left else None


# ------------------------------------------------------------------ series over time


@dataclass(frozen=True, slots=True)
class Step:
    """What stood from one day until the next change: a band, and the claim taken."""

    first: date
    until: date | None
    band: Band | None
    choice: Choice | None


def steps(claims: Collection[Claim], *, lasts: timedelta | None = None) -> list[Step]:
    """Return how band and recommended claim moved; a step without a band is a gap."""
    days = {claim.day for claim in usable(claims)}
    if lasts is not None:
        days |= {claim.day + lasts + timedelta(1) for claim in usable(claims)}
    ordered = [*sorted(days), None]
    made: list[Step] = []
    for first, until in pairwise(ordered):
        if first is not None:
            _append(made, _step(claims, first, until, lasts))
    return _without_tail(made)


def _step(
    claims: Collection[Claim], first: date, until: date | None, lasts: timedelta | None
) -> Step:
    now = standing(claims, first, lasts=lasts)
    return Step(first, until, band(now), recommended(now))


def _append(made: list[Step], step: Step) -> None:
    """Add a step, or lengthen the last one where nothing has changed."""
    if made and (made[-1].band, made[-1].choice) == (step.band, step.choice):
        step = replace(made.pop(), until=step.until)
    made.append(step)


def _without_tail(made: list[Step]) -> list[Step]:
    """Leave out the step after the last claim has run out: nothing follows it."""
    return made[:-1] if made and made[-1].band is None else made


def is_running(claims: Collection[Claim]) -> bool:
    """Tell whether a total was given again and again; else it is that of a period."""
    return len({claim.day for claim in claims}) > 1


# ------------------------------------------------------------------ sums of incidents


@dataclass(frozen=True, slots=True)
class Sum:
    """The events of one month, each once, by its recommended claim."""

    month: date
    low: int
    high: int
    is_open_above: bool
    choices: tuple[Choice, ...]
    missing: int


def sums(claims: Iterable[Claim], eventful: Iterable[tuple[int, date]]) -> list[Sum]:
    """Return a sum for each month that has events, oldest first.

    `eventful` are the ids and days of all events that could have a number; those
    without a usable claim are counted as missing. Only tolls of one event, of one
    measure and population, can be added: anything else is an error.
    """
    taken = _taken(claims)
    days = dict(eventful) | {event: day for event, (_choice, day) in taken.items()}
    months: dict[date, list[int]] = defaultdict(list)
    for event, day in days.items():
        months[day.replace(day=1)].append(event)
    return [_sum(month, months[month], taken) for month in sorted(months)]


def _taken(claims: Iterable[Claim]) -> dict[int, tuple[Choice, date]]:
    tolls = [_addable(claim) for claim in claims]
    if len({(claim.measure, claim.population) for claim in tolls}) > 1:
        raise ValueError("numbers of different things cannot be added")
    taken = {}
    for event, own in grouped(tolls, lambda claim: claim.event).items():
        choice = recommended(own)
        if event is not None and choice:
            taken[event] = (
                choice,
                choice.claim.event_day or choice.claim.as_of.earliest,
            )
    return taken


def _addable(claim: Claim) -> Claim:
    if claim.scope != Figure.Scope.INCIDENT:
        message = f"{claim.slug} is a {claim.scope} number: it cannot be added"
        raise ValueError(message)
    return claim


def _sum(month: date, events: list[int], taken: dict[int, tuple[Choice, date]]) -> Sum:
    choices = tuple(taken[event][0] for event in events if event in taken)
    return Sum(
        month,
        sum(choice.claim.least for choice in choices),
        sum(choice.claim.most for choice in choices),
        any(choice.claim.is_open_above for choice in choices),
        choices,
        len(events) - len(choices),
    )


# ------------------------------------------------------------------ what cannot be


class Odd(StrEnum):
    """What is wrong between two claims."""

    FALLS = "falls"
    CONTRADICTS = "contradicts"


@dataclass(frozen=True, slots=True)
class Flag:
    """Two claims that cannot both be right as they are recorded."""

    odd: Odd
    first: Claim
    second: Claim


def flags(claims: Collection[Claim]) -> Iterator[Flag]:
    """Yield what staff should look at in one series: tolls that fall, exact clashes."""
    for own in grouped(usable(claims), lambda claim: claim.speaker.slug).values():
        yield from _falls(sorted(own, key=lambda claim: claim.day))
    for same_day in grouped(usable(claims), lambda claim: claim.day).values():
        yield from _clashes(same_day)


def _falls(own: Sequence[Claim]) -> Iterator[Flag]:
    for earlier, later in pairwise(own):
        is_total = earlier.scope == Figure.Scope.CUMULATIVE
        if is_total and later.day > earlier.day and _is_above(earlier, later):
            yield Flag(Odd.FALLS, earlier, later)


def _clashes(same_day: Sequence[Claim]) -> Iterator[Flag]:
    for i, one in enumerate(same_day):
        for other in same_day[i + 1 :]:
            if _is_above(one, other) or _is_above(other, one):
                yield Flag(Odd.CONTRADICTS, one, other)


def _is_above(one: Claim, other: Claim) -> bool:
    """Tell whether all that `one` allows lies above all that `other` allows."""
    return not one.is_open_below and not other.is_open_above and one.least > other.most
