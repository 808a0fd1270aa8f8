"""Events found against events annotated.

An event counts when kind, sentence and date agree; strictly also place and status, with
every piece of evidence word for word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bench.detection.scoring.dates import dates_agree
from bench.detection.scoring.evidence import Located, overlap
from bench.detection.scoring.pairing import pair
from bench.detection.scoring.slugs import Slugs
from bench.detection.scoring.tallies import Fault, Scores, Tally
from bench.detection.scoring.vocabulary import UNREAL, allowed, kind_of, status_of

WRONG_DATE = "background with the wrong date"


def touches(found: Located, wanted: Located) -> bool:
    """Whether both are of one kind and rest on the same words."""
    same_kind = kind_of(found.item) in allowed(wanted.item, "kind")
    return same_kind and overlap(found, wanted)


def agrees(found: Located, wanted: Located) -> bool:
    """Whether kind, evidence and date are those of the annotation."""
    return touches(found, wanted) and dates_agree(found.item, wanted.item)


def agrees_strictly(found: Located, wanted: Located, slugs: Slugs) -> bool:
    """Whether place and status are, too, and the evidence is quoted word for word."""
    return (
        found.exact
        and agrees(found, wanted)
        and _place_agrees(found, wanted, slugs)
        and status_of(found.item) == wanted.item["status"]
    )


@dataclass(frozen=True)
class Wanted:
    """The annotated events of a report, by what finding one of them is worth."""

    required: list[Located]
    optional: list[Located]
    unreal: list[Located]
    background: list[Located]


@dataclass(frozen=True)
class Match:
    """What was found and wanted in a report, and which of them belong together."""

    found: Sequence[Located]
    wanted: Wanted
    pairs: dict[int, int]
    strict_pairs: dict[int, int]


@dataclass(frozen=True)
class EventTallies:
    """What a report's events come to, counted in four ways."""

    loose: Tally
    strict: Tally
    without_statements: Tally
    kinds: defaultdict[str, Tally]

    def tables(self) -> dict[str, Tally]:
        """Return the tallies of all kinds together under the names of their tables."""
        return {
            "events": self.loose,
            "events strict": self.strict,
            "events without statements": self.without_statements,
        }


def score_events(
    found: Sequence[Located],
    annotations: Iterable[Located],
    scores: Scores,
    faults: list[Fault],
) -> EventTallies:
    """Tally a report's events loosely, strictly, without statements, and by kind."""
    match = _match(found, _sort_out(annotations), scores.slugs)
    strict = _tally_strictly(match, scores)
    tallies = EventTallies(Tally(), strict, Tally(), defaultdict(Tally))
    _count_required(match, tallies, faults)
    _note_attributes(match, scores)
    for index in range(len(found)):
        _count_unpaired(match, index, tallies, scores, faults)
    _note_unrequired(match, scores)
    return tallies


def _sort_out(annotations: Iterable[Located]) -> Wanted:
    wanted = Wanted([], [], [], [])
    for annotation in annotations:
        status = annotation.item["status"]
        if annotation.item.get("optional"):
            wanted.optional.append(annotation)
        elif status == "occurred":
            wanted.required.append(annotation)
        elif status == "background":
            wanted.background.append(annotation)
        elif status in UNREAL:
            wanted.unreal.append(annotation)
    return wanted


def _match(found: Sequence[Located], wanted: Wanted, slugs: Slugs) -> Match:
    def strictly(one: Located, want: Located) -> bool:
        return agrees_strictly(one, want, slugs)

    return Match(
        found,
        wanted,
        pair(found, wanted.required, agrees),
        pair(found, wanted.required, strictly),
    )


def _count_required(match: Match, tallies: EventTallies, faults: list[Fault]) -> None:
    matched = set(match.pairs.values())
    for n, want in enumerate(match.wanted.required):
        kind, hit = want.item["kind"], n in matched
        tally = Tally(hits=hit, missed=not hit)
        tallies.loose.add(tally)
        tallies.kinds[kind].add(tally)
        if kind != "statement":
            tallies.without_statements.add(tally)
        if not hit:
            faults.append(Fault(1, f"missed {_in_short(want)}"))


