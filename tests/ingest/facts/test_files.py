"""The files are checked whole, and every fault is named with its place."""

from __future__ import annotations

import pytest

from talks.ingest.facts.files import FILES, FaultyFilesError, read_files
from talks.management.commands.seed import SHIPPED
from tests.ingest.facts.shipped import SMALL, ship


def faults_of(folder) -> list[str]:
    with pytest.raises(FaultyFilesError) as raised:
        read_files(folder)
    return [str(fault) for fault in raised.value.faults]


def test_the_shipped_files_have_no_fault():
    facts = read_files(SHIPPED)

    assert {name: len(facts[name]) > 0 for name in facts} == {
        file.name: True for file in FILES
    }


def test_small_files_are_read_row_by_row(tmp_path):
    facts = read_files(ship(tmp_path))

    assert [fact.slug for fact in facts["events"]] == ["quiet-day", "loud-week"]
    assert len(facts["figures"]) == len(SMALL["figures"])


@pytest.mark.parametrize(
    ("slug", "cells", "fault"),
    [
        pytest.param("quiet-day", {"kind": "calm"}, "events.csv, row 2, column kind: 'calm' is not one of truce", id="choice"),
        pytest.param("loud-week", {"places": "quay"}, "events.csv, row 3, column places: 'quay' is not among the places", id="unknown place"),
        pytest.param("quiet-day", {"date": ""}, "events.csv, row 2, column date: it is empty", id="no date"),
        pytest.param("quiet-day", {"sources": ""}, "events.csv, row 2, column sources: it is empty", id="no source"),
        pytest.param("quiet-day", {"title": "x" * 201}, "events.csv, row 2, column title: it has 201 characters: shorten it to 200", id="long title"),
        pytest.param("wounded-late", {"best": "7"}, "figures.csv, row 2, column qualifier: 'at_least' gives low, best, high 7, None, None", id="bounds"),
        pytest.param("wounded-late", {"low": "", "best": "", "high": ""}, "figures.csv, row 2, column low: a count needs", id="no number"),
        pytest.param("wounded-late", {"attributed_to": "nobody"}, "figures.csv, row 2, column attributed_to: 'nobody' is neither", id="attribution"),
        pytest.param("stay-quiet-2020-01-20", {"as_of": "2020-01-21"}, "statuses.csv, row 2, column slug: it must be stay-quiet-2020-01-21", id="slug of a status"),
    ],
)  # fmt: skip
def test_a_faulty_cell_is_named_with_file_row_and_column(tmp_path, slug, cells, fault):
    faults = faults_of(ship(tmp_path, changes={slug: cells}))

    assert len(faults) == 1
    assert faults[0].startswith(fault)


def test_a_slug_may_stand_once(tmp_path):
    faults = faults_of(ship(tmp_path, changes={"loud-week": {"slug": "quiet-day"}}))

    assert (
        "events.csv, row 2, column slug: 'quiet-day' names 2 rows: each needs its own"
        in faults
    )


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(b"slug,nom\n", "the first row must be exactly slug,name,", id="header"),
        pytest.param(b"", "the first row must be exactly", id="empty"),
        pytest.param(b"\xff\xfe\x00", "it is not a UTF-8 CSV file", id="not text"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_used_is_named(tmp_path, content, words):
    folder = ship(tmp_path)
    (folder / "sources.csv").write_bytes(content)

    assert words in faults_of(folder)[0]


def test_a_row_with_too_few_cells_is_named(tmp_path):
    folder = ship(tmp_path)
    with (folder / "places.csv").open("a", encoding="utf-8") as places:
        places.write("pier,Pier\n")

    assert faults_of(folder) == ["places.csv, row 4: it has 2 cells instead of 11"]


def test_a_mark_that_spreadsheets_put_in_front_does_no_harm(tmp_path):
    folder = ship(tmp_path)
    sources = folder / "sources.csv"
    sources.write_bytes(b"\xef\xbb\xbf" + sources.read_bytes())

    assert len(read_files(folder)["sources"]) == 1


def test_a_day_of_a_report_that_cannot_be_read_is_said(tmp_path):
    folder = ship(tmp_path)
    (folder / "reports.csv").write_text("report,published\nThe letter,soon\n")

    with pytest.raises(FaultyFilesError) as caught:
        read_files(folder)

    (fault,) = caught.value.faults
    assert str(fault).startswith("reports.csv, row 2, column published")


def test_a_day_of_a_report_reaches_every_fact_that_cites_it(tmp_path):
    folder = ship(tmp_path)
    (folder / "reports.csv").write_text(
        "report,published\nhttps://gazette.example/loud,2020-01-21\n"
    )

    facts = read_files(folder)

    days = {
        str(report.published_on)
        for name in ("events", "figures", "statuses")
        for fact in facts[name]
        for report in fact.reports
        if report.named.endswith("/loud")
    }
    assert days == {"2020-01-21"}
