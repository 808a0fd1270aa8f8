"""A release as one document with suggestions that rest on its lines."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from talks.ingest.datasets import DATASETS
from talks.ingest.datasets.storing import import_release
from talks.ingest.moments import Moment
from talks.models import Article, Suggestion
from tests import factories
from tests.ingest.datasets.test_ucdp import release

pytestmark = pytest.mark.django_db
NOW = datetime(2020, 3, 1, tzinfo=UTC)


def bring(body: bytes, *, name: str = "20.0.1", now: datetime = NOW):
    return import_release(
        DATASETS["ucdp"], body, release=name, published=Moment(NOW), now=now
    )


def test_every_row_is_an_event_and_its_deaths_resting_on_its_line():
    factories.tripoli()

    bring(release({}))

    document = Article.objects.get()
    event, figure = Suggestion.objects.order_by("kind")
    assert (event.kind, figure.kind) == ("event", "figure")
    assert event.finding["place"] == figure.finding["place"] == "tripoli"
    assert document.text[figure.quote_start : figure.quote_end] == figure.quote
    assert [figure.finding[name] for name in ("low", "best", "high")] == [2, 3, 5]


def test_the_same_release_again_changes_nothing():
    bring(release({}))
    before = list(Suggestion.objects.order_by("pk").values())

    bring(release({}), now=NOW + timedelta(days=1))

    assert Article.objects.count() == 1
    assert list(Suggestion.objects.order_by("pk").values()) == before


def test_a_later_release_withdraws_what_is_open_and_leaves_what_was_decided():
    bring(release({}, {"id": "9002"}))
    decided = Suggestion.objects.filter(kind="figure").first()
    Suggestion.objects.filter(pk=decided.pk).update(state="accepted")

    bring(release({"best": "4", "low": "4", "high": "4"}), name="20.0.2")

    decided.refresh_from_db()
    latest = Article.objects.latest("pk")
    assert decided.state == "accepted"
    assert {s.article for s in Suggestion.objects.filter(state="open")} == {latest}