def _note_attributes(match: Match, scores: Scores) -> None:
    slugs = scores.slugs
    for index, n in match.pairs.items():
        found, want = match.found[index], match.wanted.required[n]
        status_right = status_of(found.item) == want.item["status"]
        scores.notes["matched"] += 1
        scores.notes["status_right"] += status_right
        scores.notes["place_right"] += _place_agrees(found, want, slugs)
        ours = {slugs.of(actor) for actor in found.item.get("actors") or []}
        theirs = set(want.item["actors"])
        either = ours | theirs
        scores.shared_actors += len(ours & theirs) / len(either) if either else 1.0


def _count_unpaired(
    match: Match,
    index: int,
    tallies: EventTallies,
    scores: Scores,
    faults: list[Fault],
) -> None:
    """Count a finding without a partner as false, unless something excuses it."""
    found, wanted = match.found[index], match.wanted
    if _any_agrees(found, wanted.optional) or index in match.pairs:
        return
    if _any_agrees(found, wanted.required):
        scores.notes["redundant"] += 1
        return
    trap = _trap(found, wanted)
    if trap is None:
        return
    kind = kind_of(found.item)
    tallies.loose.false += 1
    tallies.without_statements.false += kind != "statement"
    tallies.kinds[kind].false += 1
    if trap:
        scores.traps[trap] += 1
    why = f" <- trap: {trap}" if trap else ""
    text = _in_short(found, extra=f" [{status_of(found.item)}]{why}")
    faults.append(Fault(1, f"false  {text}"))


def _trap(found: Located, wanted: Wanted) -> str | None:
    """Name the trap that a finding fell into: empty for none, None if it saw through."""
    unreal = [want for want in wanted.unreal if touches(found, want)]
    background = [want for want in wanted.background if touches(found, want)]
    if unreal and status_of(found.item) in UNREAL:
        return None
    if any(dates_agree(found.item, want.item) for want in background):
        return None
    if unreal:
        return str(unreal[0].item["status"])
    return WRONG_DATE if background else ""


def _tally_strictly(match: Match, scores: Scores) -> Tally:
    wanted = match.wanted
    hits = len(match.strict_pairs)
    tally = Tally(hits=hits, missed=len(wanted.required) - hits)
    for index, found in enumerate(match.found):
        if index in match.strict_pairs or _is_excused(found, wanted):
            continue
        tally.false += 1
        as_news = status_of(found.item) == "occurred" and index not in match.pairs
        if as_news and _any_agrees(found, wanted.background):
            scores.notes["background_as_news"] += 1
    return tally


def _is_excused(found: Located, wanted: Wanted) -> bool:
    """Whether something agrees that need not be found, its status said rightly."""
    status = status_of(found.item)
    return (
        _any_agrees(found, wanted.optional)
        or any(touches(found, w) and status == w.item["status"] for w in wanted.unreal)
        or (status == "background" and _any_agrees(found, wanted.background))
    )


def _note_unrequired(match: Match, scores: Scores) -> None:
    for want in match.wanted.unreal:
        status = want.item["status"]
        scores.notes[f"gold_{status}"] += 1
        scores.notes[f"found_{status}"] += any(
            touches(found, want) and status_of(found.item) == status
            for found in match.found
        )
    for want in match.wanted.background:
        scores.notes["gold_background"] += 1
        scores.notes["found_background"] += any(agrees(f, want) for f in match.found)


def _any_agrees(found: Located, wanted: Iterable[Located]) -> bool:
    return any(agrees(found, want) for want in wanted)


def _place_agrees(found: Located, wanted: Located, slugs: Slugs) -> bool:
    """Whether the place is one that is accepted; Libya as a whole is no place."""
    accepted = {_place(place) for place in allowed(wanted.item, "place")}
    return _place(slugs.of(found.item.get("place"))) in accepted


def _place(slug: str | None) -> str | None:
    return None if slug == "libya" else slug


def _in_short(event: Located, extra: str = "") -> str:
    item = event.item
    head = f"{kind_of(item)} {item.get('date_start')} {item.get('place') or '-'}{extra}"
    return f"{head}: {str(item.get('evidence'))[:110]}"
