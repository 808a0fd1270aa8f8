"""Seeing an event as the public will, before the public can."""

from __future__ import annotations

import pytest
from django.urls import reverse

from talks.models import Event, ProposedChange
from tests import factories
from tests.admin.forms import fields_of
from tests.factories import NOW
from tests.review.people import changed, person, propose

pytestmark = pytest.mark.django_db


def _status(event):
    return Event.objects.get(pk=event.pk).status


def test_a_draft_is_shown_as_its_page_will_be(staff):
    draft = factories.event(status="draft", title="Not yet seen")
    factories.figure(event=draft, status="draft", as_stated="about a dozen")

    page = staff.get(reverse("admin:sign-off-event-preview", args=[draft.pk]))

    words = page.content.decode()
    assert page.status_code == 200
    assert "<h1>Not yet seen</h1>" in words
    assert "about a dozen" in words
    assert "Preview" in words
    assert (_status(draft), draft.figures.get().status) == ("draft", "draft")


def test_a_change_is_shown_as_it_will_be(staff):
    event = factories.event(title="As approved")
    factories.figure(event=event, status="draft", as_stated="about a dozen")
    change = propose(person("amal"), changed(event, title="Otherwise"))

    page = staff.get(reverse("admin:sign-off-change-preview", args=[change.pk]))

    words = page.content.decode()
    assert "<h1>Otherwise</h1>" in words
    assert "about a dozen" not in words
    assert Event.objects.get(pk=event.pk).title == "As approved"


def test_it_speaks_the_language_asked_for(staff):
    draft = factories.event(status="draft", title_ar="محادثات")
    address = reverse("admin:sign-off-event-preview", args=[draft.pk])

    page = staff.get(address, {"language": "ar"}).content.decode()

    assert 'dir="rtl"' in page
    assert "<h1>محادثات</h1>" in page


def test_what_is_typed_is_seen_without_being_saved(staff):
    event = factories.event(title="As approved")
    address = reverse("admin:talks_event_change", args=[event.pk])
    sent = fields_of(staff.get(address)) | {"title": "As typed", "_preview": "1"}

    page = staff.post(address, sent)

    assert "<h1>As typed</h1>" in page.content.decode()
    assert Event.objects.get(pk=event.pk).title == "As approved"
    assert not ProposedChange.objects.exists()
    assert "As typed" not in staff.get(address).content.decode()


def test_a_wrong_form_is_shown_instead(staff):
    event = factories.event()
    address = reverse("admin:talks_event_change", args=[event.pk])
    sent = fields_of(staff.get(address)) | {"title": "", "_preview": "1"}

    assert staff.post(address, sent).context["errors"]


def test_the_public_sees_no_preview(client, reader):
    draft = factories.event(status="draft")
    client.force_login(reader)

    page = client.get(reverse("admin:sign-off-event-preview", args=[draft.pk]))

    assert page.status_code == 302
    assert client.get(draft.get_absolute_url()).status_code == 404


def test_a_change_of_no_event_has_no_page(staff):
    figure = factories.figure()
    change = propose(person("amal"), changed(figure, high=20), now=NOW)

    address = reverse("admin:sign-off-change-preview", args=[change.pk])

    assert staff.get(address).status_code == 404
