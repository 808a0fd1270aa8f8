"""Dates and numbers in three languages, as exact as they are known."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import translation

from talks.shapes import formats
from talks.values import Count, PartialDate, Precision, Qualifier

MID = PartialDate.of_part(2020, 1, "mid")
BETWEEN = PartialDate.spanning(date(2020, 1, 30), date(2020, 2, 2))
DAY = PartialDate.of_day(date(2020, 2, 1))


@pytest.mark.parametrize(
    ("language", "value", "printed"),
    [
        ("en", MID, "mid-January 2020 (11–20 January 2020)"),
        ("fr", MID, "mi-janvier 2020 (11–20 janvier 2020)"),
        ("ar", MID, "منتصف يناير 2020 (11–20 يناير 2020)"),
        ("en", DAY, "1 February 2020"),
        ("fr", DAY, "1er février 2020"),
        ("ar", DAY, "1 فبراير 2020"),
        ("en", BETWEEN, "30 January – 2 February 2020"),
        ("en", PartialDate.of_month(2020, 3), "March 2020"),
        ("fr", PartialDate.of_quarter(2020, 2), "2e trimestre 2020 (1er avril – 30 juin 2020)"),
        ("en", PartialDate.of_year(2020), "2020"),
        ("en", PartialDate.of_week(date(2020, 3, 30)),
         "week of 30 March 2020 (30 March – 5 April 2020)"),
    ],
)  # fmt: skip
def test_dates(language, value, printed):
    with translation.override(language):
        assert formats.when(value) == printed


def test_a_month_that_is_not_the_whole_of_it_keeps_its_bounds():
    when = PartialDate(date(2020, 3, 3), date(2020, 3, 31), Precision.MONTH)

    assert formats.when(when) == "March 2020 (3–31 March 2020)"


@pytest.mark.parametrize(
    ("language", "printed"),
    [("en", "355,672"), ("fr", "355\u202f672"), ("ar", "355\u202f672")],
)
def test_numbers(language, printed):
    with translation.override(language):
        assert formats.number(355672) == printed


@pytest.mark.parametrize(
    ("count", "printed"),
    [
        (Count.of(12), "12"),
        (Count.of(2000, Qualifier.MORE_THAN), "more than 2,000"),
        (Count.of(300, Qualifier.UP_TO), "up to 300"),
        (Count.between(10, 12), "10–12"),
        (Count(24, None, 99, Qualifier.VAGUE), "24–99"),
        (Count(None, 200, 200, Qualifier.NEARLY), "nearly 200"),
    ],
)
def test_counts_keep_their_hedge(count, printed):
    assert formats.count(count) == printed


@pytest.mark.parametrize(
    ("low", "high", "is_open", "printed"),
    [
        (147, 205, False, "147–205"),
        (147, 147, False, "147"),
        (2000, 2000, True, "2,000 or more"),
        (284, 356, True, "284–356 or more"),
    ],
)
def test_bands(low, high, is_open, printed):
    assert formats.band(low, high, is_open_above=is_open) == printed


@pytest.mark.parametrize(
    ("days", "printed"), [(1, "يوم واحد"), (2, "يومان"), (5, "5 أيام"), (11, "11 يومًا"), (100, "100 يوم")]
)  # fmt: skip
def test_arabic_counts_days_by_its_own_rules(days, printed):
    with translation.override("ar"):
        assert formats.days(days) == printed
