"""The pictures of a measure: every one there is, by its name, and none beside."""

from __future__ import annotations

from datetime import date

import pytest

from talks.models import Event
from talks.queries import figures
from talks.queries.claims import Band
from talks.queries.proof import Standard
from talks.views.asked import Asked
from talks.views.figure_charts import draw, draw_one, span
from tests import factories as make

pytestmark = pytest.mark.django_db
DAY = date(2024, 1, 1)
ASKED = Asked(DAY, True, Standard.ALL, (), ())


@pytest.fixture
def page():
    make.figure(event=make.event(date(2020, 1, 4), kind=Event.Kind.ATTACK))
    for number, day in ((147, date(2019, 4, 15)), (205, date(2019, 4, 17))):
        make.figure(
            scope="cumulative",
            low=number,
            best=number,
            high=number,
            since_earliest=date(2019, 4, 4),
            since_latest=date(2019, 4, 4),
            as_of_earliest=day,
            as_of_latest=day,
        )
    return figures.page("deaths", "all", day=DAY, language="en")


def test_each_picture_of_the_page_can_be_drawn_alone(page):
    whole = draw(page, ASKED)
    charts = [chart for _series, chart in whole.totals] + [whole.sums]

    for chart in charts:
        alone = draw_one(page, ASKED, chart.anchor)
        assert (alone.title, alone.picture) == (chart.title, chart.picture)


@pytest.mark.parametrize("anchor", ["of-periods", "stock-all-nowhere"])
def test_a_picture_that_the_page_has_not_is_none(page, anchor):
    assert draw_one(page, ASKED, anchor) is None


@pytest.mark.parametrize(
    ("band", "words"),
    [
        pytest.param(Band(12, 12, False, False), "12", id="one number"),
        pytest.param(Band(12, 12, False, True), "12 or more", id="open above"),
        pytest.param(Band(12, 12, True, False), "12 or fewer", id="open below"),
        pytest.param(Band(12, 20, False, False), "12 to 20", id="between"),
        pytest.param(Band(12, 20, False, True), "12 to 20 or more", id="open band"),
    ],
)
def test_a_band_is_said_in_words(band, words):
    assert span(band) == words
