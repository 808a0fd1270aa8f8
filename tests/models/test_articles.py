"""What the database guarantees of reports, and which of them wait."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from talks.models import Article, CopyVerdict, Fetch
from tests import factories
from tests.factories import NOW

pytestmark = pytest.mark.django_db


def test_a_report_is_kept_once():
    report = factories.article()

    with pytest.raises(IntegrityError, match="identity"):
        factories.article(identity=report.identity)


def test_a_report_is_not_its_own_copy():
    report = factories.article()
    report.duplicate_of = report

    with pytest.raises(IntegrityError, match="article_is_not_its_own_copy"):
        report.save()


@pytest.mark.parametrize("state", ["fetched", "read"])
def test_a_report_we_hold_has_a_text(state):
    with (
        pytest.raises(IntegrityError, match="article_held_has_text"),
        transaction.atomic(),
    ):
        factories.article(text="", state=state)


def test_waiting_are_those_whose_next_step_is_due():
    due = factories.article(state="fetched", next_attempt_at=NOW)
    factories.article(state="fetched", next_attempt_at=NOW + timedelta(minutes=1))
    factories.article(state="set_aside", next_attempt_at=NOW)
    factories.article(state="read", next_attempt_at=NOW)

    assert list(Article.objects.waiting(NOW)) == [due]


def test_ten_reprints_are_one_voice():
    original = factories.article()
    for _ in range(10):
        factories.article(duplicate_of=original)

    assert list(Article.objects.voices()) == [original]


def test_an_outcome_is_of_a_feed_or_an_article():
    with pytest.raises(IntegrityError, match="fetch_is_of_a_feed_or_an_article"):
        Fetch.objects.create(
            step="poll", outcome="new", started_at=NOW, finished_at=NOW
        )


def test_a_pair_is_judged_once():
    first, second = factories.article(), factories.article()
    CopyVerdict.objects.create(first=first, second=second, is_copy=False)

    with pytest.raises(IntegrityError, match="copy_verdict_given_once"):
        CopyVerdict.objects.create(first=first, second=second, is_copy=True)
