"""Pictures taken along: every one in every form, with its words, its numbers and its source."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO

import pytest
from lxml import etree

from talks.models import Event
from talks.views.pictures import Form, FormConverter
from tests import factories as make

pytestmark = pytest.mark.django_db
PICTURES = {
    "total": "/figures/deaths/cumulative-all-anywhere-20190404",
    "sums": "/figures/deaths/by-month",
    "violations": "/truces/january-truce/violations",
    "cases": "/embargo/cases",
    "rounds": "/talks/rounds",
}
ANY = pytest.mark.parametrize("address", PICTURES.values(), ids=PICTURES.keys())


@pytest.fixture(autouse=True)
def facts():
    """A little of everything that is drawn."""
    make.geneva_round()
    make.violation(
        make.january_truce(), date(2020, 1, 18), who=[(make.lna(), "accused")]
    )
    make.embargo_violation(supplier=make.unsmil(), recipient=make.lna())
    make.figure(event=make.event(date(2020, 1, 4), kind=Event.Kind.ATTACK))
    for number, day in ((147, date(2019, 4, 15)), (205, date(2019, 4, 17))):
        make.figure(
            scope="cumulative",
            low=number,
            best=number,
            high=number,
            since_earliest=date(2019, 4, 4),
            since_latest=date(2019, 4, 4),
            as_of_earliest=day,
            as_of_latest=day,
        )


def rows(client, address: str) -> list[dict[str, str]]:
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith("attachment")
    return list(csv.DictReader(StringIO(answer.content.decode("utf-8-sig"))))


@ANY
@pytest.mark.parametrize("prefix", ["", "/ar", "/fr"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_picture_is_a_whole_document_that_says_where_it_is_from(
    client, prefix, address, theme
):
    answer = client.get(f"{prefix}{address}.svg?theme={theme}")

    drawn = etree.fromstring(answer.content)
    words = "".join(drawn.itertext())
    assert answer["Content-Type"] == "image/svg+xml"
    assert f"http://testserver{prefix}/" in words
    assert "var(" not in words
    assert all(link.get("href").startswith("http") for link in drawn.iter("{*}a"))


@ANY
def test_a_picture_can_be_taken_as_png(client, address):
    answer = client.get(f"/ar{address}.png")

    assert answer["Content-Type"] == "image/png"
    assert answer.content.startswith(b"\x89PNG")
    assert answer["Content-Disposition"].endswith('.png"')


@ANY
def test_a_picture_comes_with_its_numbers(client, address):
    shown, everything = (rows(client, address + end) for end in (".csv", ".all.csv"))

    assert shown
    assert everything
    assert len(everything[0]) >= len(shown[0])


@ANY
def test_a_picture_comes_with_how_much_was_reported(client, address):
    weeks = rows(client, f"{address}.coverage.csv")

    assert {"monday", "reports", "healthy_feeds"} <= set(weeks[0])


@ANY
def test_a_picture_may_be_framed_and_its_page_may_not(client, address):
    framed = client.get(f"{address}.html")
    whole = client.get(address.rpartition("/")[0] + "/")

    assert "frame-ancestors *" in framed["Content-Security-Policy"]
    assert "X-Frame-Options" not in framed
    assert "frame-ancestors 'none'" in whole["Content-Security-Policy"]


@ANY
@pytest.mark.parametrize("form", ["svg", "png", "csv", "all.csv", "coverage.csv"])
def test_a_file_may_not_be_framed(client, address, form):
    answer = client.get(f"{address}.{form}")

    assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]


@ANY
def test_a_frame_frozen_at_a_day_says_so(client, address):
    frozen = client.get(f"{address}.html?as_of=2024-05-01").text

    assert "Frozen: as known on 1 May 2024." in frozen


@ANY
def test_a_page_offers_every_form_of_its_pictures_and_how_to_cite_them(client, address):
    page = client.get(address.rpartition("/")[0] + "/").text

    for form in Form:
        assert f"{address}.{form}" in page
    assert 'class="citation"' in page
    assert "Data of " in page


@pytest.mark.parametrize("form", list(Form))
def test_a_form_is_read_as_it_is_written(form):
    converter = FormConverter()

    assert converter.to_python(converter.to_url(form)) is form


def test_words_that_a_spreadsheet_would_run_are_made_harmless(client):
    make.embargo_violation(carrier="=HYPERLINK(1)")

    assert "'=HYPERLINK(1)" in client.get("/embargo/cases.all.csv").text
