"""Scores as tables on a terminal."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable

from bench.detection.scoring.events import WRONG_DATE
from bench.detection.scoring.tallies import TABLES, Faulty, Scores, Tally
from bench.detection.scoring.vocabulary import UNREAL

FAULTS_SHOWN, NAMES_SHOWN, IDS_SHOWN = 6, 25, 20


def show(scores: Scores, misses: int = 10, *, by_kind: bool = False) -> None:
    """Print the tables, what is noteworthy, and the reports with the most faults."""
    lines = [
        *_tables(scores),
        "\nn = gold items required (relevance: relevant reports; duplicates: pairs)",
        *_attributes(scores),
        *_traps(scores),
        *_set_aside(scores),
        *(_kinds(scores.kinds.get("all", {})) if by_kind else ()),
        *(_worst(scores.worst, misses) if misses and scores.worst else ()),
    ]
    sys.stdout.write("\n".join(lines) + "\n")


def _tables(scores: Scores) -> Iterable[str]:
    languages = [
        language
        for language, tables in scores.tables.items()
        if language == "all" or any(t.wanted + t.false for t in tables.values())
    ]
    yield " " * 27 + "".join(f"{language:^31s}" for language in languages)
    head = f"{'P':>7s}{'R':>7s}{'F1':>7s}{'n':>6s}    "
    yield " " * 27 + head * len(languages)
    for table in TABLES:
        cells = (f"{_row(scores.tables[name][table])}    " for name in languages)
        yield f"{table:27s}" + "".join(cells)


def _row(tally: Tally) -> str:
    return "".join(f"{rate:7.3f}" for rate in tally.rates()) + f"{tally.wanted:6d}"


def _attributes(scores: Scores) -> Iterable[str]:
    notes = scores.notes
    if matched := notes["matched"]:
        yield (
            f"matched events   : status right {notes['status_right']}/{matched}, "
            f"place right {notes['place_right']}/{matched}, "
            f"actors Jaccard {scores.shared_actors / matched:.3f}"
        )
    if matched := notes["fig_matched"]:
        yield (
            f"matched figures  : qualifier right {notes['fig_qualifier']}/{matched}, "
            f"scope {notes['fig_scope']}/{matched}, "
            f"population {notes['fig_population']}/{matched}"
        )


def _traps(scores: Scores) -> Iterable[str]:
    notes, traps = scores.notes, scores.traps
    background = notes["gold_background"]
    sprung = _each(lambda status: f"{traps[status]}/{notes[f'gold_{status}']}")
    seen = _each(lambda status: f"{notes[f'found_{status}']}/{notes[f'gold_{status}']}")
    yield (
        f"traps taken as events that occurred: {sprung}; background given a wrong date "
        f"{traps[WRONG_DATE]}/{background}, "
        f"background offered as news {notes['background_as_news']}"
    )
    yield (
        f"not required, but found: {seen} with that status; "
        f"background {notes['found_background']}/{background} with the right date"
    )


def _each(share: Callable[[str], str]) -> str:
    return ", ".join(f"{status} {share(status)}" for status in UNREAL)


def _set_aside(scores: Scores) -> Iterable[str]:
    notes = scores.notes
    yield (
        f"evidence         : {notes['notfound']} not in the text, "
        f"{notes['inexact']} only after closing up white space"
    )
    yield (
        f"redundant        : {notes['redundant']} events, "
        f"{notes['redundant_figures']} figures "
        "(set aside in the first pass, counted as false in strict)"
    )
    if notes["zero_figures"]:
        yield f"'none reported'  : {notes['zero_figures']} figures set aside"
    if scores.unscored_measures:
        yield f"unscored measures: {_most(scores.unscored_measures)}"
    if scores.unknown_slugs:
        names = _most(scores.unknown_slugs, NAMES_SHOWN)
        yield f"slugs not in the table (not scored): {names}"
    if ids := scores.no_prediction:
        yield f"no prediction for {len(ids)}: " + " ".join(ids[:IDS_SHOWN])
    if ids := scores.not_in_gold:
        yield "predictions for unknown ids: " + " ".join(ids[:IDS_SHOWN])


def _most(counts: Counter[str], shown: int | None = None) -> str:
    return ", ".join(f"{k or '(none)'} x{n}" for k, n in counts.most_common(shown))


def _kinds(kinds: dict[str, Tally]) -> Iterable[str]:
    yield "\nevents by kind" + " " * 13 + "P      R      F1     n"
    for kind in sorted(kinds, key=lambda kind: -kinds[kind].wanted):
        yield f"  {kind or '(none)':22s}{_row(kinds[kind])}"


def _worst(worst: list[Faulty], misses: int) -> Iterable[str]:
    shown = worst[:misses]
    yield f"\nworst misses ({len(shown)} of {len(worst)} reports with errors)"
    for report in shown:
        head = f"  {report.id} [{report.language}] {report.title[:80]}"
        yield f"{head}  ({report.weight:.1f})"
        yield from (f"      {fault}" for fault in report.faults[:FAULTS_SHOWN])
        if len(report.faults) > FAULTS_SHOWN:
            yield f"      ... and {len(report.faults) - FAULTS_SHOWN} more"
