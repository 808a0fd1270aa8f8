"""Moments of publication as pages and feeds write them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talks.ingest.moments import Moment, read_moment
from tests.ingest.adapters.feeds import item, only
from tests.ingest.invented import rss

NOON = datetime(2020, 2, 4, 12, tzinfo=UTC)
DAY = Moment(datetime(2020, 2, 4, tzinfo=UTC), day_only=True)
HALF_PAST = Moment(NOON + timedelta(minutes=30))


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("2020-02-04T12:00:00Z", id="ISO"),
        pytest.param("2020-02-04T14:00:00+02:00", id="ISO with offset"),
        pytest.param("2020-02-04T07:00:00-0500", id="ISO with offset, no colon"),
        pytest.param("2020-02-04 12:00", id="ISO with a blank"),
        pytest.param("2020-02-04T12:00:00.123456Z", id="ISO with fractions"),
        pytest.param("20200204T120000Z", id="GDELT"),
        pytest.param("Tue, 04 Feb 2020 12:00:00 +0000", id="RSS"),
        pytest.param("Tue, 04 Feb 2020 12:00:00 GMT", id="RSS with GMT"),
        pytest.param("Tue, 04 Feb 2020 07:00:00 EST", id="RSS with a named zone"),
        pytest.param("Tue, 04 Feb 2020 14:00:00 EET", id="RSS with Libya's zone"),
        pytest.param("04 Feb 20 12:00 GMT", id="two-digit year"),
        pytest.param("mar. 04 févr. 2020 13:00:00 +0100", id="French month"),
        pytest.param("4 février 2020 à 12h00", id="French prose"),
        pytest.param("الثلاثاء، 4 فبراير 2020 12:00", id="Arabic month"),
        pytest.param("الثلاثاء، 4 شباط 2020 12:00", id="Levantine month"),
    ],
)
def test_a_moment_is_read_in_many_ways_of_writing(words: str):
    assert read_moment(words) == Moment(NOON)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("2020-02-04", id="ISO"),
        pytest.param("Tue, 04 Feb 2020", id="RSS without a time"),
        pytest.param("4 février 2020", id="French"),
        pytest.param("٤ فبراير ٢٠٢٠", id="Arabic digits"),
        pytest.param("February 4th, 2020", id="American"),
    ],
)
def test_a_day_without_an_hour_says_so(words: str):
    assert read_moment(words) == DAY


def test_levantine_month_names_of_two_words_are_known():
    found = read_moment("23 تشرين الأول 2020")

    assert found == Moment(datetime(2020, 10, 23, tzinfo=UTC), day_only=True)


@pytest.mark.parametrize(
    "words",
    [
        *("", "yesterday", "2020-13-45", "0000-00-00", "99999", "Sat, 32 Foo 2020"),
        *("Thu, 01 Jan 1970 00:00:00 GMT", "2020-02-04T99:00:00Z"),
    ],
)
def test_what_is_no_date_is_none_never_a_guess(words: str):
    assert read_moment(words) is None


@given(st.text(max_size=80))
def test_no_words_break_it(words: str):
    found = read_moment(words)

    assert found is None or found.at.tzinfo is UTC


@given(st.integers(0, 10**9).map(lambda n: NOON + timedelta(seconds=n)))
def test_what_is_printed_as_iso_is_read_back(moment: datetime):

    assert read_moment(moment.isoformat()) == Moment(moment)


# ------------------------------------------------------------------------- feeds


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        pytest.param("Tue, 04 Feb 2020 12:30:00 +0000", HALF_PAST, id="usual"),
        pytest.param("Tue, 04 Feb 20 12:30 GMT", HALF_PAST, id="two-digit year"),
        pytest.param("Tue, 04 Feb 2020 07:30:00 EST", HALF_PAST, id="named zone"),
        pytest.param(
            "Tue, 04 Feb 2020",
            DAY,
            id="a day",
        ),
        pytest.param(
            "Tue, 04 Feb 2020 12:00:00 +0000",
            Moment(NOON, day_only=True),
            id="noon sharp is a day (UN News)",
        ),
        pytest.param("الثلاثاء، 4 فبراير 2020 12:30", HALF_PAST, id="Arabic month"),
        pytest.param("mar. 04 févr. 2020 12:30:00 +0000", HALF_PAST, id="French month"),
        pytest.param("soon", None, id="no date"),
        pytest.param("", None, id="empty"),
    ],
)
def test_the_dates_of_a_feed_are_read_and_never_invented(
    written: str, moment: Moment | None
):
    assert only(rss(item(f"<pubDate>{written}</pubDate>"))).published == moment
