"""An event is taken away as a reference, from the page and language it was seen in."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    published = datetime(2020, 1, 13, tzinfo=UTC)
    report = factories.article(source=factories.herald(), published_at=published)
    return factories.event(
        slug="a-truce", title="A truce", title_fr="Une trêve", cited_by=[report]
    )


def test_bibtex(client, event):
    answer = client.get("/events/a-truce.bib")

    assert answer["Content-Type"] == "application/x-bibtex; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="a-truce.bib"'
    assert "title = {{A truce}}" in answer.text
    assert "url = {http://testserver/events/a-truce/}" in answer.text


def test_ris_in_the_language_of_the_page(client, event):
    answer = client.get("/fr/events/a-truce.ris")

    assert "TI  - Une trêve\r\n" in answer.text
    assert "UR  - http://testserver/fr/events/a-truce/\r\n" in answer.text
    assert "LA  - fr\r\n" in answer.text


def test_a_reference_to_a_past_page_says_so(client, event):
    then = "?as_of=2020-01-31"

    answer = client.get(f"/events/a-truce.ris{then}")

    assert f"UR  - http://testserver/events/a-truce/{then}\r\n" in answer.text


@pytest.mark.parametrize("form", ["bib", "ris"])
def test_what_is_not_published_cannot_be_cited(client, form):
    factories.event(slug="a-draft", status="draft", cited_by=[])

    assert client.get(f"/events/a-draft.{form}").status_code == 404


def test_the_page_offers_both(client, event):
    html = client.get("/events/a-truce/").text

    assert 'href="/events/a-truce.bib"' in html
    assert 'href="/events/a-truce.ris"' in html
