"""What the database guarantees of claimed numbers."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from talks.models import Figure
from talks.values import Count, PartialDate, Qualifier
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_figure_keeps_the_bound_its_source_gave():
    figure = factories.figure(
        low=2000, qualifier="more_than", as_stated="more than 2,000"
    )

    assert figure.count == Count(2000, None, None, Qualifier.MORE_THAN)


def test_a_total_knows_since_when_it_counts():
    figure = factories.figure(
        scope="cumulative",
        since_earliest=date(2019, 4, 1),
        since_latest=date(2019, 4, 30),
    )

    assert figure.since == PartialDate.of_month(2019, 4)


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        pytest.param({"low": None}, "figure_has_a_number", id="no number"),
        pytest.param(
            {"low": 5, "best": 3}, "figure_low_best_high_in_order", id="best below low"
        ),
        pytest.param(
            {"low": 5, "high": 3}, "figure_low_best_high_in_order", id="high below low"
        ),
        pytest.param({"high": -1}, "figure_low_best_high_in_order", id="negative"),
        pytest.param({"as_stated": ""}, "figure_keeps_its_words", id="no words"),
        pytest.param(
            {"as_of_earliest": date(2020, 3, 1)},
            "figure_as_of_in_order",
            id="as of days out of order",
        ),
        pytest.param(
            {"since_earliest": date(2019, 4, 4)},
            "figure_since_in_order",
            id="half a start",
        ),
        pytest.param(
            {"since_earliest": date(2021, 1, 1), "since_latest": date(2021, 1, 1)},
            "figure_since_in_order",
            id="counts from after its own day",
        ),
        pytest.param(
            {
                "scope": "stock",
                "since_earliest": date(2019, 4, 4),
                "since_latest": date(2019, 4, 4),
            },
            "figure_stock_has_no_start",
            id="a level with a start",
        ),
    ],
)
def test_an_impossible_claim_is_refused(fields, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        factories.figure(**fields)


def test_one_claim_of_a_group_is_recommended():
    toll = {"place": factories.tripoli(), "role": Figure.Role.RECOMMENDED}
    factories.figure(**toll)

    with pytest.raises(IntegrityError, match="figure_one_recommended"):
        factories.figure(**toll)


def test_one_claim_is_recommended_where_no_place_is_said_either():
    factories.figure(role=Figure.Role.RECOMMENDED)

    with pytest.raises(IntegrityError, match="figure_one_recommended"):
        factories.figure(role=Figure.Role.RECOMMENDED)


def test_two_attacks_of_one_day_have_a_recommended_claim_each():
    for _ in range(2):
        factories.figure(event=factories.event(), role=Figure.Role.RECOMMENDED)

    assert Figure.objects.recommended().count() == 2


def test_rival_claims_stand_side_by_side():
    factories.figure(role=Figure.Role.RECOMMENDED)
    factories.figure(low=20, as_stated="at least 20", qualifier="at_least")

    assert Figure.objects.published().count() == 2
    assert Figure.objects.recommended().count() == 1


def test_a_corrected_claim_no_longer_stands_but_stays():
    first = factories.figure(low=356, as_stated="356")
    second = factories.figure(low=358, as_stated="358", supersedes=first)

    assert list(Figure.objects.standing()) == [second]
    assert first in Figure.objects.published()


def test_a_claim_is_corrected_by_one_claim():
    first = factories.figure()
    factories.figure(supersedes=first)

    with pytest.raises(IntegrityError, match="supersedes"):
        factories.figure(supersedes=first)


def test_a_claim_is_not_its_own_correction():
    figure = factories.figure()
    figure.supersedes = figure

    with pytest.raises(IntegrityError, match="figure_is_not_its_own"):
        figure.save()


def test_a_claim_is_given_by_an_actor_or_a_source_not_both():
    with pytest.raises(IntegrityError, match="figure_is_given_by_one"):
        factories.figure(
            attributed_actor=factories.unsmil(), attributed_source=factories.herald()
        )
