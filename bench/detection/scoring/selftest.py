"""Whether the scorer can be trusted: what is perfect scores 1, what is damaged does not."""

from __future__ import annotations

import copy
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from bench.detection.scoring.events import WRONG_DATE
from bench.detection.scoring.reports import score_reports
from bench.detection.scoring.slugs import Slugs
from bench.detection.scoring.tallies import TABLES, Scores
from bench.detection.scoring.vocabulary import KINDS, UNREAL, Report

Prediction = dict[str, Any]
Verdict = tuple[bool, str]
KEPT = ("id", "relevant", "duplicate_of", "events", "figures", "actors", "places")
# Not scored: some damage is done with them.
ALSO = ("text", "published", "update_of")


class Trial(NamedTuple):
    """A way to damage perfect predictions, and what the scores must then say."""

    name: str
    damage: Callable[[Prediction], object]
    judge: Callable[[Scores], Verdict]


def run_selftest(gold: Sequence[Report], slugs: Slugs) -> bool:
    """Print a line for each trial, and return whether all were passed."""
    verdicts = dict(_verdicts(gold, slugs))
    for name, (passed, said) in verdicts.items():
        sys.stdout.write(f"  {'ok  ' if passed else 'FAIL'} {name}: {said}\n")
    failed = [name for name, (passed, _) in verdicts.items() if not passed]
    end = f"{len(failed)} FAILED: {', '.join(failed)}" if failed else "all passed"
    sys.stdout.write(f"self-test: {end}\n")
    return not failed


def _verdicts(gold: Sequence[Report], slugs: Slugs) -> Iterable[tuple[str, Verdict]]:
    def scored(damage: Callable[[Prediction], object]) -> Scores:
        predictions = {report["id"]: _perfect(report) for report in gold}
        for prediction in predictions.values():
            damage(prediction)
        return score_reports(gold, predictions, slugs)

    yield "perfect predictions", _judge_perfect(scored(lambda _: None))
    yield "no predictions", _judge_none(score_reports(gold, {}, slugs))
    for name, damage, judge in TRIALS:
        yield name, judge(scored(damage))


def _perfect(report: Report) -> Prediction:
    prediction = copy.deepcopy({key: report.get(key) for key in KEPT + ALSO})
    for item in [*prediction["events"], *prediction["figures"]]:
        for key in [key for key in item if key.endswith("_alt") or key == "optional"]:
            del item[key]
    return prediction


def _precision(scores: Scores, table: str) -> float:
    return scores.tables["all"][table].rates()[0]


def _recall(scores: Scores, table: str) -> float:
    return scores.tables["all"][table].rates()[1]


def _f1(scores: Scores, table: str) -> float:
    return scores.tables["all"][table].rates()[2]


def _judge_perfect(scores: Scores) -> Verdict:
    tallies = [t for tables in scores.tables.values() for t in tables.values()]
    lowest = min(rate for tally in tallies for rate in tally.rates())
    clean = not scores.worst and not scores.notes["notfound"]
    said = f"lowest P, R or F1 over all tables and languages = {lowest:.3f}"
    return lowest == 1 and clean, said


def _judge_none(scores: Scores) -> Verdict:
    wanted = [name for name in TABLES if scores.tables["all"][name].missed]
    return all(_recall(scores, name) == 0 for name in wanted), "recall 0 everywhere"


# -------------------------------------------------------------- damage, and its verdict


def _drop_half(prediction: Prediction) -> None:
    for key in ("events", "figures"):
        prediction[key] = prediction[key][::2]


def _judge_half(scores: Scores) -> Verdict:
    events, figures = scores.tables["all"]["events"], scores.tables["all"]["figures"]
    precision, recall, _ = events.rates()
    figures_precision, figures_recall, _ = figures.rates()
    said = (
        f"events P {precision:.2f} R {recall:.2f}, "
        f"figures P {figures_precision:.2f} R {figures_recall:.2f}"
    )
    passed = precision > 0.97 and 0.3 < recall < 0.8 and 0.3 < figures_recall < 0.8
    return passed, said


def _date_late(prediction: Prediction) -> None:
    for event in prediction["events"]:
        for key in ("date_start", "date_end"):
            if event[key]:
                late = date.fromisoformat(event[key]) + timedelta(days=40)
                event[key] = late.isoformat()


