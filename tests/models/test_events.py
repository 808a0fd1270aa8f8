"""What the database guarantees of events, their places, actors and evidence."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from talks.models import Citation, Event, EventPlace, Participation
from talks.values import PartialDate, Precision
from tests import factories

pytestmark = pytest.mark.django_db

JANUARY = {"earliest": date(2020, 1, 11), "latest": date(2020, 1, 20)}


def check_deferred() -> None:
    """Run now what the database would check when the transaction commits."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def test_an_event_knows_how_exact_its_date_is():
    event = factories.event(
        **JANUARY, date_precision="part", date_words="mid-January 2020"
    )

    assert event.date == PartialDate(
        date(2020, 1, 11), date(2020, 1, 20), Precision.PART, "mid-January 2020"
    )


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        pytest.param(
            {"earliest": date(2020, 1, 20), "latest": date(2020, 1, 11)},
            "event_earliest_before_latest",
            id="latest before earliest",
        ),
        pytest.param(
            JANUARY | {"date_precision": "day"},
            "event_of_one_day_has_one_day",
            id="a day that is ten days",
        ),
        pytest.param(
            JANUARY | {"date_precision": "part", "lasted_until": date(2020, 1, 15)},
            "event_lasts_until_after_it_began",
            id="over before it surely began",
        ),
        pytest.param({"title": ""}, "event_has_a_title", id="no title"),
    ],
)
def test_an_impossible_event_is_refused(fields, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        factories.event(**fields)


def test_an_approved_event_without_evidence_is_refused_at_commit():
    factories.event(cited_by=[])

    with pytest.raises(IntegrityError, match="without a citation or a note"):
        check_deferred()


def test_an_editors_note_stands_in_for_a_citation():
    factories.event(cited_by=[], editor_note="Seen by our own staff in Tripoli.")

    check_deferred()


def test_a_draft_needs_no_evidence_until_it_is_approved():
    event = factories.event(cited_by=[], status=Event.Status.DRAFT)
    check_deferred()

    Event.objects.filter(pk=event.pk).update(status=Event.Status.APPROVED)

    with pytest.raises(IntegrityError, match="without a citation or a note"):
        check_deferred()


def test_the_last_citation_of_an_approved_event_stays():
    event = factories.event()

    event.citations.all().delete()

    with pytest.raises(IntegrityError, match="without a citation or a note"):
        check_deferred()


def test_an_approved_event_can_be_deleted_whole():
    event = factories.event()

    event.delete()

    check_deferred()
    assert not Citation.objects.exists()


def test_an_event_lasts_until_its_latest_day_or_longer():
    moment = factories.event(date(2020, 1, 12))
    lasting = factories.event(date(2020, 1, 12), lasted_until=date(2020, 3, 1))

    moment.refresh_from_db()
    lasting.refresh_from_db()

    assert moment.ongoing_until == date(2020, 1, 12)
    assert lasting.ongoing_until == date(2020, 3, 1)


def test_possibly_within_counts_whatever_may_touch_the_days():
    before = factories.event(date(2020, 1, 10))
    fuzzy = factories.event(**JANUARY, date_precision="part")
    lasting = factories.event(date(2020, 1, 1), lasted_until=date(2020, 1, 31))
    after = factories.event(date(2020, 1, 26))

    found = Event.objects.possibly_within(date(2020, 1, 15), date(2020, 1, 25))

    assert set(found) == {fuzzy, lasting}
    assert {before, after}.isdisjoint(found)


def test_only_approved_events_are_published():
    approved = factories.event()
    factories.event(status=Event.Status.DRAFT)
    factories.event(status=Event.Status.IN_REVIEW)

    assert list(Event.objects.published()) == [approved]


def test_a_participation_carries_its_events_day_and_kind():
    event = factories.event(
        date(2020, 1, 12),
        kind=Event.Kind.TRUCE,
        who=[(factories.haftar(), Participation.Role.ACCUSED)],
    )
    Event.objects.filter(pk=event.pk).update(
        earliest=date(2020, 1, 11), latest=date(2020, 1, 11)
    )

    participation = event.participations.get()

    assert participation.event_earliest == date(2020, 1, 11)
    assert participation.event_kind == Event.Kind.TRUCE


def test_an_actor_has_a_role_in_an_event_once():
    event = factories.event(who=[(factories.haftar(), "accused")])

    with pytest.raises(IntegrityError, match="participation_once_a_role"):
        event.participations.create(actor=factories.haftar(), role="accused")


def test_an_event_is_at_a_place_once():
    event = factories.event(at=[factories.tripoli()])

    with pytest.raises(IntegrityError, match="event_is_at_a_place_once"):
        EventPlace.objects.create(event=event, place=factories.tripoli())


def test_a_change_made_in_bulk_is_in_the_history():
    event = factories.event(title="First title")

    Event.objects.filter(pk=event.pk).update(title="Second title")

    titles = event.history.order_by("pgh_id").values_list("pgh_label", "title")
    assert ("insert", "First title") in titles
    assert titles.last() == ("update", "Second title")


def test_the_history_outlives_the_row():
    event = factories.event(title="Taken back")
    versions = event.history.model.objects.filter(pgh_obj_id=event.pk)

    event.delete()

    assert versions.filter(pgh_label="delete", title="Taken back").exists()
