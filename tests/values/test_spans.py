from datetime import date

import pytest

from talks.values import spans
from talks.values.spans import Precision


@pytest.mark.parametrize(
    ("span", "earliest", "latest", "precision"),
    [
        (spans.of_day(date(2020, 2, 29)), date(2020, 2, 29), date(2020, 2, 29), Precision.DAY),
        (spans.of_week(date(2020, 2, 2)), date(2020, 1, 27), date(2020, 2, 2), Precision.WEEK),
        (spans.of_part(2019, 2, "late"), date(2019, 2, 21), date(2019, 2, 28), Precision.PART),
        (spans.of_month(2020, 2), date(2020, 2, 1), date(2020, 2, 29), Precision.MONTH),
        (spans.of_months(2020, 5, 6), date(2020, 5, 1), date(2020, 6, 30), Precision.RANGE),
        (spans.of_quarter(2020, 4), date(2020, 10, 1), date(2020, 12, 31), Precision.QUARTER),
        (spans.of_year(2020), date(2020, 1, 1), date(2020, 12, 31), Precision.YEAR),
    ],
    ids=["day", "week", "part", "month", "months", "quarter", "year"],
)  # fmt: skip
def test_a_span_holds_the_days_of_the_calendar(span, earliest, latest, precision):
    assert span == (earliest, latest, precision)


def test_a_span_that_fills_nothing_whole_is_a_range():
    span = spans.spanning(date(2020, 1, 2), date(2020, 1, 31))

    assert span.precision == Precision.RANGE


@pytest.mark.parametrize("day", [date.max, date(1, 1, 1)])
def test_the_ends_of_the_calendar_are_days_too(day):
    assert spans.spanning(day, day).precision == Precision.DAY
