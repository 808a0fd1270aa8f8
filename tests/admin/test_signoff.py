"""The sign-off pages: what waits, and approving, returning, refusing and undoing it."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission
from django.contrib.messages import get_messages
from django.urls import reverse

from talks.models import Event, ProposedChange
from talks.review import signoff
from tests import factories
from tests.factories import NOW
from tests.review.people import changed, done_by, person, propose

pytestmark = pytest.mark.django_db

LIST = "/admin/sign-off/"


@pytest.fixture
def amal():
    """Who writes."""
    return person("amal")


@pytest.fixture
def basma(client, reviewer):
    """A browser of who approves."""
    client.force_login(reviewer)
    return client


@pytest.fixture
def draft(amal):
    """An event that Amal wrote and sent."""
    made = []
    done_by(amal, lambda: made.append(factories.event(status="draft", title="New")))
    signoff.send(made[0], by=amal, now=NOW)
    return made[0]


@pytest.fixture
def event():
    return factories.event(title="As approved")


@pytest.fixture
def change(amal, event):
    return propose(amal, changed(event, title="Otherwise"))


def _decide(browser, what, verb, **given):
    kind = "change" if isinstance(what, ProposedChange) else "event"
    address = reverse(f"admin:sign-off-{kind}-decide", args=[what.pk])
    return browser.post(address, {"verb": verb} | given, follow=True)


def _said(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


def _again(row):
    return type(row).objects.get(pk=row.pk)


def test_the_list_has_events_and_changes_the_longest_waiting_first(
    basma, draft, change
):
    page = basma.get(LIST)

    assert [
        (each.title, each.by, bool(each.change)) for each in page.context["waiting"]
    ] == [
        ("New", "amal", False),
        ("As approved", "amal", True),
    ]


def test_the_list_leaves_out_ones_own_work_if_asked(client, amal, draft, change):
    amal.is_superuser = True
    amal.save()
    client.force_login(amal)

    assert len(client.get(LIST).context["waiting"]) == 2
    assert client.get(LIST, {"whose": "others"}).context["waiting"] == []


def test_an_event_is_approved_and_the_next_one_shown(basma, draft, change):
    response = _decide(basma, draft, "approve")

    assert _again(draft).status == "approved"
    assert _said(response) == ["Approved: “New”."]
    assert response.request["PATH_INFO"] == f"/admin/sign-off/changes/{change.pk}/"


def test_a_change_is_approved_and_true(basma, event, change):
    response = _decide(basma, change, "approve")

    assert _again(event).title == "Otherwise"
    assert response.request["PATH_INFO"] == LIST


def test_the_page_of_a_change_shows_what_it_does(basma, event, change):
    page = basma.get(reverse("admin:sign-off-change", args=[change.pk]))

    (row,) = page.context["diff"]
    assert [(each.field, each.before, each.after) for each in row.fields] == [
        ("title", "As approved", "Otherwise")
    ]
    assert "data-approve" in page.content.decode()
    assert f"/admin/talks/event/{event.pk}/change/?change={change.pk}" in (
        page.content.decode()
    )


def test_the_page_of_an_event_shows_all_there_is_to_approve(basma, draft):
    page = basma.get(reverse("admin:sign-off-event", args=[draft.pk]))

    assert {row.noun for row in page.context["diff"]} == {"event", "citation"}
    assert page.context["author"].username == "amal"


def test_who_wrote_it_gets_no_button_and_is_refused(client, amal, event, change):
    amal.is_superuser = True
    amal.save()
    client.force_login(amal)

    page = client.get(reverse("admin:sign-off-change", args=[change.pk]))
    response = _decide(client, change, "approve")

    assert "data-approve" not in page.content.decode()
    assert "somebody else has to approve it" in page.content.decode()
    assert "somebody else has to approve it" in _said(response)[0]
    assert _again(event).title == "As approved"


@pytest.mark.parametrize("verb", ["approve", "return", "refuse"])
def test_without_the_right_nothing_is_decided(
    client, django_user_model, event, change, verb
):
    writer = django_user_model.objects.create_user("writer", is_staff=True)
    rights = ["view_event", "change_event"]
    writer.user_permissions.set(Permission.objects.filter(codename__in=rights))
    client.force_login(writer)

    response = _decide(client, change, verb, reason="No.")

    assert response.status_code == 403
    assert _again(change).state == "in_review"


def test_what_is_no_verb_is_a_bad_request(basma, change):
    assert _decide(basma, change, "bless").status_code == 400


def test_returning_asks_for_a_reason_and_tells_the_author(
    basma, client, amal, event, change
):
    assert "Say why" in _said(_decide(basma, change, "return"))[0]
    _decide(basma, change, "return", reason="Which Monday?")
    assert _again(change).state == "draft"

    amal.is_superuser = True
    amal.save()
    client.force_login(amal)
    page = client.get(LIST)
    assert [(each, each.why) for each in page.context["drafts"]] == [
        (change, "Which Monday?")
    ]
    _decide(client, change, "send")
    assert _again(change).state == "in_review"


def test_an_event_goes_back_with_a_reason_too(basma, draft):
    _decide(basma, draft, "return", reason="Which Monday?")

    page = basma.get(reverse("admin:sign-off-event", args=[draft.pk]))
    assert _again(draft).status == "draft"
    assert "Which Monday?" in page.content.decode()


def test_a_change_is_refused_for_good(basma, event, change):
    _decide(basma, change, "refuse", reason="The report says so.")

    assert _again(change).state == "refused"
    assert _again(event).title == "As approved"


def test_its_author_withdraws_it(client, amal, change):
    amal.is_superuser = True
    amal.save()
    client.force_login(amal)

    _decide(client, change, "withdraw")

    assert _again(change).state == "withdrawn"


def test_what_was_decided_is_undone(basma, event, change):
    _decide(basma, change, "approve")
    ((step, can_undo), *_) = basma.get(LIST).context["steps"]
    assert can_undo

    response = basma.post(reverse("admin:sign-off-undo", args=[step.pk]), follow=True)

    assert _said(response) == ["Undone: “Change of As approved” waits again."]
    assert _again(event).title == "As approved"
    assert not any(can for _, can in basma.get(LIST).context["steps"])


def test_a_conflict_is_shown_and_cannot_be_approved(basma, event, change):
    changed(event, title="By another")()

    page = basma.get(reverse("admin:sign-off-change", args=[change.pk]))
    response = _decide(basma, change, "approve")

    assert page.context["conflicts"] == ["Event: title"]
    assert "data-approve" not in page.content.decode()
    assert "has another title by now" in _said(response)[0]
    assert _again(event).title == "By another"


def test_whoever_decides_second_is_told_who_was_first(basma, event, change):
    _decide(basma, change, "approve")

    said = _said(_decide(basma, change, "refuse", reason="No."))

    assert said == ["It is approved by now: approved by reviewer."]


def test_a_change_of_a_part_is_gone_on_with_on_the_page_that_has_it(basma, amal):
    held = factories.geneva_round()
    change = propose(amal, changed(held.delegations.first(), size=9))

    page = basma.get(reverse("admin:sign-off-change", args=[change.pk]))

    assert page.context["edit"] == (
        f"/admin/talks/round/{held.pk}/change/?change={change.pk}"
    )


def test_several_events_are_sent_approved_and_returned_at_once(basma, reviewer, amal):
    drafts = [factories.event(status="draft") for _ in range(2)]
    changelist = reverse("admin:talks_event_changelist")

    def take(action, events, **given):
        picked = [each.pk for each in events]
        sent = {"action": action, "_selected_action": picked} | given
        return _said(basma.post(changelist, sent, follow=True))

    assert take("send_for_review", drafts) == ["2 sent for review."]
    refused = take("approve", drafts)
    assert all("somebody else has to approve it" in said for said in refused)
    assert take("return_to_draft", drafts) == [
        "Say why, in the field beside the action."
    ]
    assert take("return_to_draft", drafts, reason="No.") == ["2 returned."]
    assert {each.status for each in Event.objects.all()} == {"draft"}


def test_taking_down_what_is_shown_waits_for_another(basma, event):
    basma.post(
        reverse("admin:talks_event_changelist"),
        {
            "action": "return_to_draft",
            "_selected_action": [event.pk],
            "reason": "It never happened.",
        },
    )

    change = ProposedChange.objects.get()
    assert (_again(event).status, change.note) == ("approved", "It never happened.")
    assert change.rows[0]["after"] == {"status": "draft"}


def test_an_approved_event_is_not_deleted_by_one_alone(client, editor, event):
    client.force_login(editor)
    address = reverse("admin:talks_event_delete", args=[event.pk])

    assert client.post(address, {"post": "yes"}).status_code == 403
    assert Event.objects.exists()


def test_the_list_of_events_tells_which_were_changed_since(basma, event, change):
    other = factories.event()
    changelist = reverse("admin:talks_event_changelist")

    page = basma.get(changelist, {"changed": "yes"})

    assert list(page.context["cl"].result_list) == [event]
    assert "Approved, changed since" in page.content.decode()
    assert other in basma.get(changelist).context["cl"].result_list


def test_the_history_of_an_event_tells_the_steps_and_whose_it_was(basma, event, change):
    _decide(basma, change, "approve")

    page = basma.get(reverse("admin:talks_event_history", args=[event.pk]))

    words = page.content.decode()
    assert [step.verb for step in page.context["steps"]] == ["approved", "sent"]
    assert "reviewer, as amal proposed" in words
