"""Row changes: read from history, done again where they fit, taken back."""

from __future__ import annotations

import pytest

from talks.models import Event, Participation
from talks.models.base import history_apart
from talks.review import replay
from talks.review.refusals import Conflict
from tests import factories

pytestmark = pytest.mark.django_db


def _written(do):
    with history_apart(user=None) as context:
        do()
        return [row.as_data() for row in replay.written_in(context)]


def _rename(event, title="Renamed"):
    held = Event.objects.get(pk=event.pk)
    held.title = title
    held.save()


def test_only_what_was_done_meanwhile_is_read():
    event, other = factories.event(), factories.event()
    _rename(other)

    rows = _written(lambda: _rename(event))

    assert [(row["noun"], row["pk"]) for row in rows] == [("event", event.pk)]


def test_what_was_added_and_removed_again_is_nothing():
    event = factories.event()

    def do():
        Participation.objects.create(
            event=event, actor=factories.gna(), role="host"
        ).delete()
        _rename(event, event.title)

    assert _written(do) == []


def test_what_the_machine_keeps_is_no_change():
    event = factories.event()

    rows = _written(
        lambda: factories.citation(event=event, article=factories.article())
    )

    assert [row["noun"] for row in rows] == ["citation"]


def test_a_removed_row_comes_back_as_it_was():
    event = factories.event(who=[(factories.gna(), "host")])
    part = event.participations.get()
    rows = _written(lambda: event.participations.all().delete())

    replay.apply(replay.invert(rows))

    assert event.participations.get() == part


def test_a_row_that_is_gone_is_a_conflict():
    event = factories.event(who=[(factories.gna(), "host")])
    rows = _written(lambda: event.participations.update(role="mediator"))
    event.participations.all().delete()

    assert list(replay.conflicts(rows)) == ["Participation: it has been removed"]
    with pytest.raises(Conflict, match="has been removed meanwhile"):
        replay.apply(replay.invert(rows))


def test_what_was_hung_on_a_row_since_is_not_removed_with_it():
    held = factories.round_of_talks(factories.event(kind="talks"))
    rows = _written(lambda: type(held).objects.get(pk=held.pk).delete())
    replay.apply(replay.invert(rows))
    held.delegations.create(party=factories.gna())

    with pytest.raises(Conflict, match="Something was added"):
        replay.apply(rows)


def test_differing_fields_are_named():
    event = factories.event()
    rows = replay.invert(_written(lambda: _rename(event)))
    assert list(replay.conflicts(rows)) == []

    _rename(event, "Otherwise")

    assert list(replay.conflicts(rows)) == ["Event: title"]


def test_what_does_not_fit_is_left_out():
    event = factories.event()
    rows = _written(
        lambda: (
            _rename(event),
            Participation.objects.create(
                event=event, actor=factories.gna(), role="host"
            ),
        )
    )
    Participation.objects.all().delete()
    factories.event(who=[(factories.gna(), "host")])
    Participation.objects.create(event=event, actor=factories.gna(), role="host")
    _rename(event, "By another")

    replay.apply_what_fits(rows)

    assert Event.objects.get(pk=event.pk).title == "Renamed"
    assert event.participations.count() == 1


def test_a_rehearsal_answers_and_leaves_nothing():
    event = factories.event(title="As it is")

    def do():
        _rename(event)
        return Event.objects.get(pk=event.pk).title

    assert replay.rehearse(do) == "Renamed"
    assert Event.objects.get(pk=event.pk).title == "As it is"
