"""The event page shows who says so, in what words."""

from __future__ import annotations

import pytest

from tests import factories

pytestmark = pytest.mark.django_db


def test_each_citation_stands_with_its_sentence_and_report(client):
    report = factories.article(source=factories.herald(), title="A report of the talks")
    factories.event(slug="talked", cited_by=[report])

    shown = client.get("/events/talked/").text

    assert f"<p>{factories.SENTENCE}</p>" in shown
    assert "The Herald" in shown
    assert f'href="/articles/{report.pk}/"' in shown
    assert f'href="{report.address}"' in shown


def test_an_address_that_is_no_web_address_is_no_link(client):
    report = factories.article(address="javascript:alert(1)")
    factories.event(slug="talked", cited_by=[report])

    assert "javascript:" not in client.get("/events/talked/").text


def test_an_arabic_sentence_keeps_its_direction(client):
    report = factories.article("قال المتحدث إن الطريق مفتوح.", language="ar")
    event = factories.event(slug="talked")
    factories.citation(event=event, article=report, quote=report.text)

    assert '<blockquote lang="ar" dir="rtl">' in client.get("/events/talked/").text


def test_figures_stand_with_their_words_and_bounds(client):
    event = factories.event(slug="shelled")
    factories.figure(
        event=event, low=2000, qualifier="more_than", as_stated="over two thousand"
    )

    shown = client.get("/events/shelled/").text

    assert "more than 2,000" in shown
    assert "over two thousand" in shown


def test_a_draft_is_not_found(client):
    factories.event(slug="draft", status="draft")

    assert client.get("/events/draft/").status_code == 404
