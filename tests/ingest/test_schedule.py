"""When to come again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talks.ingest.schedule import (
    MAX,
    MIN,
    Asked,
    Poll,
    State,
    after_move,
    after_poll,
    article_wait,
)

NOW = datetime(2020, 2, 4, 12, tzinfo=UTC)
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
STATE = State(interval=HOUR, next_poll_at=NOW)
NOTHING = Asked()


def poll(state: State = STATE, *, ended: Poll, asked: Asked = NOTHING, chance=0.0):
    return after_poll(state, ended=ended, now=NOW, chance=chance, asked=asked)


@pytest.mark.parametrize(
    ("ended", "interval"),
    [
        pytest.param(Poll.NEW, HOUR / 2, id="something new: twice as often"),
        pytest.param(Poll.NOTHING_NEW, HOUR * 1.25, id="nothing new: a bit less often"),
        pytest.param(Poll.PASSING, HOUR, id="a passing fault says nothing of the pace"),
        pytest.param(Poll.LASTING, HOUR, id="nor does a lasting one"),
    ],
)
def test_the_interval_follows_how_often_something_new_comes(ended: Poll, interval):
    assert poll(ended=ended).interval == interval


@pytest.mark.parametrize(
    ("failures", "ended", "wait"),
    [
        pytest.param(0, Poll.PASSING, HOUR, id="first passing fault"),
        pytest.param(1.5, Poll.PASSING, HOUR * 2, id="fourth passing fault"),
        pytest.param(0, Poll.LASTING, HOUR, id="first lasting fault"),
        pytest.param(2, Poll.LASTING, HOUR * 3, id="third lasting fault"),
        pytest.param(9, Poll.LASTING, timedelta(days=1), id="tenth: once a day"),
    ],
)
def test_the_wait_grows_in_step_with_the_failures(failures, ended: Poll, wait):
    after = poll(replace(STATE, failures=failures), ended=ended)

    assert after.next_poll_at == NOW + wait


def test_ten_failures_disable_a_feed_and_it_tries_itself_once_a_day():
    after = poll(replace(STATE, failures=9), ended=Poll.LASTING)
    later = poll(replace(after, disabled_at=NOW - HOUR), ended=Poll.PASSING)

    assert after.disabled_at == NOW
    assert later.disabled_at == NOW - HOUR
    assert later.next_poll_at == NOW + timedelta(days=1)


def test_success_brings_a_disabled_feed_back():
    after = poll(replace(STATE, failures=12, disabled_at=NOW - HOUR), ended=Poll.NEW)

    assert (after.failures, after.disabled_at) == (0, None)


def test_gone_for_good_retires_it():
    assert poll(ended=Poll.GONE).retired_at == NOW


@pytest.mark.parametrize("ended", [Poll.NEW, Poll.PASSING, Poll.LASTING])
def test_retry_after_is_honoured_whatever_the_rest_says(ended: Poll):
    asked = Asked(again_at=NOW + 9 * HOUR)

    assert poll(ended=ended, asked=asked).next_poll_at == NOW + 9 * HOUR


def test_a_feed_that_asks_for_less_is_asked_less_but_once_a_day_at_least():
    some = poll(ended=Poll.NEW, asked=Asked(at_most_every=3 * HOUR))
    never = poll(ended=Poll.NEW, asked=Asked(at_most_every=timedelta(days=365)))

    assert some.next_poll_at == NOW + 3 * HOUR
    assert never.next_poll_at == NOW + MAX


def test_chance_spreads_feeds_by_a_tenth():
    early = poll(ended=Poll.PASSING, chance=0.0)
    late = poll(ended=Poll.PASSING, chance=1.0)

    assert late.next_poll_at - early.next_poll_at == HOUR / 10


SPANS = st.timedeltas(timedelta(0), timedelta(days=400))


@given(
    interval=SPANS,
    failures=st.floats(0, 1e6),
    ended=st.sampled_from([Poll.NEW, Poll.NOTHING_NEW, Poll.PASSING, Poll.LASTING]),
    chance=st.floats(0, 1),
    asked_for=SPANS,
)
def test_the_next_poll_is_never_too_soon_and_never_too_far(
    interval, failures, ended, chance, asked_for
):
    state = State(interval=interval, next_poll_at=NOW, failures=failures)

    after = poll(
        state, ended=ended, chance=chance, asked=Asked(at_most_every=asked_for)
    )

    assert NOW + MIN <= after.next_poll_at <= NOW + MAX * 1.1


def test_three_identical_moves_move_the_address():
    seen = ("", 0)
    follows = []
    for _ in range(3):
        *seen, follow = after_move("b", before=seen[0], times=seen[1], current="a")
        follows.append(follow)

    assert follows == [False, False, True]


@pytest.mark.parametrize(
    ("moved_to", "expected"),
    [
        pytest.param("", ("", 0, False), id="no move forgets the earlier ones"),
        pytest.param("a", ("", 0, False), id="a move to itself is none"),
        pytest.param("c", ("c", 1, False), id="another target counts from one"),
    ],
)
def test_only_the_same_move_counts(moved_to: str, expected):
    assert after_move(moved_to, before="b", times=2, current="a") == expected


def test_an_article_rests_longer_after_each_try():
    waits = [article_wait(n, chance=0) for n in range(1, 6)]

    assert waits[0] == MINUTE
    assert waits == sorted(waits)
    assert waits[-1] <= timedelta(hours=12)
