"""Whether a number counts one event or a sum since some day, and as of when."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from talks.detect.counts import Counted
from talks.detect.cues import Phrases, cue_file
from talks.detect.lines import Line
from talks.detect.words import Word
from talks.values import Count, PartialDate, Precision

_MOVES = {"displaced", "returned"}
_LONG = {Precision.QUARTER, Precision.YEAR}
_NO_DAY_KNOWN = {Precision.PART, Precision.MONTH}
_LONGER_THAN_AN_INCIDENT = 4  # days
_MORE_THAN_AN_INCIDENT = 500  # people: no single event of this conflict hurt so many


class Scope:
    """What a sentence says of the time that its figures cover."""

    def __init__(self, line: Line, words: Sequence[Word], language: str) -> None:
        self._since = next((d for d in line.dates if d.role == "since"), None)
        self._dates = [d for d in line.dates if d.role != "since"]
        self._words = words
        self._perfect = frozenset(cue_file(language, "figures")["scope"]["perfect"])
        self._cues = _cues_in(words, language)

    def of(self, at: int, measure: str) -> str:
        """Return the scope of the figure counted at this word."""
        counted: Counted = self._words[at].value
        if measure in _MOVES:
            return self._of_moves(at, counted)
        if self.since(at) or self._in_a_long_span(at) or _is_large(counted.count):
            return "cumulative"
        if "incident" in self._cues:
            return "incident"
        if "cumulative" in self._cues and not self._on_a_day(at):
            return "cumulative"
        return "incident"

    def _of_moves(self, at: int, counted: Counted) -> str:
        """Return the scope of people who fled or came back, who are many at once."""
        if self.since(at) or self._in_a_long_span(at) or "cumulative" in self._cues:
            return "cumulative"
        if "incident" in self._cues and not self._has_been(at):
            return "incident"
        if self._has_been(at) or _is_large(counted.count):
            return "cumulative"
        return "incident"

    def since(self, at: int) -> PartialDate | None:
        """Return the day from which the figure is a sum.

        Of a truce "in force since 21 August" and three wounded "on Tuesday" the day
        that is nearer to the number speaks of it.
        """
        if self._since is None:
            return None
        here = self._words[at].start
        days = [found for found in self._dates if found.date.days == 1]
        near = min((abs(found.start - here) for found in days), default=None)
        if near is not None and near < abs(self._since.start - here):
            return None
        return self._since.date

    def as_of(self, at: int) -> PartialDate | None:
        """Return the day for which the figure is claimed, None where none is named."""
        if not self._dates:
            return None
        here = self._words[at].start
        return min(self._dates, key=lambda found: abs(found.start - here)).date

    def _in_a_long_span(self, at: int) -> bool:
        when = self.as_of(at)
        if when is None or when.days <= _LONGER_THAN_AN_INCIDENT:
            return False
        if when.precision in _NO_DAY_KNOWN:
            return "sum" in self._cues  # else one event of which no day is known
        return when.precision not in _LONG or "incident" not in self._cues

    def _on_a_day(self, at: int) -> bool:
        """Whether the count itself is of a day: "a mine left from the war killed two"."""
        when = self.as_of(at)
        return when is not None and when.days == 1

    def _has_been(self, at: int) -> bool:
        near = self._words[max(at - 3, 0) : at + 6]
        return any(word.text in self._perfect for word in near)


def _is_large(count: Count) -> bool:
    return max(count.low or 0, count.best or 0) >= _MORE_THAN_AN_INCIDENT


@cache
def _scope_cues(language: str) -> Phrases[str]:
    cues = cue_file(language, "figures")["scope"]
    return Phrases(
        (phrase, scope)
        for scope in ("incident", "cumulative", "sum")
        for phrase in cues[scope]
    )


def _cues_in(words: Sequence[Word], language: str) -> set[str]:
    return {scope for scope, _ in _scope_cues(language).found_in(words)}
