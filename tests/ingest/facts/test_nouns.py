"""What the rows of each noun say, and what an analyst may rely on in them."""

from __future__ import annotations

import csv
from collections import defaultdict

import pytest

from talks.ingest.facts import nouns
from talks.ingest.facts.cells import CellError, Cells
from talks.ingest.facts.files import read_files
from talks.ingest.facts.reports import Report
from talks.management.commands.seed import SHIPPED

# What the reference set had; the shipped files may have more, never less.
LEAST = {
    "sources": 123,
    "places": 94,
    "actors": 125,
    "events": 292,
    "rounds": 43,
    "truces": 8,
    "embargo": 20,
    "figures": 217,
    "commitments": 54,
    "statuses": 54,
}
FACTS = read_files(SHIPPED)


def rows(file: str) -> list[dict[str, str]]:
    with (SHIPPED / f"{file}.csv").open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def kinds(*names: str) -> set[str]:
    return {row["slug"] for row in rows("events") if row["kind"] in names}


SLUGS = {"actors": frozenset({"mission", "envoy"}), "events": frozenset({"meeting"})}


def round_with(delegations: str) -> list[dict]:
    named = {"slug": "round-1", "event": "meeting", "series": "Talks"}
    given = {"track": "military", "began_on": "2020-02-03", "outcome": "opened"}
    cells = defaultdict(str, named | given | {"delegations": delegations})
    return nouns.read_round(Cells(cells, SLUGS)).parts["delegations"]


def test_a_delegation_has_a_party_and_perhaps_a_size_and_a_head():
    came, away = round_with("mission:5:envoy:came|envoy:::away")

    assert came == {
        "party__slug": "mission",
        "size": 5,
        "head__slug": "envoy",
        "head_name": "",
        "attendance": "came",
    }
    assert (away["size"], away["head__slug"], away["attendance"]) == (
        None,
        None,
        "away",
    )


@pytest.mark.parametrize(
    ("delegations", "words"),
    [
        pytest.param(
            "mission:5", "is not written as party:size:head:att", id="cut short"
        ),
        pytest.param(
            "mission:five::came", "is not a whole number", id="size in letters"
        ),
        pytest.param(
            "nobody:5::came", "'nobody' is not among the actors", id="unknown party"
        ),
        pytest.param("mission:5::slept", "'slept' is not one of", id="attendance"),
    ],
)
def test_a_delegation_that_cannot_be_read_is_said(delegations, words):
    with pytest.raises(CellError, match=words):
        round_with(delegations)


@pytest.mark.parametrize("file", LEAST)
def test_a_file_has_all_its_rows(file):
    assert len(FACTS[file]) >= LEAST[file]


@pytest.mark.parametrize("language", ["ar", "fr"])
@pytest.mark.parametrize(
    ("file", "column"),
    [
        ("events", "title"),
        ("events", "summary"),
        ("rounds", "outcome_words"),
        ("truces", "terms"),
        ("commitments", "provision"),
        ("statuses", "note"),
        ("actors", "name"),
        ("places", "name"),
        ("sources", "name"),
    ],
)
def test_what_a_page_tells_is_in_every_language(file, column, language):
    missing = [row for row in rows(file) if not row[f"{column}_{language}"]]

    assert missing == []


def test_every_truce_has_its_detail():
    assert kinds("truce") <= {fact.slug for fact in FACTS["truces"]}


def test_every_truce_violation_names_the_truce_it_broke():
    broken = [
        part["event__slug"]
        for fact in FACTS["truces"]
        for part in fact.parts["violations"]
    ]

    assert sorted(broken) == sorted(kinds("truce_violation"))


def test_every_embargo_violation_has_its_detail():
    assert {fact.slug for fact in FACTS["embargo"]} == kinds("embargo_violation")


def test_every_round_is_of_a_meeting():
    meetings = kinds("talks", "agreement", "mediation", "truce")

    assert {fact.fields["event__slug"] for fact in FACTS["rounds"]} <= meetings


def test_a_mediator_of_a_round_takes_part_in_its_event():
    taking_part = {
        fact.slug: {part["actor__slug"] for part in fact.parts["participations"]}
        for fact in FACTS["events"]
    }
    absent = [
        fact.slug
        for fact in FACTS["rounds"]
        if fact.fields["mediator__slug"]
        and fact.fields["mediator__slug"] not in taking_part[fact.fields["event__slug"]]
    ]

    assert absent == []


def test_a_thing_counted_has_one_recommended_claim():
    corrected = {row["supersedes"] for row in rows("figures")}
    groups = defaultdict(list)
    for row in rows("figures"):
        moment = row["event"] if row["scope"] == "incident" else row["as_of"]
        key = (row["measure"], row["population"], row["scope"], moment, row["event"])
        groups[
            (*key, row["place"] if row["scope"] != "incident" else "", row["since"])
        ].append(row)

    rivals = [
        [row["slug"] for row in group if row["role"] == "recommended"]
        for group in groups.values()
        if any(not row["subset_of"] and row["slug"] not in corrected for row in group)
    ]

    assert [names for names in rivals if len(names) != 1] == []


def test_where_claims_compete_the_choice_is_explained():
    groups = defaultdict(list)
    for row in rows("figures"):
        if row["scope"] == "incident" and not row["subset_of"]:
            groups[row["measure"], row["population"], row["event"]].append(row)

    silent = [
        row["slug"]
        for group in groups.values()
        for row in group
        if len(group) > 1 and not row["role_reason"]
    ]

    assert silent == []


def test_a_correction_is_of_the_same_measure_and_not_recommended():
    figures = {row["slug"]: row for row in rows("figures")}

    for row in figures.values():
        if row["supersedes"]:
            earlier = figures[row["supersedes"]]
            assert earlier["measure"] == row["measure"], row["slug"]
            assert earlier["role"] == "triangulation", row["slug"]


def test_every_commitment_has_a_status_not_older_than_its_agreement():
    begun = {fact.slug: fact.fields["earliest"] for fact in FACTS["events"]}
    agreed = {
        fact.slug: begun[fact.fields["agreement__slug"]]
        for fact in FACTS["commitments"]
    }
    dated = defaultdict(list)
    for fact in FACTS["statuses"]:
        dated[fact.fields["commitment__slug"]].append(fact.fields["as_of"])

    assert dated.keys() == agreed.keys()
    for slug, days in dated.items():
        assert min(days) >= agreed[slug], slug


def test_reports_of_different_days_are_not_taken_for_one():
    named = {
        part.partition("=")[2]
        for row in rows("events")
        for part in row["sources"].split("|")
        if not Report("", part.partition("=")[2]).address
    }

    assert [name for name in named if "of the day" in name] == []
