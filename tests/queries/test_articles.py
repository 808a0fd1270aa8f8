"""Reports as they came in, and what was read from one."""

from __future__ import annotations

import pytest
from django.http import QueryDict

from talks.filters import ArticleFilter
from talks.queries import articles, sentences
from tests import factories

pytestmark = pytest.mark.django_db
TODAY = factories.TODAY


def ask(query: str = "") -> ArticleFilter:
    return ArticleFilter.parse(QueryDict(query))


def detail(report, language="en"):
    return articles.detail(report.pk, today=TODAY, language=language)


def test_pages_run_down_and_back_up_without_a_gap(monkeypatch):
    monkeypatch.setattr(articles, "PAGE", 2)
    made = [factories.article().pk for _number in range(3)]

    first = articles.page(ask(), "en")
    second = articles.page(ask().page(before=first.older), "en")
    back = articles.page(ask().page(after=second.newer), "en")

    assert [row.id for row in first.rows + second.rows] == made[::-1]
    assert back.rows == first.rows


def test_reports_that_are_only_cited_are_left_out_unless_asked_for():
    factories.article(text="")

    assert articles.page(ask(), "en").rows == []
    assert len(articles.page(ask("state=cited"), "en").rows) == 1


def test_the_list_counts_what_waits_and_what_is_cited():
    report = factories.article()
    factories.suggestion(report)
    factories.suggestion(report, state="rejected")
    factories.event(cited_by=[report])

    row = articles.page(ask(), "en").rows[0]

    assert (row.open, row.cited) == (1, 1)


def test_a_report_costs_six_queries_whatever_was_read(django_assert_max_num_queries):
    report = factories.article()
    for number in range(3):
        factories.suggestion(report, key=str(number))
        factories.event(cited_by=[report])
        factories.figure(report)

    with django_assert_max_num_queries(6):
        found = detail(report)

    assert (len(found.findings), len(found.cited), len(found.claims)) == (3, 3, 3)


@pytest.mark.parametrize(
    ("rule", "text", "quotable"),
    [("full", True, True), ("excerpt", False, True), ("headline", False, False)],
)
def test_the_rule_of_the_source_decides_what_is_shown(rule, text, quotable):
    report = factories.article(source=factories.source(text_rule=rule))

    found = detail(report)

    assert (bool(found.text), found.quotable) == (text, quotable)


def test_findings_name_actors_and_places_in_the_readers_language():
    finding = {"kind": "talks", "place": factories.geneva().slug}
    report = factories.article()
    factories.suggestion(report, finding={**finding, "actors": [["gna", "host"]]})
    factories.gna()

    names = detail(report, "ar").names

    assert {slug: name.text for slug, name in names.items()} == {
        "geneva": "جنيف",
        "gna": "حكومة الوفاق الوطني",
    }


def test_an_event_that_is_not_published_is_not_named():
    report = factories.article()
    draft = factories.event(status="draft", cited_by=[report])
    factories.suggestion(report, state="accepted", event=draft)

    found = detail(report)

    assert found.cited == []
    assert found.findings[0].event is None


def test_what_was_withdrawn_is_not_shown():
    report = factories.article()
    factories.suggestion(report, state="withdrawn")

    assert sentences.sentences(detail(report)) == []


@pytest.mark.parametrize(
    "said",
    [None, {}, {"earliest": "soon"}, {"earliest": 3, "latest": 4, "precision": "day"}],
)
def test_a_date_that_cannot_be_read_is_none(said):
    report = factories.article()
    factories.suggestion(report, finding={"kind": "talks", "date": said})

    assert detail(report).findings[0].when is None


def test_the_date_of_a_finding_keeps_its_words_and_bounds():
    said = {"earliest": "2020-01-11", "latest": "2020-01-20"}
    said |= {"precision": "part", "words": "mid-January"}
    report = factories.article()
    factories.suggestion(report, finding={"kind": "truce", "date": said})

    when = detail(report).findings[0].when

    assert (when.days, when.words) == (10, "mid-January")
