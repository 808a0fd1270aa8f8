"""The report page keeps what a person decided apart from what a machine suggests."""

from __future__ import annotations

import pytest

from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def report(db):
    return factories.article(source=factories.herald())


def show(client, report):
    return client.get(f"/articles/{report.pk}/").text


def test_the_undecided_is_hatched_and_says_so(client, report):
    factories.suggestion(report)

    shown = show(client, report)

    assert '<li class="undecided hatched">' in shown
    assert "not reviewed" in shown
    assert '<a class="sentence undecided hatched"' in shown


def test_the_published_is_never_hatched(client, report):
    factories.event(cited_by=[report], title="It was decided")

    shown = show(client, report)

    assert "It was decided" in shown
    assert '<a class="sentence decided"' in shown
    assert '<li class="undecided' not in shown


def test_where_only_excerpts_are_allowed_the_rest_of_the_text_is_not_shown(client):
    report = factories.article(source=factories.wire())
    factories.suggestion(report)

    shown = show(client, report)

    assert factories.SENTENCE in shown
    assert "the guns were not silent" not in shown


def test_where_only_headlines_are_allowed_no_sentence_is_shown(client):
    report = factories.article(source=factories.source(text_rule="headline"))
    factories.suggestion(report)

    shown = show(client, report)

    assert report.title in shown
    assert factories.SENTENCE not in shown


def test_a_finding_that_lacks_keys_is_no_error(client, report):
    factories.suggestion(report, finding={})
    factories.suggestion(report, kind="figure", finding={"measure": "luck"})

    assert client.get(f"/articles/{report.pk}/").status_code == 200


def test_the_list_tells_what_waits(client, report):
    factories.suggestion(report)

    assert "1 suggestion waits" in client.get("/articles/").text


def test_a_wrong_state_is_told(client):
    assert "could not be used" in client.get("/articles/?state=lost").text
