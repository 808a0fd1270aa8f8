"""What needs doing, counted."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from talks.models import Commitment, Feed, Figure, ProposedChange
from talks.queries import chores
from tests import factories
from tests.factories import TODAY

pytestmark = pytest.mark.django_db

LOWER = {"low": 5, "best": 5, "high": 8}
HIGHER = {"low": 9, "best": None, "high": None, "qualifier": "at_least"}


def test_nothing_to_do_is_all_zeros(editor):
    counted = chores.count(today=TODAY, person=editor)

    assert (counted.suggestions, counted.oldest, counted.overdue) == (0, None, 0)


def test_everything_is_counted_in_few_queries(
    django_assert_num_queries, editor, reviewer
):
    first = factories.suggestion()
    factories.suggestion(kind="actor", finding={"slug": "gna"})
    factories.event(status="in_review", cited_by=[])
    factories.event(status="draft", cited_by=[])
    factories.event(title_ar="محادثات")
    factories.feed(failures=2)
    factories.article(text="", state="failed")
    factories.article(text="", state="set_aside")

    for author, state in (
        (editor, "in_review"),
        (editor, "draft"),
        (reviewer, "in_review"),
        (reviewer, "draft"),
        (editor, "refused"),
    ):
        ProposedChange.objects.create(
            about="An event", rows=[{}], author=author, state=state
        )

    with django_assert_num_queries(7):
        counted = chores.count(today=TODAY, person=editor)

    assert (counted.suggestions, counted.reports) == (1, 1)
    assert counted.oldest == first.created_at
    assert (counted.in_review, counted.drafts) == (1, 1)
    assert (counted.changes, counted.own_drafts) == (2, 1)
    assert (counted.failing_feeds, counted.failed_articles) == (1, 1)
    assert counted.set_aside_articles == 1
    assert counted.untranslated == {"ar": 0, "fr": 1}


@pytest.mark.parametrize(
    "fields",
    [{"is_on": False, "failures": 3}, {"failures": 0}],
    ids=["switched off", "well"],
)
def test_a_feed_that_is_off_or_well_is_not_failing(fields):
    factories.feed(**fields)

    assert not chores.failing(Feed.objects.all()).exists()


@pytest.mark.parametrize(
    ("other", "contradicts"),
    [
        pytest.param(HIGHER, True, id="bounds apart"),
        pytest.param({"low": 6, "best": None, "high": 20}, False, id="bounds overlap"),
        pytest.param({**HIGHER, "population": "civilians"}, False, id="other people"),
        pytest.param(
            {**HIGHER, "as_of_latest": date(2020, 3, 1)}, False, id="other day"
        ),
        pytest.param({**HIGHER, "status": "draft"}, False, id="not approved"),
    ],
)
def test_claims_contradict_when_both_cannot_be_true(other, contradicts):
    factories.figure(**LOWER)
    factories.figure(**other)

    found = chores.contradicting(Figure.objects.all())

    assert found.count() == (2 if contradicts else 0)


def test_claims_of_other_places_do_not_contradict():
    factories.figure(**LOWER, place=factories.tripoli())
    factories.figure(**HIGHER)

    assert not chores.contradicting(Figure.objects.all()).exists()


def test_a_corrected_claim_no_longer_contradicts():
    factories.figure(**HIGHER, supersedes=factories.figure(**LOWER))

    assert not chores.contradicting(Figure.objects.all()).exists()


@pytest.mark.parametrize(
    ("due_on", "levels", "is_overdue"),
    [
        pytest.param(TODAY - timedelta(1), [], True, id="never assessed"),
        pytest.param(TODAY - timedelta(1), ["partial"], True, id="half kept"),
        pytest.param(TODAY - timedelta(1), ["partial", "fulfilled"], False, id="kept"),
        pytest.param(TODAY - timedelta(1), ["breached"], False, id="broken"),
        pytest.param(TODAY, [], False, id="due today"),
        pytest.param(None, [], False, id="no day set"),
    ],
)
def test_a_promise_is_overdue_when_its_day_is_past_unsettled(
    due_on, levels, is_overdue
):
    promise = factories.commitment(factories.event(), due_on=due_on)
    for n, level in enumerate(levels):
        factories.commitment_status(promise, level=level, as_of=TODAY + timedelta(n))

    found = chores.overdue(Commitment.objects.all(), today=TODAY)

    assert found.exists() == is_overdue