def _date_background_to_the_report(prediction: Prediction) -> None:
    day = prediction["published"][:10]
    for event in prediction["events"]:
        if event["status"] == "background":
            event.update(status="occurred", date_start=day, date_end=day)
            event.update(date_precision="day")


def _judge_background(scores: Scores) -> Verdict:
    sprung, laid = scores.traps[WRONG_DATE], scores.notes["gold_background"]
    precision = _precision(scores, "events")
    said = f"events P {precision:.2f}, {sprung} of {laid} background traps sprung"
    return precision < 0.95 and sprung > 0.5 * laid, said


def _call_all_occurred(prediction: Prediction) -> None:
    for event in prediction["events"]:
        event["status"] = "occurred"


def _judge_occurred(scores: Scores) -> Verdict:
    sprung = {status: scores.traps[status] for status in UNREAL}
    laid = {status: scores.notes[f"gold_{status}"] for status in UNREAL}
    precision = _precision(scores, "events")
    shares = ", ".join(f"{status} {sprung[status]}/{laid[status]}" for status in UNREAL)
    passed = all(sprung[status] >= 0.6 * laid[status] for status in UNREAL)
    said = f"events P {precision:.2f}; traps sprung {shares}"
    return precision < 0.95 and passed, said


def _change_kinds(prediction: Prediction) -> None:
    for event in prediction["events"]:
        event["kind"] = KINDS[(KINDS.index(event["kind"]) + 5) % len(KINDS)]


def _change_numbers(prediction: Prediction) -> None:
    for figure in prediction["figures"]:
        for key in ("low", "high"):
            if figure[key] is not None:
                figure[key] = int(figure[key] * 3 + 7)


def _quote_everything(prediction: Prediction) -> None:
    for item in [*prediction["events"], *prediction["figures"]]:
        item["evidence"] = prediction["text"]


def _judge_everything_quoted(scores: Scores) -> Verdict:
    events, figures = _f1(scores, "events"), _f1(scores, "figures")
    said = f"events F1 {events:.2f}, figures F1 {figures:.2f}"
    return events < 0.1 and figures < 0.1, said


def _invent_quotes(prediction: Prediction) -> None:
    for item in [*prediction["events"], *prediction["figures"]]:
        item["evidence"] = "~ " + item["evidence"][::-1]


def _judge_invented(scores: Scores) -> Verdict:
    flagged = scores.notes["notfound"]
    passed = _f1(scores, "events") == 0 and flagged > 0
    return passed, f"events F1 0, {flagged} flagged"


def _flatten(prediction: Prediction) -> None:
    for figure in prediction["figures"]:
        figure.update(qualifier="exact", scope="incident", population="people")
    for event in prediction["events"]:
        event["place"] = "kufra"


def _judge_flattened(scores: Scores) -> Verdict:
    figures, strict_figures, events, strict_events = (
        _f1(scores, table)
        for table in ("figures", "figures strict", "events", "events strict")
    )
    said = (
        f"figures F1 {figures:.2f} but strict {strict_figures:.2f}; "
        f"events F1 {events:.2f} but strict {strict_events:.2f}"
    )
    loosely_right = figures == events == 1
    return loosely_right and strict_figures < 0.5 and strict_events < 0.1, said


def _say_twice(prediction: Prediction) -> None:
    for key in ("events", "figures"):
        prediction[key] = prediction[key] * 2


def _judge_twice(scores: Scores) -> Verdict:
    events, figures = (_precision(scores, f"{t} strict") for t in ("events", "figures"))
    passed = _precision(scores, "events") == 1 and events < 0.6 and figures < 0.6
    said = f"events P 1.00, strict P {events:.2f}; figures strict P {figures:.2f}"
    return passed, said


def _call_updates_copies(prediction: Prediction) -> None:
    prediction["duplicate_of"] = prediction["update_of"]


def _call_all_relevant(prediction: Prediction) -> None:
    prediction["relevant"] = True


def _judge_relevance(scores: Scores) -> Verdict:
    precision = _precision(scores, "relevance")
    passed = precision < 1 and _recall(scores, "relevance") == 1
    return passed, f"relevance P {precision:.2f}"


def _swap_names(prediction: Prediction) -> None:
    prediction["actors"] = [*prediction["actors"][1:], "nato"]
    prediction["places"] = [*prediction["places"][1:], "kufra"]


