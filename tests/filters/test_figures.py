"""The figures' address narrows claims by measure and population."""

from __future__ import annotations

import pytest
from django.http import QueryDict

from talks.filters import FigureFilter
from talks.models import Figure
from tests import factories


def test_what_is_no_measure_is_told():
    asked = FigureFilter.parse(QueryDict("measure=luck&population=all"))

    assert [problem.name for problem in asked.problems] == ["measure"]
    assert asked.address() == "?population=all"


@pytest.mark.django_db
def test_narrowing():
    wanted = factories.figure(measure="displaced", population="civilians")
    factories.figure(measure="displaced", population="migrants")
    asked = FigureFilter.parse(QueryDict("measure=displaced&population=civilians"))

    assert asked.narrow(Figure.objects.published()).get() == wanted
