"""A suggestion as a form: confirmed as it stands, or corrected in words."""

from __future__ import annotations

import pytest

from talks.models import Decision, Event, Figure
from tests import factories
from tests.admin.desk_forms import decide, form_of, open_report
from tests.review.findings import (
    suggested_actor,
    suggested_event,
    suggested_figure,
)

pytestmark = pytest.mark.django_db
OTHER = "A second sentence says that the guns were not silent."


@pytest.fixture
def staff(client, reviewer):
    client.force_login(reviewer)
    return client


@pytest.fixture
def report():
    return factories.article(title="Talks open in Geneva")


def test_an_unchanged_form_accepts_the_suggestion_as_proposed(staff, report):
    suggestion = suggested_event(report)

    response = decide(
        staff, suggestion, form_of(open_report(staff, report), suggestion)
    )

    assert response.status_code == 302
    event = Event.objects.get()
    assert Decision.objects.get().verb == "accepted"
    assert event.title == (
        "Talks in Geneva: Government of National Accord and Libyan National Army"
    )
    assert event.date_words == "on Monday"


def test_what_was_changed_is_a_correction(staff, report):
    suggestion = suggested_event(report)
    prefix = f"s{suggestion.pk}"
    sent = form_of(open_report(staff, report), suggestion) | {
        f"{prefix}-title": "Military talks open",
        f"{prefix}-date": "mid-January 2020",
        f"{prefix}-place": "طرابلس",
        f"{prefix}-who-1-actor": "",
        f"{prefix}-who-2-actor": "khalifa haftar",
        f"{prefix}-who-2-role": "host",
    }
    factories.tripoli(), factories.haftar()

    decide(staff, suggestion, sent)

    event, decision = Event.objects.get(), Decision.objects.get()
    assert set(decision.made["changes"]) == {"title", "date", "place", "actors"}
    assert (event.title, str(event.date)) == ("Military talks open", "mid-January 2020")
    assert event.event_places.get().place == factories.tripoli()
    assert [(row.actor.slug, row.role) for row in event.participations.all()] == [
        ("haftar", "host"),
        ("gna", "participant"),
    ]


def test_a_figure_is_corrected_in_words(staff, report):
    suggestion = suggested_figure(report)
    prefix = f"s{suggestion.pk}"
    sent = form_of(open_report(staff, report), suggestion) | {
        f"{prefix}-number": "between 2,000 and 2,500",
        f"{prefix}-as_of": "3 February 2020",
    }

    decide(staff, suggestion, sent)

    figure = Figure.objects.get()
    assert (figure.low, figure.best, figure.high) == (2000, None, 2500)
    assert (figure.qualifier, str(figure.as_of)) == ("between", "3 February 2020")


def test_an_unchanged_figure_is_accepted_as_it_stands(staff, report):
    suggestion = suggested_figure(report)

    decide(staff, suggestion, form_of(open_report(staff, report), suggestion))

    assert Decision.objects.get().verb == "accepted"
    assert str(Figure.objects.get().count) == "more than 2,000"


def test_an_unclear_name_is_settled_by_choosing(staff, report):
    suggestion = suggested_actor(report, slug=None)
    sent = form_of(open_report(staff, report), suggestion)

    decide(staff, suggestion, sent | {f"s{suggestion.pk}-slug": "Khalifa Haftar"})

    assert factories.haftar().aliases.get().text == "the Field Marshal"


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("place", "Atlantis", "There is no place called “Atlantis”"),
        ("date", "some day", "Cannot read &#x27;some day&#x27; as a date"),
        ("title", "", "This field is required"),
    ],
)
def test_what_cannot_be_read_comes_back_with_what_was_typed(
    staff, report, field, typed, said
):
    suggestion = suggested_event(report)
    sent = form_of(open_report(staff, report), suggestion)

    response = decide(
        staff,
        suggestion,
        sent
        | {f"s{suggestion.pk}-{field}": typed, f"s{suggestion.pk}-track": "ground"},
    )

    assert response.status_code == 422
    assert said in response.content.decode()
    assert '<option value="ground" selected>' in response.content.decode()
    assert not Decision.objects.exists()
