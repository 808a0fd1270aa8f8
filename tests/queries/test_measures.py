"""The list of measures: how many claims of each, by how many, over which days."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from talks.queries.measures import summaries
from tests import factories as make

pytestmark = pytest.mark.django_db
DAY = date(2024, 1, 1)


def test_a_measure_is_listed_with_its_populations_and_speakers():
    make.figure(attributed_actor=make.unsmil())
    make.figure(attributed_actor=make.gna(), population="civilians")
    make.figure(attributed_actor=make.gna(), measure="injured")

    deaths, injured = summaries(DAY)

    assert (deaths.measure, deaths.claims, deaths.speakers) == ("deaths", 2, 2)
    assert dict(deaths.populations) == {"all": 1, "civilians": 1}
    assert injured.claims == 1


def test_before_its_report_appeared_nothing_is_listed():
    made = datetime(2020, 5, 1, tzinfo=UTC)
    make.figure(make.article(published_at=made))

    assert summaries(date(2020, 4, 30)) == []
    assert len(summaries(date(2020, 5, 1))) == 1
