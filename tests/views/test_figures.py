"""The figures pages: every claim with its words, pictures that can be read without seeing."""

from __future__ import annotations

import csv
import html
import re
from datetime import UTC, date, datetime
from io import StringIO

import pytest
from lxml import etree
from lxml import html as markup

from talks.models import Event
from tests import factories as make
from tests.pictures import kept, skeleton

pytestmark = pytest.mark.django_db
LANGUAGES = pytest.mark.parametrize("prefix", ["", "/ar", "/fr"])


def get(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return html.unescape(response.text)


def report(day: date):
    return make.article(
        published_at=datetime(day.year, day.month, day.day, tzinfo=UTC),
        source=make.herald(),
    )


def toll(number: int, day: date, **fields):
    """Make a claim of a running total since 4 April 2019, given by the mission."""
    given = {
        "slug": f"toll-{number}",
        "scope": "cumulative",
        "low": number,
        "best": number,
        "high": number,
        "as_stated": str(number),
        "since_earliest": date(2019, 4, 4),
        "since_latest": date(2019, 4, 4),
        "as_of_earliest": day,
        "as_of_latest": day,
        "attributed_actor": make.unsmil(),
        "place": make.tripoli(),
    }
    return make.figure(report(day), **(given | fields))


@pytest.fixture
def tolls():
    """Two running totals of the mission, one of a party, and one that was corrected."""
    wrong = toll(205, date(2019, 4, 17))
    toll(207, date(2019, 4, 17), supersedes=wrong)
    toll(443, date(2019, 5, 8))
    toll(400, date(2019, 5, 9), attributed_actor=make.gna(), high=None, best=None)


def test_the_picture_of_a_running_total_keeps_its_structure(client, tolls):
    page = get(client, "/figures/deaths/")

    drawn = skeleton(page, "cumulative-all-tripoli-20190404")

    assert drawn == kept("running_total")


def test_a_corrected_claim_is_struck_but_citable(client, tolls):
    page = get(client, "/figures/deaths/")

    assert re.search(r'<tr id="toll-205" class="superseded">', page)
    assert 'class="dot struck" href="#toll-205"' in page


def test_the_band_is_said_in_words(client, tolls):
    page = get(client, "/figures/deaths/")

    assert "Standing: 400 to 443." in page


def test_every_point_leads_to_its_row(client, tolls):
    tree = markup.fromstring(get(client, "/figures/deaths/"))

    points = [link.get("href") for link in tree.find_class("dot")]

    assert len(points) == 4
    for point in points:
        assert tree.get_element_by_id(point.removeprefix("#")).tag == "tr"


def test_events_without_a_figure_are_told(client):
    strike = make.event(date(2020, 1, 4), kind=Event.Kind.ATTACK)
    make.event(date(2020, 1, 9), kind=Event.Kind.ATTACK)
    make.figure(event=strike)

    page = get(client, "/figures/deaths/")

    assert "1 event with no figure." in page


def test_odd_claims_are_shown_to_staff_alone(client, editor):
    toll(443, date(2019, 5, 8))
    toll(440, date(2019, 6, 8))

    before = get(client, "/figures/deaths/")
    client.force_login(editor)
    after = get(client, "/figures/deaths/")

    assert "A total falls" not in before
    assert "A total falls" in after


def test_on_a_past_day_later_claims_are_not_known(client, tolls):
    page = get(client, "/figures/deaths/?as_of=2019-05-01")

    assert "toll-207" in page
    assert "toll-443" not in page


def test_an_unknown_measure_is_not_found(client):
    assert client.get("/figures/happiness/").status_code == 404


def test_a_measure_nobody_counted_says_so(client):
    assert "Nobody had claimed" in get(client, "/figures/votes/")


@LANGUAGES
def test_a_page_costs_few_queries(client, prefix, tolls, django_assert_max_num_queries):
    make.january_truce()
    make.figure(event=make.event(date(2020, 1, 4), kind=Event.Kind.ATTACK))

    with django_assert_max_num_queries(6):
        get(client, f"{prefix}/figures/deaths/")
    with django_assert_max_num_queries(1):
        get(client, f"{prefix}/figures/")


def test_a_picture_can_be_taken_with_its_words_and_source(client, tolls):
    answer = client.get("/ar/figures/deaths/cumulative-all-tripoli-20190404.svg")

    drawn = etree.fromstring(answer.content)
    words = "".join(drawn.itertext())
    assert answer["Content-Type"] == "image/svg+xml"
    assert "207" in words
    assert "/ar/figures/deaths/?population=all&as_of=" in words


def test_a_picture_of_nothing_is_not_found(client, tolls):
    assert client.get("/figures/deaths/cumulative-all-nowhere.svg").status_code == 404
    assert client.get("/figures/votes/stock-all-libya.svg").status_code == 404


def test_the_claims_of_a_page_can_be_taken_as_they_are_shown(client, tolls):
    answer = client.get("/figures/deaths.csv?as_of=2019-05-01")

    rows = list(csv.DictReader(StringIO(answer.content.decode("utf-8-sig"))))
    assert [(row["slug"], row["corrected"]) for row in rows] == [
        ("toll-205", "True"),
        ("toll-207", "False"),
    ]
    assert "toll-443" in client.get("/figures/deaths.csv").text


def test_words_that_a_spreadsheet_would_run_are_made_harmless(client):
    toll(7, date(2019, 5, 1), as_stated="=HYPERLINK(1)")

    assert "'=HYPERLINK(1)" in client.get("/figures/deaths.csv").text


def test_a_corrected_claim_says_to_what(client, tolls):
    page = get(client, "/figures/deaths/")

    assert 'href="#toll-207">corrected to 207</a>' in page


def test_a_picture_may_stand_in_another_sites_page_and_nothing_else_may(client, tolls):
    address = "/figures/deaths/cumulative-all-tripoli-20190404.html"

    embedded, whole = client.get(address), client.get("/figures/deaths/")

    assert "frame-ancestors *" in embedded["Content-Security-Policy"]
    assert "X-Frame-Options" not in embedded
    assert "frame-ancestors 'none'" in whole["Content-Security-Policy"]
    assert "Standing: 400 to 443." in embedded.text


def test_a_frozen_picture_stays_as_it_was_known(client, tolls):
    address = "/figures/deaths/cumulative-all-tripoli-20190404.html"

    frozen = client.get(f"{address}?as_of=2019-05-08").text

    assert "Frozen: as known on 8 May 2019." in frozen
    assert "Standing: 443." in frozen
