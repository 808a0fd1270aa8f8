"""What pictures stand before: truces in force, and how much was heard."""

from __future__ import annotations

from datetime import date

import pytest

from talks.charts.axis import Axis
from talks.views.background import Background
from tests import factories as make

DAY = date(2020, 2, 4)
AXIS = Axis(date(2020, 1, 1), date(2020, 2, 28))


@pytest.mark.django_db
def test_a_truce_in_force_shades_the_picture_to_its_end():
    make.january_truce()

    ((span, box),) = Background.of([AXIS], day=DAY, language="en").shades(AXIS)

    assert span.slug == "january-truce"
    assert box.x + box.width == pytest.approx(100)


@pytest.mark.django_db
def test_nothing_is_said_of_weeks_to_come():
    strip = Background.of([AXIS], day=DAY, language="en").strip(AXIS)

    assert max(gap.last for gap in strip.gaps) < date(2020, 2, 11)


def test_without_pictures_nothing_is_asked():
    assert Background.of([], day=DAY, language="en") == Background([], [])
