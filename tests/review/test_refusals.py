"""Every reason why a decision cannot be carried out is caught as one."""

from __future__ import annotations

import pytest

from talks.review.refusals import AlreadyDecided, Outdated, Refused


@pytest.mark.parametrize("kind", [AlreadyDecided, Outdated])
def test_a_refusal_says_why_and_is_caught_as_such(kind):
    with pytest.raises(Refused, match="Look again"):
        raise kind("Look again.")
