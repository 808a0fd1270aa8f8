from datetime import date

import pytest

from talks.detect.date_spans import (
    FORTNIGHT,
    MONTH,
    WEEK,
    YEAR,
    from_now,
    last_days,
    next_days,
    part_of_unit,
    part_of_year,
    so_far,
    units_from,
    weekend,
)

TUESDAY, SATURDAY, SUNDAY = date(2020, 2, 4), date(2020, 2, 8), date(2020, 2, 9)


@pytest.mark.parametrize(
    ("unit", "count", "expected"),
    [
        (1, -3, "1 February 2020"),
        (WEEK, -1, "week of 27 January 2020"),
        (FORTNIGHT, -1, "week of 20 January 2020"),
        (MONTH, -2, "December 2019"),
        (MONTH, 11, "January 2021"),
        (YEAR, 1, "2021"),
    ],
)
def test_units_are_counted_from_a_day(unit, count, expected):
    assert str(units_from(TUESDAY, unit, count)) == expected


@pytest.mark.parametrize(
    ("day", "way", "ahead", "begins"),
    [
        (TUESDAY, None, False, date(2020, 2, 1)),
        (TUESDAY, -1, False, date(2020, 2, 1)),
        (TUESDAY, 1, False, date(2020, 2, 8)),
        (TUESDAY, None, True, date(2020, 2, 8)),
        (SATURDAY, None, False, SATURDAY),
        (SUNDAY, None, True, SATURDAY),
        (SUNDAY, -1, False, date(2020, 2, 1)),
    ],
)
def test_a_weekend_is_the_last_one_unless_the_next_is_meant(day, way, ahead, begins):
    when = weekend(day, 5, way, ahead=ahead)

    assert when.earliest == begins
    assert when.days == 2


def test_the_weekend_of_the_region_begins_on_a_friday():
    assert weekend(TUESDAY, 4, None, ahead=False).earliest == date(2020, 1, 31)


@pytest.mark.parametrize(
    ("unit", "part", "way", "expected"),
    [
        (WEEK, 0, 0, "3–4 February 2020"),
        (WEEK, 1, 0, "5 February 2020"),
        (WEEK, 2, -1, "31 January – 2 February 2020"),
        (MONTH, 1, 0, "mid-February 2020"),
        (MONTH, 2, -1, "late January 2020"),
        (YEAR, 2, -1, "1 September – 31 December 2019"),
    ],
)
def test_weeks_months_and_years_have_three_parts(unit, part, way, expected):
    assert str(part_of_unit(TUESDAY, unit, part, way)) == expected


def test_a_day_has_no_part_of_its_own():
    with pytest.raises(ValueError, match="only a week"):
        part_of_unit(TUESDAY, 1, 0, 0)


def test_the_parts_of_a_year_follow_on_each_other():
    parts = [part_of_year(2019, part) for part in range(3)]

    assert [(when.earliest, when.latest) for when in parts] == [
        (date(2019, 1, 1), date(2019, 4, 30)),
        (date(2019, 5, 1), date(2019, 8, 31)),
        (date(2019, 9, 1), date(2019, 12, 31)),
    ]


def test_a_month_is_parted_by_the_day_of_the_report():
    assert str(so_far(TUESDAY, MONTH)) == "1–4 February 2020"
    assert str(from_now(TUESDAY, MONTH)) == "4–29 February 2020"


def test_days_are_counted_back_and_ahead():
    assert str(last_days(TUESDAY, 3)) == "1–4 February 2020"
    assert str(next_days(TUESDAY, 3)) == "4–7 February 2020"


@pytest.mark.parametrize("count", [last_days, next_days])
def test_nobody_counts_so_many_days(count):
    with pytest.raises(ValueError, match="no span"):
        count(TUESDAY, 9000)
