from datetime import date

import pytest

from talks.detect.date_phrase import Phrase
from talks.detect.date_shapes import read_phrase

TUESDAY = date(2020, 2, 4)


def read(means, *, ahead=False, **values):
    named = {name: [value] for name, value in values.items()}
    when = read_phrase(Phrase(named, TUESDAY, TUESDAY, ahead=ahead), means)
    return str(when) if when else None


@pytest.mark.parametrize(
    ("means", "values", "expected"),
    [
        ("day", {"day": 12, "month": 1}, "12 January 2020"),
        ("day", {"day": 12, "month": 2}, "12 February 2020"),
        ("day", {"day": 12, "month": 4}, "12 April 2019"),
        ("day", {"day": 29, "month": 2}, "29 February 2020"),
        ("day", {"day": 31, "month": 6}, None),
        ("day", {"day": 4, "month": 4, "way": 1}, "4 April 2020"),
        ("month", {"month": 2}, "February 2020"),
        ("month", {"month": 3}, "March 2019"),
        ("month", {"month": 1, "way": -1}, "January 2020"),
        ("year", {"year": 2011}, "2011"),
        ("year", {"year": 2090}, None),
        ("weekday", {"weekday": 1}, "4 February 2020"),
        ("weekday", {"weekday": 1, "way": -1}, "28 January 2020"),
        ("season", {"season": 12, "year": 2019}, "1 December 2019 – 29 February 2020"),
        ("numeric", {"numeric": (4, 13, 2019)}, "13 April 2019"),
        ("numeric", {"numeric": (31, 2, 2019)}, None),
        ("past_units", {"n": 900, "unit": 365}, None),
        ("nothing", {"today": 0}, None),
    ],
)
def test_a_phrase_comes_to_its_days_or_to_none(means, values, expected):
    assert read(means, **values) == expected


@pytest.mark.parametrize(
    ("means", "values", "expected"),
    [
        ("day", {"day": 12, "month": 4}, "12 April 2020"),
        ("month", {"month": 3}, "March 2020"),
        ("weekday", {"weekday": 3}, "6 February 2020"),
    ],
)
def test_what_is_to_come_lies_ahead(means, values, expected):
    assert read(means, ahead=True, **values) == expected
