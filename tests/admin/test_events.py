"""Entering an event with everything that hangs on it, on one page."""

from __future__ import annotations

from datetime import date

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from talks.models import Citation, Event, Figure, Round
from tests import factories
from tests.factories import SENTENCE

pytestmark = pytest.mark.django_db

ADD = "/admin/talks/event/add/"
PREFIXES = {
    "participations": "participations",
    "event_places": "event_places",
    "citations": "citations",
    "figures": "figures",
}


def _form(event=None, prefixes=PREFIXES, **given):
    """Return the fields of an event's page as a browser would send them."""
    sent = {
        "title": "Military talks open",
        "slug": "military-talks-open",
        "kind": "talks",
        "track": "military",
        "modality": "observed",
        "when": "3 February 2020",
    }
    for prefix in prefixes:
        held = getattr(event, prefix).count() if event else 0
        sent |= {f"{prefix}-TOTAL_FORMS": held, f"{prefix}-INITIAL_FORMS": held}
    return sent | given


def _rows(prefix, *rows):
    sent = {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": 0}
    for n, row in enumerate(rows):
        sent |= {f"{prefix}-{n}-{name}": value for name, value in row.items()}
    return sent


def _errors(response):
    context = response.context
    return str(context["errors"]) if context else ""


def test_an_event_is_entered_with_all_that_hangs_on_it(staff):
    report = factories.article()
    inlines = {
        **_rows("participations", {"actor": factories.gna().pk, "role": "participant"}),
        **_rows("event_places", {"place": factories.geneva().pk, "position": 0}),
        **_rows(
            "citations", {"article": report.pk, "stance": "reports", "quote": SENTENCE}
        ),
        **_rows(
            "figures",
            {
                "measure": "deaths",
                "population": "all",
                "scope": "incident",
                "assertion": "asserted",
                "as_stated": "more than 20",
                "number": "more than 20",
                "as_of": "3 February 2020",
                "article": report.pk,
                "role": "recommended",
                "role_reason": "The only one.",
            },
        ),
    }

    response = staff.post(ADD, _form(_approve="1", **inlines))

    assert response.status_code == 302, _errors(response)
    event = Event.objects.get()
    citation, figure = event.citations.get(), event.figures.get()
    assert event.participations.get().actor == factories.gna()
    assert report.text[citation.quote_start : citation.quote_end] == SENTENCE
    assert (figure.low, figure.best, figure.qualifier) == (20, None, "more_than")
    assert figure.slug == f"deaths-2020-02-03-{report.source.slug}"


@pytest.mark.parametrize(
    ("typed", "earliest", "latest", "precision"),
    [
        ("mid-January 2020", (11), (20), "part"),
        ("12-13 Jan 2020", (12), (13), "range"),
        ("12 January 2020", (12), (12), "day"),
    ],
)
def test_a_date_is_typed_as_people_write_it(staff, typed, earliest, latest, precision):
    response = staff.post(ADD, _form(when=typed), follow=True)

    event = Event.objects.get()
    assert event.earliest == date(2020, 1, earliest)
    assert event.latest == date(2020, 1, latest)
    assert (event.date_precision, event.date_words) == (precision, typed)
    assert any(
        "When: understood as" in str(m) for m in get_messages(response.wsgi_request)
    )


def test_a_date_that_cannot_be_read_is_an_error_at_its_field(staff):
    response = staff.post(ADD, _form(when="some day soon"))

    (error,) = response.context["adminform"].form.errors["when"]
    assert error.startswith("Cannot read 'some day soon' as a date")
    assert not Event.objects.exists()


def test_a_date_left_as_it_is_keeps_the_words_of_the_report(staff):
    event = factories.event(date_words="on Monday", status="draft")

    page = staff.get(reverse("admin:talks_event_change", args=[event.pk]))
    shown = page.context["adminform"].form["when"].value()
    staff.post(
        reverse("admin:talks_event_change", args=[event.pk]),
        _form(event, when=shown, title="Renamed") | _existing_citation(event),
    )

    event.refresh_from_db()
    assert shown == "4 February 2020"
    assert (event.title, event.date_words) == ("Renamed", "on Monday")


def _existing_citation(event, **changes):
    citation = event.citations.get()
    fields = {
        "id": citation.pk,
        "event": event.pk,
        "article": citation.article_id,
        "stance": citation.stance,
        "quote": citation.quote,
    }
    return {f"citations-0-{name}": value for name, value in (fields | changes).items()}


def test_approving_without_citation_or_note_is_a_form_error(staff):
    response = staff.post(ADD, _form(_approve="1"))

    assert "An approved event needs a citation" in _errors(response)
    assert not Event.objects.exists()


def test_approving_with_a_note_alone_is_allowed(staff):
    response = staff.post(
        ADD, _form(_approve="1", editor_note="Known from the text itself.")
    )

    assert response.status_code == 302
    assert Event.objects.get().status == "approved"


def test_removing_the_last_citation_of_an_approved_event_is_a_form_error(staff):
    event = factories.event()

    response = staff.post(
        reverse("admin:talks_event_change", args=[event.pk]),
        _form(event, kind=event.kind) | _existing_citation(event, DELETE="on"),
    )

    assert "An approved event needs a citation" in _errors(response)
    assert event.citations.exists()


def test_citing_the_same_words_twice_is_a_form_error(staff):
    said = {"article": factories.article().pk, "stance": "reports", "quote": SENTENCE}

    response = staff.post(ADD, _form(**_rows("citations", said, said)))

    assert "cited twice" in _errors(response)


def test_words_that_are_not_in_the_report_are_an_error(staff):
    made_up = {
        "article": factories.article().pk,
        "stance": "reports",
        "quote": "Nobody wrote this.",
    }

    response = staff.post(ADD, _form(**_rows("citations", made_up)))

    assert "not in the report" in _errors(response)


def test_a_report_that_is_not_held_can_be_quoted_without_a_position(staff):
    unheld = {
        "article": factories.article(text="").pk,
        "stance": "reports",
        "quote": "As printed on paper.",
    }

    staff.post(ADD, _form(**_rows("citations", unheld)))

    assert Citation.objects.get().quote_start is None


def test_a_broken_rule_is_said_in_words(staff):
    response = staff.post(ADD, _form(lasted_until="2020-01-01"))

    assert "It cannot have ended before it began." in _errors(response)


@pytest.mark.parametrize(
    ("kind", "details"),
    [
        ("talks", {"round"}),
        ("truce", {"truce", "commitment"}),
        ("agreement", {"round", "truce", "commitment"}),
        ("truce_violation", {"truceviolation"}),
        ("embargo_violation", {"embargoviolation"}),
        ("statement", set()),
    ],
)
def test_each_kind_shows_only_its_own_detail(staff, kind, details):
    event = factories.event(kind=kind)

    page = staff.get(reverse("admin:talks_event_change", args=[event.pk]))

    shown = {
        one.opts.model._meta.model_name for one in page.context["inline_admin_formsets"]
    }
    always = {"participation", "eventplace", "citation", "figure"}
    assert shown == always | details


def test_a_kind_whose_detail_exists_cannot_be_left(staff):
    event = factories.geneva_round().event
    prefixes = [*PREFIXES, "round"]
    held = Round.objects.get()

    response = staff.post(
        reverse("admin:talks_event_change", args=[event.pk]),
        _form(event, PREFIXES, kind="statement")
        | {"round-TOTAL_FORMS": 1, "round-INITIAL_FORMS": 1, "round-0-id": held.pk},
    )

    assert prefixes
    assert "delete that before changing the kind" in _errors(response)


def test_many_are_approved_at_once_and_those_without_evidence_named(staff):
    sound = factories.event(status="draft")
    bare = factories.event(status="draft", cited_by=[], title="Bare")

    response = staff.post(
        reverse("admin:talks_event_changelist"),
        {"action": "approve", "_selected_action": [sound.pk, bare.pk]},
        follow=True,
    )

    said = [str(message) for message in get_messages(response.wsgi_request)]
    assert "1 approved." in said
    assert any(words.startswith("“Bare” stays as it is.") for words in said)
    assert set(Event.objects.published()) == {sound}


@pytest.mark.django_db(transaction=True)
def test_what_only_the_database_notices_is_a_message_and_not_a_crash(
    staff, monkeypatch
):
    monkeypatch.setattr("talks.admin.citations.EvidenceForms.clean", lambda self: None)
    event = factories.event()

    response = staff.post(
        reverse("admin:talks_event_change", args=[event.pk]),
        _form(event, kind=event.kind) | _existing_citation(event, DELETE="on"),
        follow=True,
    )

    said = [str(message) for message in get_messages(response.wsgi_request)]
    assert said == [
        "Nothing was saved. This must hold: approved event has a citation or a note."
    ]
    assert event.citations.exists()


def test_figures_of_one_report_and_day_get_names_of_their_own(staff):
    report = factories.article()
    row = {
        "measure": "deaths",
        "population": "all",
        "scope": "incident",
        "assertion": "asserted",
        "as_stated": "20",
        "number": "20",
        "as_of": "3 February 2020",
        "article": report.pk,
        "role": "triangulation",
    }

    staff.post(ADD, _form(**_rows("figures", row)))
    staff.post(ADD, _form(slug="another", **_rows("figures", row)))

    assert Figure.objects.values("slug").distinct().count() == 2


def test_an_event_like_another_is_pointed_out(staff):
    known = factories.geneva_round().event

    response = staff.post(
        ADD,
        _form(**_rows("participations", {"actor": factories.gna().pk, "role": "host"})),
        follow=True,
    )

    said = [str(message) for message in get_messages(response.wsgi_request)]
    (warning,) = [words for words in said if "is it the same?" in words]
    assert f"/admin/talks/event/{known.pk}/change/" in warning
    assert "same kind, same day, shares Government of National Accord" in warning


def test_what_another_saved_meanwhile_is_not_overwritten(staff, editor):
    event = factories.event(cited_by=[], status="draft", title="First")
    address = reverse("admin:talks_event_change", args=[event.pk])
    seen = staff.get(address).context["seen"]
    staff.post(address, _form(event, title="Theirs", _seen=seen))

    response = staff.post(address, _form(event, title="Mine", _seen=seen))

    event.refresh_from_db()
    assert event.title == "Theirs"
    assert "editor changed this after you opened it" in _errors(response)
    assert response.context["adminform"].form["title"].value() == "Mine"


def test_what_nobody_touched_is_saved(staff):
    event = factories.event(cited_by=[], status="draft")
    address = reverse("admin:talks_event_change", args=[event.pk])
    seen = staff.get(address).context["seen"]

    response = staff.post(address, _form(event, title="Mine", _seen=seen))

    event.refresh_from_db()
    assert (response.status_code, event.title) == (302, "Mine")
