"""Standards of proof: what counts under each, and never more under a stricter one."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talks.models import Article, Citation, Event, Source
from talks.queries import cards, proof
from talks.queries.grading import Grade, Grading, Why
from talks.queries.proof import Standard
from tests import factories as make

gradings = st.builds(
    Grading,
    grade=st.sampled_from(Grade),
    why=st.sampled_from(Why),
    telling=st.integers(0, 5),
    denying=st.integers(0, 5),
    reports=st.integers(0, 9),
)


def card(grading: Grading) -> SimpleNamespace:
    return SimpleNamespace(grade=grading.grade, grading=grading)


@pytest.mark.parametrize(
    ("grade", "telling", "met"),
    [
        pytest.param(Grade.CONFIRMED, 1, [True, True, True], id="confirmed"),
        pytest.param(Grade.FAIR, 2, [True, True, False], id="two-sources"),
        pytest.param(Grade.WEAK, 1, [True, False, False], id="one-source"),
        pytest.param(Grade.CONTESTED, 2, [True, True, False], id="two-and-a-denial"),
        pytest.param(Grade.CONTESTED, 1, [True, False, False], id="one-and-a-denial"),
        pytest.param(Grade.UNSOURCED, 0, [True, False, False], id="a-note-only"),
        pytest.param(Grade.DISCOUNTED, 3, [False, False, False], id="discounted"),
    ],
)
def test_each_standard_counts_what_it_says(grade, telling, met):
    one = card(Grading(grade, Why.ONE, telling, 0, telling))

    assert [proof.meets(one, standard) for standard in Standard] == met


@given(st.lists(gradings))
def test_a_stricter_standard_never_counts_more(found):
    cards = [card(grading) for grading in found]

    every, two, confirmed = (proof.counted(cards, standard) for standard in Standard)

    assert [one for one in two if one not in every] == []
    assert [one for one in confirmed if one not in two] == []


SOURCES = {"herald": "independent", "west": "west", "un-panel-of-experts": "un"}


def tell_at_random(chance: random.Random):
    """Make an event of which reports tell in any way at all."""
    speakers = [None, make.gna(), make.lna(), make.haftar(), make.unsmil()]
    roles = [(actor, "accused") for actor in speakers[1:] if chance.random() < 0.4]
    told = make.event(
        who=roles, discounted_reason="Not so." if chance.random() < 0.1 else ""
    )
    reports = [told.citations.get().article]
    for _ in range(chance.randint(0, 4)):
        slug = chance.choice(list(SOURCES))
        outlet = Source.objects.filter(slug=slug).first() or make.source(
            slug=slug, lean=SOURCES[slug]
        )
        report = make.article(source=outlet, wire_origin=chance.choice(["", "AFP"]))
        if chance.random() < 0.3:
            Article.objects.filter(pk=report.pk).update(duplicate_of=reports[0])
        make.citation(
            event=told,
            article=report,
            stance=chance.choice(Citation.Stance.values),
            speaker=chance.choice(speakers),
        )
    return told


@pytest.mark.django_db
def test_the_database_judges_as_pages_do():
    chance = random.Random(1970)  # noqa: S311  the same events each time
    for _ in range(60):
        tell_at_random(chance)
    events = Event.objects.published()
    shown = {card.id: card for card in cards.fetch(events.order_by("id"), "en")}

    for standard in Standard:
        proven = set(events.proven(standard).values_list("id", flat=True))
        met = {number for number, card in shown.items() if proof.meets(card, standard)}
        assert proven == met
    assert len({card.grade for card in shown.values()}) > 4


@pytest.mark.django_db
def test_on_a_past_day_later_reports_prove_nothing():
    told = make.event()
    make.citation(
        event=told, article=make.article(published_at=datetime(2021, 1, 1, tzinfo=UTC))
    )
    events = Event.objects.all()

    assert events.proven(Standard.TWO).exists()
    assert not events.proven(Standard.TWO, known_by=date(2020, 12, 31)).exists()
