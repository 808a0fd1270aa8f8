"""The timeline pages by key, counts what could be narrowed to, and costs few queries."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.http import QueryDict

from talks.filters import EventFilter
from talks.models import Actor, Event, Participation
from talks.queries import timeline
from tests import factories

pytestmark = pytest.mark.django_db


def ask(query: str = "") -> EventFilter:
    return EventFilter.parse(QueryDict(query))


@pytest.fixture
def five(monkeypatch):
    """Five events of three days, on pages of two."""
    monkeypatch.setattr(timeline, "PAGE", 2)
    days = [date(2020, 1, 1), date(2020, 1, 2), date(2020, 1, 2), date(2020, 1, 3)]
    for number, day in enumerate([*days, date(2020, 1, 3)]):
        factories.event(day, slug=f"e{number}")


def part(event: Event, actor: Actor, role: str) -> None:
    Participation.objects.create(event=event, actor=actor, role=role)


def slugs(page: timeline.Page) -> list[str]:
    named = dict(Event.objects.values_list("pk", "slug"))
    return [named[entry.id] for entry in page.entries]


def test_pages_run_down_and_back_up_without_a_gap(five):
    first = timeline.page(ask())
    second = timeline.page(ask().page(before=first.older))
    third = timeline.page(ask().page(before=second.older))
    back = timeline.page(ask().page(after=third.newer))

    assert slugs(first) + slugs(second) + slugs(third) == ["e4", "e3", "e2", "e1", "e0"]
    assert slugs(back) == slugs(second)
    assert (first.newer, third.older) == (None, None)


def test_a_page_is_one_query_however_much_is_on_it(five, django_assert_num_queries):
    factories.geneva_round()

    with django_assert_num_queries(1):
        timeline.page(ask())


@pytest.mark.parametrize(
    "query",
    [
        pytest.param("actor=gna&kind=truce", id="a kind"),
        pytest.param("actor=gna&from=2020-01-02", id="from a day"),
        pytest.param("actor=gna&from=2020-01-02&to=2020-01-02", id="one day"),
        pytest.param("actor=gna&role=accused", id="a role"),
        pytest.param("actor=gna&actor=lna", id="two actors"),
        pytest.param("actor=gna&before=2020-01-02.999999999", id="a page"),
    ],
)
def test_the_timeline_of_an_actor_gives_what_narrowing_gives(query):
    day = date(2020, 1, 1)
    for step, kind in enumerate(("truce", "talks", "truce")):
        event = factories.event(day + timedelta(step), kind=kind)
        part(event, factories.gna(), "participant")
        part(event, factories.gna(), "accused")
        if step:
            part(event, factories.lna(), "target")
    lasting = factories.event(day, kind="truce", lasted_until=day + timedelta(9))
    part(lasting, factories.gna(), "signatory")
    asked = ask(query)
    matching = asked.narrow(Event.objects.published())
    if asked.before:
        matching = matching.filter(earliest__lte=asked.before.day)

    page = timeline.page(asked)

    expected = matching.order_by("-earliest", "-id").values_list("pk", flat=True)
    assert [entry.id for entry in page.entries] == list(expected)
    assert page.entries


def test_too_many_marks_make_no_picture(monkeypatch):
    monkeypatch.setattr(timeline, "MOST_MARKS", 1)
    factories.event()
    factories.event()

    assert timeline.marks(ask(), "en") is None


def test_truces_in_force_on_the_days():
    truce = factories.january_truce()
    day = truce.event.earliest

    before = timeline.truces(day - timedelta(9), day - timedelta(1), "en")
    within = timeline.truces(day, day + timedelta(9), "en")

    assert before == []
    assert [(span.slug, span.last) for span in within] == [("january-truce", None)]
