"""The ledger: how long truces held, who is accused of breaking them, before and after."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talks.models import Article, Event
from talks.queries import truces
from talks.queries.proof import Standard
from talks.queries.truces import Windows
from tests import factories as make

pytestmark = pytest.mark.django_db
BEGAN = date(2020, 1, 12)
DAY = date(2020, 2, 4)


@pytest.fixture(autouse=True)
def _reported_on_its_day():
    make.january_truce()
    reports = Article.objects.filter(citations__event__slug="january-truce")
    reports.update(published_at=datetime(2020, 1, 12, tzinfo=UTC))


def read(day: date = DAY):
    return truces.one("january-truce", day=day, language="en")


def broken(day: date, *accused, reports: int = 1):
    """Make a violation of the January truce, told by independent sources."""
    return make.violation(
        make.january_truce(),
        day,
        who=[(someone, "accused") for someone in accused],
        cited_by=[
            make.article(published_at=datetime(2020, 1, 20, tzinfo=UTC))
            for _ in range(reports)
        ],
    )


def ended(day: date, **fields):
    truce = make.january_truce()
    for field, value in {"ended_on": day, "end": "collapsed", **fields}.items():
        setattr(truce, field, value)
    truce.save()


def test_a_truce_in_force_says_how_long_it_has_held():
    make.january_truce()

    row = read()

    assert row.is_in_force
    assert row.days_held == 23
    assert truces.in_force([row]) == [row]


def test_on_an_earlier_day_its_end_is_not_yet_known():
    ended(date(2020, 1, 30))

    before, after = read(date(2020, 1, 29)), read(DAY)

    assert (before.is_in_force, before.end, before.days_held) == (True, "", 17)
    assert (after.is_in_force, after.end, after.days_held) == (False, "collapsed", 18)


def test_a_truce_that_was_only_declared_is_not_in_force():
    truce = make.january_truce()
    truce.effective_on = None
    truce.save()

    row = read()

    assert not row.is_in_force
    assert row.days_held is None


def test_parties_say_whether_they_accepted():
    make.january_truce()

    assert [(party.slug, position) for party, position in read().parties] == [
        ("gna", "accepted"),
        ("lna", "accepted"),
    ]


def test_an_extension_and_what_it_extends_know_each_other():
    first = make.january_truce()
    longer = make.event(date(2020, 1, 20), slug="longer", kind=Event.Kind.TRUCE)
    make.truce(longer, extends=first, effective_on=date(2020, 1, 20))

    later, earlier = truces.ledger(day=DAY, language="en")

    assert later.extends.slug == "january-truce"
    assert [name.slug for name in earlier.extended_by] == ["longer"]


def test_stricter_standards_count_fewer_violations():
    broken(date(2020, 1, 18), make.lna())
    broken(date(2020, 1, 19), make.lna(), reports=2)

    row = read()

    assert [len(row.counted(standard)) for standard in Standard] == [2, 1, 0]
    assert row.days_to_first(Standard.ALL) == 6
    assert row.days_to_first(Standard.TWO) == 7
    assert row.days_to_first(Standard.CONFIRMED) is None


def test_a_violation_of_both_camps_is_counted_once():
    broken(date(2020, 1, 13), make.lna(), make.gna())
    broken(date(2020, 1, 14), make.lna(), make.haftar())
    broken(date(2020, 1, 21))

    first, second = truces.weeks(read().violations)

    assert first.by_camp == {"several": 1, "lna": 1}
    assert second.by_camp == {"": 1}
    assert set(truces.by_camp(read().violations)) == {"several", "lna", ""}


def test_the_balance_counts_each_event_once_a_camp_that_tells_of_it():
    shelling = broken(date(2020, 1, 18), make.lna())
    report = make.article(published_at=datetime(2020, 1, 19, tzinfo=UTC))
    for stance, speaker in (("alleges", make.gna()), ("denies", make.haftar())):
        make.citation(event=shelling, article=report, stance=stance, speaker=speaker)

    told = truces.balance(read().violations)

    assert told == {"unknown": {"lna": 1}, "gna": {"lna": 1}}


def test_violations_that_were_not_yet_reported_are_left_out():
    broken(date(2020, 1, 18), make.lna())

    assert read(date(2020, 1, 19)).violations == ()
    assert len(read(date(2020, 1, 20)).violations) == 1


def test_windows_before_and_after_are_equally_long():
    make.january_truce()
    for days in (1, 5, 22, 24):
        make.event(BEGAN - timedelta(days), kind=Event.Kind.ATTACK)
    for days in (0, 22, 23):
        make.event(BEGAN + timedelta(days), kind=Event.Kind.ATTACK)

    assert truces.windows(read()) == Windows(days=23, before=3, after=2)


@given(st.integers(0, 500), st.integers(0, 500))
def test_few_events_never_make_a_change(before, after):
    window = Windows(28, before, after)

    assert (window.change is None) == (before + after < truces.FEWEST or before == 0)
    assert window.change is None or window.change >= -100


def test_the_ledger_costs_three_queries_however_long(django_assert_num_queries):
    for day in (13, 14, 18):
        broken(date(2020, 1, day), make.lna())

    with django_assert_num_queries(3):
        (row,) = truces.ledger(day=DAY, language="fr")

    assert len(row.violations) == 3
