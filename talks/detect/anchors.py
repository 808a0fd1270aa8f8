"""When and where: ties each thing that is told to the date and place nearest to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from talks.detect.dates import FoundDate
from talks.detect.findings import Status
from talks.detect.lines import Line
from talks.detect.patterns import Match
from talks.detect.status import breaks_clause, is_day_of_speech
from talks.detect.text import Part
from talks.detect.words import Word
from talks.values import PartialDate

COUNTRY = "libya"  # as good as no place: everything here is in Libya
GOES_ON = {"truce_violation", "embargo_violation"}
_FRESH = timedelta(days=3)
_FAR = 16  # words between a thing and its date or place
_FAR_FROM_SPEECH = 8  # words between a speaker's verb and the day of speaking
_OTHER_CLAUSE = 6  # what a comma or "which" between them adds to the distance
_ANOTHER_THING = 20  # what another event that stands in between adds
_COVERS = timedelta(days=45)  # a monthly report comes out by the middle of the next
_LONG = 20  # days that a report over some time covers at the least
_CHRONICLE = timedelta(days=400)
_ENTRIES = 3  # sentences that begin with a date, in a chronicle
_OF = frozenset({"of", "du", "de", "d'"})
_OPENS = 1  # "On Tuesday, …" dates the whole sentence
_LEAD = 2  # sentences that tell the day of the story


def find_story_day(lines: Sequence[Line], published: date) -> date:
    """Return the day that the report is mainly about: a fresh one named near its top."""
    return next(_days_of_lead(lines, published), published)


def find_speech_day(lines: Sequence[Line], published: date) -> date:
    """Return the day that stands without a date were taken on: the last one of the lead.

    What happened comes first; what is said of it is said later: "on Saturday night, the
    ministry said on Sunday".
    """
    return max(_days_of_lead(lines, published), default=published)


def _days_of_lead(lines: Sequence[Line], published: date) -> Iterator[date]:
    for line in [line for line in lines if line.sentence.part is Part.BODY][:_LEAD]:
        for found in line.dates:
            when = found.date
            fresh = published - _FRESH <= when.earliest and when.latest <= published
            if fresh and when.days <= 2:
                yield when.latest


def find_period(lines: Sequence[Line], published: date) -> date | None:
    """Return the first day that a report over some time covers: of a month, of a list of days.

    A monthly report says in its headline or first sentence which month it is about; a
    chronicle begins one sentence after another with a date.
    """
    sentences = [line for line in lines if line.sentence.part is Part.BODY]
    titles = [line for line in lines if line.sentence.part is Part.TITLE]
    for found in (found for line in [*titles, *sentences[:1]] for found in line.dates):
        when = found.date
        over = published - _COVERS <= when.latest <= published
        if over and _LONG <= when.days <= 2 * _COVERS.days and found.role == "at":
            return when.earliest
    entries = [
        line.words[0].value.date.earliest
        for line in sentences
        if line.words and line.words[0].kind == "date"
    ]
    entries = [day for day in entries if published - _CHRONICLE <= day <= published]
    return min(entries) if len(entries) >= _ENTRIES else None


def own_date(
    line: Line,
    match: Match,
    others: Sequence[Match],
    kind: str,
    language: str,
    *,
    recalled: bool = False,
) -> FoundDate | None:
    """Return the date that the sentence gives to this thing, if it gives one.

    A date that opens the sentence is that of everything in it that has no nearer one,
    save for what is only recalled. The day of speaking comes last.
    """
    far = _FAR_FROM_SPEECH if kind == "statement" else _FAR
    usable: list[tuple[int, FoundDate]] = []
    for at, word in enumerate(line.words):
        if word.kind != "date" or (kind == "statement" and _dates_no_words(line, at)):
            continue
        distance = _distance(line, match, at, language)
        if any(_stands_between(other, match, at) for other in others):
            distance += _ANOTHER_THING
        if _is_of_a_noun(line.words, at) and not match.start <= at - 2 < match.end:
            distance += _OTHER_CLAUSE
        if at <= _OPENS and not recalled:
            distance = min(distance, far)
        if distance > far:
            continue
        if kind != "statement" and is_day_of_speech(line.words, at, match, language):
            distance += _ANOTHER_THING
        usable.append((distance, word.value))
    return min(usable, key=lambda pair: pair[0])[1] if usable else None


def _dates_no_words(line: Line, at: int) -> bool:
    """Whether a date cannot be that of a statement: a span, or "the truce of 12 May"."""
    return line.words[at].value.date.days > 1 or _is_of_a_noun(line.words, at)


def _is_of_a_noun(words: Sequence[Word], at: int) -> bool:
    return at > 0 and words[at - 1].text in _OF


def dates_this(found: FoundDate, kind: str, status: Status) -> bool:
    """Whether a date of this role can date a thing: "since" only what goes on since."""
    if found.role == "since":
        return kind in GOES_ON and status is Status.OCCURRED
    if found.role in {"until", "before"}:
        return status is Status.PLANNED
    return True


def span_of(found: FoundDate, kind: str, story_day: date) -> PartialDate:
    """Return when the thing was: "violated since 12 January" lasts until the story."""
    since = found.role == "since" and kind in GOES_ON
    if since and found.date.earliest <= story_day:
        return PartialDate.spanning(found.date.earliest, story_day, found.date.words)
    return found.date


def nearest_place(line: Line, match: Match, language: str) -> str | None:
    """Return the place told with a thing; the only one of the clause may be far."""
    near = [
        (_distance(line, match, at, language), at)
        for at, word in enumerate(line.words)
        if word.kind == "place" and word.value.slug not in {None, COUNTRY}
    ]
    if not near:
        return None
    distance, at = min(near)
    slugs = {line.words[place].value.slug for _, place in near}
    if distance > _FAR and (len(slugs) > 1 or _parted(line, match, at, language)):
        return None
    return str(line.words[at].value.slug)


def _parted(line: Line, match: Match, at: int, language: str) -> bool:
    return any(breaks_clause(word, language) for word in _between(line, match, at))


def _between(line: Line, match: Match, at: int) -> Sequence[Word]:
    return (
        line.words[at + 1 : match.start]
        if at < match.start
        else line.words[match.end : at]
    )


def _stands_between(other: Match, match: Match, at: int) -> bool:
    return match.end < other.end <= at or at < other.start < match.start


def _distance(line: Line, match: Match, at: int, language: str) -> int:
    """Return the words between a match and a date or place; clauses count for more."""
    if match.start <= at < match.end:
        return 0
    between = _between(line, match, at)
    parted = sum(
        word.kind == "mark" or breaks_clause(word, language) for word in between
    )
    behind = at < match.start
    return len(between) + _OTHER_CLAUSE * min(parted, 2) + behind
