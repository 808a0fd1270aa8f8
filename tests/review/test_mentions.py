"""What a confirmed mention leaves behind: a spelling, once."""

from __future__ import annotations

import pytest

from talks import review
from talks.models import ActorAlias, PlaceAlias
from tests import factories
from tests.factories import NOW, haftar
from tests.review.findings import mention_finding, suggested_actor

pytestmark = pytest.mark.django_db


def test_the_alias_says_where_it_was_met(editor):
    report = factories.article(source=factories.herald())

    review.accept(suggested_actor(report), by=editor, now=NOW)

    assert ActorAlias.objects.get().origin == "The Herald, 04 February 2020"


@pytest.mark.parametrize("words", ["khalifa haftar", "خليفة حفتر"])
def test_a_known_name_is_not_kept_again(editor, words):
    decision = review.accept(suggested_actor(words=words), by=editor, now=NOW)

    assert not ActorAlias.objects.exists()
    assert decision.made == {"actor": haftar().pk}


def test_an_unclear_name_waits_for_a_choice(editor):
    suggestion = suggested_actor(slug=None)

    with pytest.raises(review.Refused, match="choose which one"):
        review.accept(suggestion, by=editor, now=NOW)
    review.correct(suggestion, {"slug": "haftar"}, by=editor, now=NOW)

    assert ActorAlias.objects.get().actor == haftar()


def test_a_place_gets_its_spelling_too(editor):
    factories.tripoli()
    finding = mention_finding(slug="tripoli", words="Trablus")

    review.accept(
        factories.suggestion(kind="place", finding=finding), by=editor, now=NOW
    )

    assert PlaceAlias.objects.get().text == "Trablus"


def test_undoing_takes_the_spelling_back(editor):
    decision = review.accept(suggested_actor(), by=editor, now=NOW)

    review.undo(decision, by=editor, now=NOW)

    assert not ActorAlias.objects.exists()


def test_an_edited_spelling_stays(editor):
    decision = review.accept(suggested_actor(), by=editor, now=NOW)
    ActorAlias.objects.update(origin="A letterhead")

    with pytest.raises(review.Refused, match="edited since"):
        review.undo(decision, by=editor, now=NOW)


def test_an_actor_that_is_gone_is_refused(editor):
    with pytest.raises(review.Refused, match="no actor “gone”"):
        review.accept(suggested_actor(slug="gone"), by=editor, now=NOW)
