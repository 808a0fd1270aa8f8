"""Search engines find every published page once a language, and nothing else."""

from __future__ import annotations

import re

import pytest

from tests import factories

pytestmark = pytest.mark.django_db


def addresses(client, section: str) -> list[str]:
    answer = client.get(f"/sitemap-{section}.xml")
    return re.findall(r"<loc>http://testserver(.*?)</loc>", answer.text)


def test_the_index_names_the_parts(client):
    listed = re.findall(r"<loc>(.*?)</loc>", client.get("/sitemap.xml").text)

    assert listed == [
        f"http://testserver/sitemap-{part}.xml"
        for part in ("pages", "events", "records")
    ]


def test_published_events_in_each_language(client):
    factories.event(slug="a-truce")
    factories.event(slug="a-draft", status="draft", cited_by=[])

    assert addresses(client, "events") == [
        "/events/a-truce/",
        "/ar/events/a-truce/",
        "/fr/events/a-truce/",
    ]


@pytest.mark.parametrize("section", ["pages", "records"])
def test_every_address_answers(client, section):
    truce = factories.january_truce()
    factories.commitment(truce.event)
    factories.figure(factories.article())

    listed = addresses(client, section)

    assert len(listed) > 20
    assert {client.get(address).status_code for address in listed} == {200}


def test_what_hangs_on_a_draft_is_left_out(client):
    draft = factories.event(status="draft", cited_by=[])
    factories.truce(draft)
    factories.commitment(draft)

    assert addresses(client, "records") == []


def test_robots_are_kept_from_staff_and_from_endless_lists(client):
    answer = client.get("/robots.txt")

    assert answer["Content-Type"] == "text/plain"
    assert "Disallow: /admin/\nDisallow: /*?\n" in answer.text
    assert "Sitemap: http://testserver/sitemap.xml" in answer.text
