from datetime import date

import pytest

from talks.detect.date_phrase import Phrase, nearest, with_year
from talks.values import PartialDate

TUESDAY = date(2020, 2, 4)


def phrase(*, ahead=False, **values):
    named = {name: [value] for name, value in values.items()}
    return Phrase(named, TUESDAY, TUESDAY, ahead=ahead)


def tenth_of(month):
    return lambda year: PartialDate.of_day(date(year, month, 10))


@pytest.mark.parametrize(
    ("month", "ahead", "expected"),
    [
        (1, False, "10 January 2020"),
        (4, False, "10 April 2019"),
        (4, True, "10 April 2020"),
        (2, False, "10 February 2020"),
    ],
)
def test_a_year_left_unsaid_is_the_last_unless_the_next_is_meant(
    month, ahead, expected
):
    assert str(with_year(phrase(ahead=ahead), tenth_of(month))) == expected


def test_a_year_that_is_named_is_taken():
    assert str(with_year(phrase(year=2014), tenth_of(4))) == "10 April 2014"


@pytest.mark.parametrize(
    ("way", "expected"),
    [(-1, "10 April 2019"), (0, "10 April 2020"), (1, "10 April 2020")],
)
def test_last_this_and_next_tell_the_year(way, expected):
    assert str(nearest(phrase(), tenth_of(4), way)) == expected


def test_the_first_value_of_a_class_is_its_value():
    assert phrase(day=4).first("day") == 4
    assert phrase().first("day", 7) == 7
