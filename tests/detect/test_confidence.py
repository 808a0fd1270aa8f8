"""A rule's own estimate on the scale of how often it was right."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from talks.detect.confidence import calibrated

ESTIMATES = st.floats(min_value=0, max_value=2)


@given(ESTIMATES)
def test_a_confidence_is_a_share_and_never_certain(raw):
    assert 0 < calibrated(raw) < 1


@given(ESTIMATES, ESTIMATES)
def test_the_surer_rule_never_ends_up_less_sure(raw, other):
    low, high = sorted([raw, other])

    assert calibrated(low) <= calibrated(high)


@given(ESTIMATES)
def test_a_confidence_has_two_digits(raw):
    assert calibrated(raw) == round(calibrated(raw), 2)
