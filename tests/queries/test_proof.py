"""Standards of proof: what counts under each, and never more under a stricter one."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talks.queries import proof
from talks.queries.grading import Grade, Grading, Why
from talks.queries.proof import Standard

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
