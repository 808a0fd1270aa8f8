"""What the reader found, stored so that storing twice changes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from talks.detect.findings import Evidence, Findings, FoundEvent, FoundFigure, Mention
from talks.ingest import suggestions
from talks.models import Article, Suggestion
from talks.values import Count, PartialDate
from tests import factories

pytestmark = pytest.mark.django_db
NOW = datetime(2020, 2, 4, 12, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
SENTENCE = factories.SENTENCE
EVIDENCE = Evidence(0, len(SENTENCE), SENTENCE)
NAME = Evidence(8, 19, SENTENCE[8:19])
EVENT = FoundEvent(
    kind="talks",
    modality="observed",
    evidence=(EVIDENCE,),
    rule="talks.sat",
    confidence=0.8,
    date=PartialDate.of_day(NOW.date(), "Monday"),
    place="geneva",
    actors=(("gna", "participant"),),
)
FIGURE = FoundFigure(
    measure="deaths",
    population="all",
    count=Count.parse("more than 12"),
    scope="incident",
    as_stated="more than 12",
    evidence=EVIDENCE,
    rule="deaths.killed",
    confidence=0.9,
)
ACTOR = Mention("actor", "gna", NAME, "name", 1.0)


@pytest.fixture
def article() -> Article:
    return factories.article()


def findings(*, events=(), figures=(), mentions=(), relevant=True) -> Findings:
    return Findings(
        language="en",
        title="",
        relevant=relevant,
        relevance_reason="",
        reader_version="7",
        mentions=tuple(mentions),
        figures=tuple(figures),
        events=tuple(events),
    )


def store(article: Article, *, now: datetime = NOW, **found):
    return suggestions.store(article, findings=findings(**found), now=now)


def test_an_event_is_stored_with_all_that_was_found(article):
    store(article, events=[EVENT])

    row = Suggestion.objects.get()
    assert (row.kind, row.state, row.rule, row.confidence) == (
        "event",
        "open",
        "talks.sat",
        0.8,
    )
    assert article.text[row.quote_start : row.quote_end] == row.quote == SENTENCE
    assert row.finding == {
        "kind": "talks",
        "modality": "observed",
        "status": "occurred",
        "date": {
            "earliest": "2020-02-04",
            "latest": "2020-02-04",
            "precision": "day",
            "words": "Monday",
        },
        "date_is_assumed": False,
        "place": "geneva",
        "actors": [["gna", "participant"]],
        "evidence": [{"start": 0, "end": len(SENTENCE), "quote": SENTENCE}],
    }


def test_a_figure_keeps_its_bounds_and_the_figure_it_is_part_of(article):
    part = replace(FIGURE, count=Count.parse("3"), subset_of=0)

    store(article, figures=[FIGURE, part])

    whole, within = Suggestion.objects.order_by("id")
    bounds = ("low", "best", "high", "qualifier")
    assert [whole.finding[name] for name in bounds] == [12, None, None, "more_than"]
    assert within.finding["subset_of_key"] == whole.key
    assert whole.finding["subset_of_key"] is None


def test_a_name_met_often_is_one_suggestion_with_every_place(article):
    again = replace(ACTOR, evidence=Evidence(20, 31, "delegations"))

    store(article, mentions=[ACTOR, again])

    row = Suggestion.objects.get()
    assert (row.kind, row.finding["slug"]) == ("actor", "gna")
    assert [place["start"] for place in row.finding["evidence"]] == [8, 20]


def test_names_nobody_is_known_by_are_told_apart_by_their_words(article):
    unknown = [
        replace(ACTOR, slug=None, candidates=("a", "b"), evidence=Evidence(0, 3, words))
        for words in ("The", "the", "two")
    ]

    store(article, mentions=unknown)

    assert Suggestion.objects.count() == 2


def test_two_like_claims_in_one_sentence_are_two(article):
    store(article, events=[EVENT, EVENT], figures=[FIGURE, FIGURE])

    assert Suggestion.objects.count() == 4


def test_storing_twice_changes_nothing(article):
    found = {"events": [EVENT], "figures": [FIGURE], "mentions": [ACTOR]}
    store(article, **found)
    before = list(Suggestion.objects.order_by("pk").values())

    stored = store(article, now=LATER, **found)

    assert stored == suggestions.Stored()
    assert list(Suggestion.objects.order_by("pk").values()) == before


def test_an_open_one_read_better_is_refreshed(article):
    store(article, events=[EVENT])

    stored = store(article, now=LATER, events=[replace(EVENT, confidence=0.5)])

    row = Suggestion.objects.get()
    assert (stored.changed, row.confidence, row.changed_at) == (1, 0.5, LATER)


def test_an_open_one_not_found_any_more_is_withdrawn_and_may_return(article):
    store(article, events=[EVENT])

    store(article)
    assert Suggestion.objects.get().state == "withdrawn"

    store(article, events=[EVENT])
    assert Suggestion.objects.get().state == "open"


@pytest.mark.parametrize("state", ["accepted", "corrected", "merged", "rejected"])
def test_what_a_person_decided_is_never_touched(article, state: str):
    store(article, events=[EVENT])
    Suggestion.objects.update(state=state)
    before = Suggestion.objects.values().get()

    store(article, now=LATER, events=[replace(EVENT, confidence=0.1)])
    store(article, now=LATER)

    assert Suggestion.objects.values().get() == before


def test_a_report_about_something_else_proposes_nothing(article):
    store(article, events=[EVENT], relevant=False)

    assert not Suggestion.objects.exists()
