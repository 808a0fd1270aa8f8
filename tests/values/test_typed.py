from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talks.values import PartialDate, Precision

SAID_ON = date(2020, 2, 4)  # a Tuesday

ABSOLUTE = [
    ("2020", "2020-01-01", "2020-12-31", "year"),
    ("2020-XX", "2020-01-01", "2020-12-31", "year"),
    ("January 2020", "2020-01-01", "2020-01-31", "month"),
    ("Jan. 2020", "2020-01-01", "2020-01-31", "month"),
    ("2020-01", "2020-01-01", "2020-01-31", "month"),
    ("2020-01~", "2020-01-01", "2020-01-31", "month"),
    ("12 January 2020", "2020-01-12", "2020-01-12", "day"),
    ("January 12, 2020", "2020-01-12", "2020-01-12", "day"),
    ("12th of January 2020", "2020-01-12", "2020-01-12", "day"),
    ("Sunday, 12 January 2020", "2020-01-12", "2020-01-12", "day"),
    ("2020-01-12", "2020-01-12", "2020-01-12", "day"),
    ("mid-January 2020", "2020-01-11", "2020-01-20", "part"),
    ("mid January 2020", "2020-01-11", "2020-01-20", "part"),
    ("early March 2020", "2020-03-01", "2020-03-10", "part"),
    ("late February 2020", "2020-02-21", "2020-02-29", "part"),
    ("the end of December 2020", "2020-12-21", "2020-12-31", "part"),
    ("12-13 January 2020", "2020-01-12", "2020-01-13", "range"),
    ("12–13 January 2020", "2020-01-12", "2020-01-13", "range"),
    ("from 12 to 13 January 2020", "2020-01-12", "2020-01-13", "range"),
    ("30 Jan - 2 Feb 2020", "2020-01-30", "2020-02-02", "range"),
    ("30 Dec - 2 Jan 2020", "2019-12-30", "2020-01-02", "range"),
    ("Jan 30-Feb 2, 2020", "2020-01-30", "2020-02-02", "range"),
    ("April 4 to 6, 2019", "2019-04-04", "2019-04-06", "range"),
    ("2020-01-30/2020-02-02", "2020-01-30", "2020-02-02", "range"),
    ("2019-12/2020-01", "2019-12-01", "2020-01-31", "range"),
    ("between October and December 2020", "2020-10-01", "2020-12-31", "range"),
    ("2019-2020", "2019-01-01", "2020-12-31", "range"),
    ("Q2 2020", "2020-04-01", "2020-06-30", "quarter"),
    ("2020-Q2", "2020-04-01", "2020-06-30", "quarter"),
    ("second quarter of 2020", "2020-04-01", "2020-06-30", "quarter"),
    ("first half of 2020", "2020-01-01", "2020-06-30", "range"),
    ("late 2020", "2020-09-01", "2020-12-31", "range"),
    ("first week of May 2020", "2020-05-01", "2020-05-07", "week"),
    ("last week of May 2020", "2020-05-25", "2020-05-31", "week"),
    ("week of 8 January 2020", "2020-01-06", "2020-01-12", "week"),
    ("3 January – 9 February 2020 (month)", "2020-01-03", "2020-02-09", "month"),
]
RELATIVE = [
    ("today", "2020-02-04", "2020-02-04", "day"),
    ("yesterday", "2020-02-03", "2020-02-03", "day"),
    ("the day before yesterday", "2020-02-02", "2020-02-02", "day"),
    ("tomorrow", "2020-02-05", "2020-02-05", "day"),
    ("Tuesday", "2020-02-04", "2020-02-04", "day"),
    ("on Monday", "2020-02-03", "2020-02-03", "day"),
    ("last Tuesday", "2020-01-28", "2020-01-28", "day"),
    ("next Tuesday", "2020-02-11", "2020-02-11", "day"),
    ("last week", "2020-01-27", "2020-02-02", "week"),
    ("this month", "2020-02-01", "2020-02-29", "month"),
    ("last month", "2020-01-01", "2020-01-31", "month"),
    ("last year", "2019-01-01", "2019-12-31", "year"),
    ("last April", "2019-04-01", "2019-04-30", "month"),
    ("this January", "2020-01-01", "2020-01-31", "month"),
    ("next January", "2021-01-01", "2021-01-31", "month"),
    ("12-13 Jan", "2020-01-12", "2020-01-13", "range"),
    ("24 December", "2019-12-24", "2019-12-24", "day"),
    ("29 February", "2020-02-29", "2020-02-29", "day"),
    ("mid-January", "2020-01-11", "2020-01-20", "part"),
    ("three days ago", "2020-02-01", "2020-02-01", "day"),
    ("two weeks ago", "2020-01-20", "2020-01-26", "week"),
    ("2 months ago", "2019-12-01", "2019-12-31", "month"),
    ("a year ago", "2019-01-01", "2019-12-31", "year"),
    ("nearly a year ago in April", "2019-04-01", "2019-04-30", "month"),
]
REFUSED = [
    ("", "no day, month"),
    ("   ", "no day, month"),
    ("soon", "'soon' is not known"),
    ("Smarch 2020", "'smarch' is not known"),
    ("31 February 2020", "February 2020 has no day 31"),
    ("2020-13", "there is no month 13"),
    ("2020-02-30", "has no day 30"),
    ("Monday 12 January 2020", "that day was a Sunday"),
    ("12 January 2020 and 3 May 2020 and 2021", "more than two dates"),
    ("2020 2021", "more than one year"),
    ("January", "no year"),
    ("yesterday", "no year, nor a day on which it was said"),
    ("0000", "year 0"),
    ("2020-01-05/2019-01-05 5", "more than one"),
    ("fourth half of 2020", "quarters and halves"),
    ("year of 3 May 2020", "only a week"),
    ("1/2/2020", "more than two dates"),
]


@pytest.mark.parametrize(
    ("words", "earliest", "latest", "precision"),
    ABSOLUTE,
    ids=[row[0] for row in ABSOLUTE],
)
def test_a_date_that_stands_alone_is_read(words, earliest, latest, precision):
    expected = PartialDate(
        date.fromisoformat(earliest),
        date.fromisoformat(latest),
        Precision(precision),
        words,
    )

    assert PartialDate.parse(words) == expected


@pytest.mark.parametrize(
    ("words", "earliest", "latest", "precision"),
    RELATIVE,
    ids=[row[0] for row in RELATIVE],
)
def test_a_date_is_read_from_the_day_it_was_said_on(words, earliest, latest, precision):
    expected = PartialDate(
        date.fromisoformat(earliest),
        date.fromisoformat(latest),
        Precision(precision),
        words,
    )

    assert PartialDate.parse(words, SAID_ON) == expected


@pytest.mark.parametrize(
    ("words", "reason"), REFUSED, ids=[row[0] or "nothing" for row in REFUSED]
)
def test_what_cannot_be_read_is_refused_with_the_reason(words, reason):
    with pytest.raises(ValueError, match="as a date") as refused:
        PartialDate.parse(words)

    assert reason in str(refused.value)
    assert repr(words.strip()) in str(refused.value)


@given(st.text(max_size=30) | st.text("0123456789-/ JanFebmid.,", max_size=20))
def test_any_text_is_read_or_refused(words):
    try:
        when = PartialDate.parse(words, SAID_ON)
    except ValueError:
        return
    assert when.earliest <= when.latest
