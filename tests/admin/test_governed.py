"""Forms of what the public sees: what is done there waits for a second person."""

from __future__ import annotations

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from talks.models import Delegation, Event, Figure, ProposedChange, SignOff
from tests import factories
from tests.admin.forms import added, errors_of, fields_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def amal(client, reviewer):
    """A browser of somebody who may approve, but not alone."""
    client.force_login(reviewer)
    return client


@pytest.fixture
def event():
    return factories.event(
        kind="talks", title="As approved", who=[(factories.gna(), "host")]
    )


def _page(row, query="") -> str:
    noun = row._meta.model_name
    return reverse(f"admin:talks_{noun}_change", args=[row.pk]) + query


def _save(browser, row, query="", **given):
    """Open the row's page and send its form with some fields given."""
    shown = browser.get(_page(row, query))
    return browser.post(_page(row, query), fields_of(shown) | given, follow=True)


def _said(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


def _title(event):
    return Event.objects.get(pk=event.pk).title


def test_a_saved_form_becomes_a_change_that_waits(amal, event, reviewer):
    response = _save(amal, event, title="Otherwise", _review="1")

    change = ProposedChange.objects.get()
    assert response.request["PATH_INFO"] == f"/admin/sign-off/changes/{change.pk}/"
    (said,) = _said(response)
    assert said.startswith("Change of As approved waits for somebody else")
    assert (_title(event), change.author) == ("As approved", reviewer)
    assert change.rows[0]["after"] == {"title": "Otherwise"}


def test_how_a_date_was_understood_is_told_all_the_same(amal, event):
    response = _save(amal, event, when="mid-January 2020")

    said = _said(response)
    assert any("understood as mid-January 2020" in words for words in said)
    assert not any("changed successfully" in words for words in said)


def test_the_reason_typed_beside_the_button_goes_along(amal, event):
    _save(amal, event, title="Otherwise", _note=" The report says so. ")

    assert ProposedChange.objects.get().note == "The report says so."


def test_all_inlines_of_the_page_wait_together(client, editor, event):
    client.force_login(editor)
    shown = client.get(_page(event))
    sent = fields_of(shown)
    sent |= {"participations-0-role": "mediator", "participations-0-DELETE": "on"}
    sent |= added(shown, "event_places", place=factories.geneva().pk, position=0)

    client.post(_page(event), sent)

    change = ProposedChange.objects.get()
    assert {(row["noun"], row["after"] is None) for row in change.rows} == {
        ("participation", True),
        ("eventplace", False),
    }
    assert event.participations.count() == 1
    assert not event.event_places.exists()


def test_a_form_that_is_wrong_is_shown_again_and_nothing_waits(amal, event):
    response = _save(amal, event, title="")

    assert "required" in errors_of(response)
    assert not ProposedChange.objects.exists()


def test_what_was_saved_unchanged_is_no_change(amal, event):
    _save(amal, event)

    assert not ProposedChange.objects.exists()


def test_a_draft_event_is_saved_at_once(amal):
    draft = factories.event(status="draft")

    _save(amal, draft, title="Better")

    assert _title(draft) == "Better"
    assert not ProposedChange.objects.exists()


def test_a_house_of_one_saves_at_once_and_the_record_says_so(staff, event, editor):
    _save(staff, event, title="Otherwise", _save="1")

    step = SignOff.objects.get()
    assert _title(event) == "Otherwise"
    assert (step.verb, step.by, step.is_alone) == ("approved", editor, True)


def test_a_house_of_one_may_ask_for_review_all_the_same(staff, event):
    _save(staff, event, title="Otherwise", _review="1")

    assert _title(event) == "As approved"
    assert ProposedChange.objects.waiting().exists()


def test_who_may_not_approve_never_decides_alone(
    client, django_user_model, settings, event, reviewer
):
    settings.SIGN_OFF_ALONE = True
    writer = django_user_model.objects.create_user("writer", is_staff=True)
    rights = reviewer.user_permissions.exclude(codename="approve_event")
    writer.user_permissions.set(rights)
    client.force_login(writer)

    _save(client, event, title="Otherwise")

    assert _title(event) == "As approved"
    assert ProposedChange.objects.get().author == writer


def test_a_draft_change_is_gone_on_with_where_it_was_left(amal, event):
    _save(amal, event, title="Otherwise", _draft="1")
    change = ProposedChange.objects.get()
    assert change.state == "draft"

    shown = amal.get(_page(event, f"?change={change.pk}"))
    assert shown.context["adminform"].form["title"].value() == "Otherwise"
    _save(amal, event, f"?change={change.pk}", summary="In short.", _review="1")

    change.refresh_from_db()
    assert change.state == "in_review"
    assert change.rows[0]["after"] == {"title": "Otherwise", "summary": "In short."}
    assert _title(event) == "As approved"


def test_rows_added_by_a_change_are_edited_in_it(amal, event):
    shown = amal.get(_page(event))
    role = added(shown, "participations", actor=factories.lna().pk, role="target")
    amal.post(_page(event), fields_of(shown) | role | {"_draft": "1"})
    change = ProposedChange.objects.get()

    _save(amal, event, f"?change={change.pk}", **{"participations-1-role": "accused"})

    change.refresh_from_db()
    (row,) = change.rows
    assert (row["before"], row["after"]["role"]) == (None, "accused")
    assert event.participations.count() == 1


def test_what_was_approved_meanwhile_is_not_overwritten_by_going_on(amal, event):
    _save(amal, event, title="Otherwise", _draft="1")
    change = ProposedChange.objects.get()
    shown = fields_of(amal.get(_page(event, f"?change={change.pk}")))
    event.title = "By another"
    event.save()

    response = amal.post(_page(event, f"?change={change.pk}"), shown)

    assert "changed this after you opened it" in errors_of(response)
    change.refresh_from_db()
    assert change.rows[0]["after"] == {"title": "Otherwise"}


def test_a_change_that_was_decided_is_not_gone_on_with(amal, event):
    _save(amal, event, title="Otherwise")
    change = ProposedChange.objects.get()
    ProposedChange.objects.update(state="refused")

    shown = amal.get(_page(event, f"?change={change.pk}"))

    assert shown.context["continued"] is None
    assert shown.context["adminform"].form["title"].value() == "As approved"


def test_the_form_says_that_a_change_waits(amal, event):
    assert "What you save waits" in amal.get(_page(event)).content.decode()

    _save(amal, event, title="Otherwise")

    page = amal.get(_page(event)).content.decode()
    assert "Changed since it was approved" in page
    assert f"/admin/sign-off/changes/{ProposedChange.objects.get().pk}/" in page


def test_the_details_have_pages_of_their_own_and_wait_there(amal):
    held = factories.geneva_round()

    _save(amal, held, **{"delegations-0-size": 9})

    assert not Delegation.objects.filter(size=9).exists()
    assert ProposedChange.objects.get().event == held.event


def test_removing_a_detail_waits(client, editor):
    client.force_login(editor)
    held = factories.geneva_round()
    address = reverse("admin:talks_round_delete", args=[held.pk])

    client.post(address, {"post": "yes"})

    assert Delegation.objects.filter(round=held).count() == 2
    nouns = {row["noun"] for row in ProposedChange.objects.get().rows}
    assert nouns == {"round", "delegation"}


def test_what_is_done_to_many_at_once_waits(client, editor):
    client.force_login(editor)
    figures = [factories.figure(event=factories.event()) for _ in range(2)]

    response = client.post(
        reverse("admin:talks_figure_changelist"),
        {
            "action": "delete_selected",
            "_selected_action": [each.pk for each in figures],
            "post": "yes",
        },
        follow=True,
    )

    assert Figure.objects.count() == 2
    assert ProposedChange.objects.count() == 2
    assert response.request["PATH_INFO"] == "/admin/sign-off/"


def test_going_back_to_a_version_waits(amal, event):
    first = event.history.first().pgh_id
    event.title = "Renamed"
    event.save()

    amal.post(reverse("admin:talks_event_back", args=[event.pk, first]))

    assert _title(event) == "Renamed"
    assert ProposedChange.objects.get().rows[0]["after"] == {"title": "As approved"}
