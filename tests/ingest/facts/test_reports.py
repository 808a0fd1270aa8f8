"""Reports are told apart by address or title, and dated where that is plain."""

from __future__ import annotations

from datetime import date

import pytest

from talks.ingest.facts.cells import CellError, Cells
from talks.ingest.facts.reports import Report, hold, read_reports, tell_days
from talks.models import Article
from tests.factories import NOW, article, source

SLUGS = {"sources": frozenset({"gazette"})}


def named(name: str) -> Report:
    return Report("gazette", name)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        pytest.param("https://a.example/2020/01/31/words", date(2020, 1, 31), id="numbers"),
        pytest.param("https://a.example/2020/jan/14/words", date(2020, 1, 14), id="month in letters"),
        pytest.param("https://a.example/2020-02/13/content_1.htm", date(2020, 2, 13), id="month joined"),
        pytest.param("https://a.example/15-04-2019/words", date(2019, 4, 15), id="day first"),
        pytest.param("https://a.example/30-Apr-2020/words", date(2020, 4, 30), id="day first, letters"),
        pytest.param("https://a.example/20201224-words/", date(2020, 12, 24), id="one number"),
        pytest.param("https://a.example/stories/202010231048.html", date(2020, 10, 23), id="with the hour"),
        pytest.param("https://a.example/update-17-january-2020", date(2020, 1, 17), id="day at the end"),
        pytest.param("https://a.example/update-2-october-2020-enar", date(2020, 10, 2), id="day before a tag"),
        pytest.param("https://a.example/words-1604508783/?date=05-11-2020", date(2020, 11, 5), id="day in the query"),
        pytest.param("https://a.example/update-16-31-august-2020", None, id="half a month"),
        pytest.param("https://a.example/round-39-october-november-2021", None, id="two months"),
        pytest.param("Press statement, 5 July 2019", date(2019, 7, 5), id="title"),
        pytest.param("Statement on the wreck of 22 April 2021", None, id="day of the event"),
        pytest.param("Statement on the wreck, July 2019", None, id="month only"),
        pytest.param("https://a.example/8-14-january-2020-words/", None, id="a week"),
        pytest.param("https://a.example/2020/01/words", None, id="month in address"),
        pytest.param("https://a.example/2020/31/12/words", None, id="no such month"),
        pytest.param("https://a.example/node/20209999", None, id="any number"),
    ],
)  # fmt: skip
def test_the_day_is_read_only_where_it_is_plain(name, day):
    assert named(name).published_on == day


def test_addresses_of_one_page_are_one_report():
    plain = named("https://a.example/words")
    shared = named("http://www.a.example/words?utm_source=mail")

    assert plain.identity == shared.identity


def test_reports_without_address_are_told_by_source_and_title():
    assert named("The letter").identity != Report("herald", "The letter").identity


def test_a_cell_lists_reports_with_their_source():
    cells = Cells(
        {"sources": "gazette=https://a.example/x=y|gazette=The letter"}, SLUGS
    )

    assert read_reports(cells, "sources") == [
        named("https://a.example/x=y"),
        named("The letter"),
    ]


@pytest.mark.parametrize("part", ["gazette", "gazette=", "herald=The letter"])
def test_a_report_needs_a_known_source_and_a_name(part):
    with pytest.raises(CellError):
        read_reports(Cells({"sources": part}, SLUGS), "sources")


def test_holding_twice_makes_one_article(db):
    source(slug="gazette")
    report = named("https://a.example/2020/01/31/words")

    first = hold([report, report], now=NOW)
    again = hold([report], now=NOW)

    assert first == again == {report.identity: Article.objects.get().pk}


def test_a_report_of_a_source_that_was_removed_is_left_out(db):
    assert hold([named("The letter")], now=NOW) == {}


def test_a_day_that_is_told_goes_before_what_the_address_seems_to_say():
    told = Report("gazette", "https://a.example/2020/01/31/x", date(2020, 2, 1))

    assert told.published_on == date(2020, 2, 1)


def test_a_report_held_without_its_day_learns_it_and_no_other_is_touched(db):
    source(slug="gazette")
    undated, dated = named("The letter"), named("The note, 5 July 2019")
    hold([undated, dated], now=NOW)

    tell_days([Report("gazette", "The letter", date(2020, 2, 1))])

    days = {
        each.title: each.published_at.date()
        for each in Article.objects.exclude(published_at=None)
    }
    assert days == {
        "The letter": date(2020, 2, 1),
        "The note, 5 July 2019": date(2019, 7, 5),
    }


def test_a_report_that_is_held_whole_keeps_what_it_says_itself(db):
    held = article(published_at=None)

    tell_days([Report("gazette", held.title, date(2020, 2, 1))])
    held.refresh_from_db()

    assert held.published_at is None
