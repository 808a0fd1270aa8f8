from datetime import date

import pytest

from talks.detect import hijri


@pytest.mark.parametrize(
    ("year", "month", "day", "gregorian"),
    [
        (1, 1, 1, date(622, 7, 19)),
        (1440, 9, 1, date(2019, 5, 6)),
        (1441, 9, 1, date(2020, 4, 24)),
        (1442, 1, 1, date(2020, 8, 20)),
        (1441, 12, 10, date(2020, 7, 31)),
    ],
)
def test_days_of_the_islamic_calendar_fall_where_tables_have_them(
    year, month, day, gregorian
):
    assert abs((hijri.to_gregorian(year, month, day) - gregorian).days) <= 1


def test_a_month_ends_where_the_next_begins():
    last, first = hijri.of_month(1441, 12), hijri.of_month(1442, 1)

    assert (first.earliest - last.latest).days == 1


def test_a_day_is_given_with_one_on_either_side():
    assert hijri.of_day(1441, 9, 1).days == 3


@pytest.mark.parametrize(
    ("day", "begins"),
    [(date(2020, 2, 4), 2019), (date(2020, 5, 1), 2020), (date(2020, 4, 15), 2020)],
)
def test_the_month_meant_is_the_last_the_present_or_the_imminent_one(day, begins):
    assert hijri.near(9, day).earliest.year == begins


@pytest.mark.parametrize(
    ("month", "began"),
    [(10, date(2019, 6, 4)), (12, date(2019, 8, 11))],
    ids=["Eid al-Fitr", "Eid al-Adha"],
)
def test_a_feast_is_the_last_before_a_day(month, began):
    when = hijri.feast(month, date(2020, 2, 4))

    assert when.contains(began)
    assert when.days <= 6


def test_a_feast_of_a_year_is_in_that_year():
    for year in range(2011, 2026):
        assert hijri.feast(12, hijri.last_looked_back_from(year)).earliest.year == year
