"""Findings in the shape in which detection is scored."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from talks.detect.findings import (
    Evidence,
    Findings,
    FoundEvent,
    FoundFigure,
    Mention,
    Status,
)
from talks.detect.report import as_report
from talks.values import Count, PartialDate, Qualifier

EVIDENCE = Evidence(10, 30, "Five people were hit")
AGAIN = Evidence(40, 52, "The five dead")
FIGURE = FoundFigure(
    measure="deaths",
    population="all",
    count=Count(5, 5, 5),
    scope="incident",
    as_stated="Five people",
    evidence=EVIDENCE,
    rule="en-deaths@1",
    confidence=0.9,
)
EVENT = FoundEvent(
    kind="attack",
    modality="observed",
    evidence=(EVIDENCE,),
    rule="en-attack@1",
    confidence=0.8,
    date=PartialDate.of_day(date(2020, 6, 8), "on Monday"),
    place="sirte",
    actors=(("gna", "participant"), ("lna", "accused")),
)
EMPTY = Findings("en", "Five dead", True, "names the truce", "7")


def figure(**changes) -> dict[str, object]:
    findings = replace(EMPTY, figures=(replace(FIGURE, **changes),))
    return as_report(findings)["figures"][0]


def event(**changes) -> dict[str, object]:
    findings = replace(EMPTY, events=(replace(EVENT, **changes),))
    return as_report(findings)["events"][0]


def mention(kind: str, slug: str | None) -> Mention:
    return Mention(kind, slug, EVIDENCE, "only", 0.9)


def test_a_report_without_findings_says_so():
    report = as_report(replace(EMPTY, relevant=False, relevance_reason="no Libya"))

    assert (report["relevant"], report["reason"]) == (False, "no Libya")
    assert report["events"] == report["figures"] == []
    assert report["actors"] == report["places"] == []
    assert report["duplicate_of"] is None


def test_names_are_listed_once_and_in_order():
    named = [
        *(mention("actor", slug) for slug in ("lna", "gna", "lna", None)),
        mention("place", "sirte"),
    ]

    report = as_report(replace(EMPTY, mentions=tuple(named)))

    assert report["actors"] == ["gna", "lna"]
    assert report["places"] == ["sirte"]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ({"measure": "deaths"}, {"measure": "killed"}),
        ({"measure": "bodies_recovered"}, {"measure": "bodies"}),
        ({"measure": "injured"}, {"measure": "injured"}),
        ({"population": "all"}, {"population": "people"}),
        ({"population": "combatants"}, {"population": "fighters"}),
        ({"population": "children"}, {"population": "children"}),
    ],
    ids=lambda code: next(iter(code.values())),
)
def test_codes_are_those_of_annotations(ours, theirs):
    assert theirs.items() <= figure(**ours).items()


@pytest.mark.parametrize(
    ("count", "low", "high"),
    [
        pytest.param(Count(5, 5, 5), 5, 5, id="exact"),
        pytest.param(Count(5, None, None, Qualifier.AT_LEAST), 5, None, id="at least"),
        pytest.param(Count(None, None, 9, Qualifier.UP_TO), None, 9, id="up to"),
        pytest.param(Count(24, None, 99, Qualifier.VAGUE), 24, 99, id="dozens"),
    ],
)
def test_a_number_keeps_its_bounds(count, low, high):
    found = figure(count=count)

    assert (found["low"], found["high"]) == (low, high)
    assert found["qualifier"] == count.qualifier.value


@pytest.mark.parametrize(
    ("when", "start", "end", "precision"),
    [
        pytest.param(
            PartialDate.of_day(date(2020, 6, 8)),
            *("2020-06-08", "2020-06-08", "day"),
            id="day",
        ),
        pytest.param(
            PartialDate.of_week(date(2020, 6, 10)),
            *("2020-06-08", "2020-06-14", "range"),
            id="week",
        ),
        pytest.param(
            PartialDate.of_quarter(2020, 2),
            *("2020-04-01", "2020-06-30", "range"),
            id="quarter",
        ),
        pytest.param(
            PartialDate.of_month(2020, 2),
            *("2020-02-01", "2020-02-29", "month"),
            id="month",
        ),
        pytest.param(None, None, None, "none", id="undated"),
    ],
)
def test_a_date_keeps_its_bounds(when, start, end, precision):
    found = event(date=when)

    assert (found["date_start"], found["date_end"]) == (start, end)
    assert found["date_precision"] == precision


@pytest.mark.parametrize(
    ("when", "as_of", "since"),
    [
        (PartialDate.of_day(date(2020, 6, 8)), "2020-06-08", "2020-06-08"),
        (PartialDate.of_week(date(2020, 6, 10)), "2020-06-14", "2020-06-08"),
        (PartialDate.of_month(2020, 6), "2020-06", "2020-06"),
        (PartialDate.of_year(2020), "2020", "2020"),
        (None, None, None),
    ],
    ids=["day", "week", "month", "year", "none"],
)
def test_a_claim_runs_from_the_first_day_to_the_last(when, as_of, since):
    found = figure(as_of=when, since=when)

    assert (found["as_of"], found["since"]) == (as_of, since)


def test_actors_come_with_and_without_their_roles():
    found = event()

    assert found["actors"] == ["gna", "lna"]
    assert found["roles"] == {"gna": "participant", "lna": "accused"}


def test_one_sentence_is_quoted_plainly_and_several_in_a_list():
    assert event()["evidence"] == "Five people were hit"
    assert event(evidence=(EVIDENCE, AGAIN))["evidence"] == [
        "Five people were hit",
        "The five dead",
    ]


def test_a_report_can_be_written_as_json():
    findings = replace(
        EMPTY,
        mentions=(mention("actor", "gna"),),
        figures=(replace(FIGURE, status=Status.DENIED),),
        events=(EVENT,),
    )

    report = as_report(findings)

    assert json.loads(json.dumps(report)) == report
