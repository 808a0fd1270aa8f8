"""What camps are called."""

from __future__ import annotations

import pytest
from django.utils import translation

from talks.models import Actor, Source
from talks.views.camps import camp_name


@pytest.mark.parametrize("camp", [*Actor.Side.values, *Source.Lean.values])
def test_every_side_and_lean_has_a_name_in_arabic(camp):
    with translation.override("ar"):
        assert not camp_name(camp).isascii()