def _judge_swapped(scores: Scores) -> Verdict:
    actors, places = _f1(scores, "actors"), _f1(scores, "places")
    said = f"actors F1 {actors:.2f}, places F1 {places:.2f}"
    return actors < 0.95 and places < 0.9, said


OTHER_MEASURES = {"killed": "deaths", "injured": "wounded"}
OTHER_POPULATIONS = {
    "people": "all",
    "fighters": "combatants",
    "health-workers": "medics",
}
OTHER_STATUSES = {
    "occurred": "asserted",
    "background": "historical",
    "planned": "conditional",
}
OTHER_NAMES = {
    "guterres": "antonio-guterres",
    "gna": "government-of-national-accord",
    "jmc-5-5": "jmc",
    "tarhuna": "tarhouna",
    "al-jufra": "jufra",
    "sabha": "sebha",
}


def _say_it_otherwise(prediction: Prediction) -> None:
    for figure in prediction["figures"]:
        _word_otherwise(figure)
    for event in prediction["events"]:
        event["status"] = OTHER_STATUSES.get(event["status"], event["status"])
    for key in ("actors", "places"):
        prediction[key] = [OTHER_NAMES.get(name, name) for name in prediction[key]]


def _word_otherwise(figure: dict[str, Any]) -> None:
    measure, population = figure["measure"], figure["population"]
    if measure == "displaced" and figure["scope"] == "stock":
        measure = "idps"
    figure["measure"] = OTHER_MEASURES.get(measure, measure)
    figure["population"] = OTHER_POPULATIONS.get(population, population)
    if figure["qualifier"] == "more_than":
        figure["low"] += 1
    if figure["qualifier"] == "nearly":
        figure.update(low=None, high=figure["high"] - 1)


def _judge_otherwise(scores: Scores) -> Verdict:
    lowest = min(_f1(scores, table) for table in TABLES)
    return lowest == 1, f"lowest F1 {lowest:.3f}"


def _count_every_number(prediction: Prediction) -> None:
    for sentence in re.split(r"(?<=[.!?؟])\s+|\n+", prediction["text"]):
        for number in map(int, re.findall(r"\d+", sentence)):
            toll = {"measure": "killed", "population": "people", "evidence": sentence}
            value = {"low": number, "high": number, "qualifier": "exact"}
            prediction["figures"].append({**toll, **value, "scope": "incident"})
    prediction["relevant"] = True


def _judge_every_number(scores: Scores) -> Verdict:
    precision = _precision(scores, "figures")
    passed = precision < 0.6 and _recall(scores, "figures") == 1
    return passed, f"figures P {precision:.2f}"


def _below(table: str, bound: float) -> Callable[[Scores], Verdict]:
    """Return a verdict: passed when the F1 of a table has come down below a bound."""

    def judge(scores: Scores) -> Verdict:
        f1 = _f1(scores, table)
        return f1 < bound, f"{table} F1 {f1:.2f}"

    return judge


def _judge_duplicates(scores: Scores) -> Verdict:
    f1 = _f1(scores, "duplicates")
    return f1 == 0, f"duplicates F1 {f1:.2f}"


TRIALS = (
    Trial("every second item dropped", _drop_half, _judge_half),
    Trial("dates 40 days late", _date_late, _below("events", 0.15)),
    Trial(
        "background dated to the report",
        _date_background_to_the_report,
        _judge_background,
    ),
    Trial("everything called occurred", _call_all_occurred, _judge_occurred),
    Trial("wrong kinds", _change_kinds, _below("events", 0.2)),
    Trial("wrong numbers", _change_numbers, _below("figures", 0.1)),
    Trial("whole text as evidence", _quote_everything, _judge_everything_quoted),
    Trial("invented evidence", _invent_quotes, _judge_invented),
    Trial("attributes flattened", _flatten, _judge_flattened),
    Trial("everything proposed twice", _say_twice, _judge_twice),
    Trial("updates called duplicates", _call_updates_copies, _judge_duplicates),
    Trial("everything called relevant", _call_all_relevant, _judge_relevance),
    Trial("one actor and one place swapped", _swap_names, _judge_swapped),
    Trial("other words for the same thing", _say_it_otherwise, _judge_otherwise),
    Trial("every number called a death toll", _count_every_number, _judge_every_number),
)
