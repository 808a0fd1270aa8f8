"""Comments on the pages of records."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from talks.models import Comment
from tests import factories

pytestmark = pytest.mark.django_db


def _say(browser, noun, pk, text="Which Monday?", **given):
    address = reverse("admin:comment", args=[noun, pk])
    return browser.post(address, {"text": text} | given)


@pytest.mark.parametrize(
    "make", [factories.event, factories.figure, factories.article, factories.actor]
)
def test_a_comment_is_shown_on_the_page_of_its_record(staff, editor, make):
    row = make()
    noun = row._meta.model_name
    page = reverse(f"admin:talks_{noun}_change", args=[row.pk])

    answer = _say(staff, noun, row.pk, next=page)

    said = Comment.objects.get()
    assert (said.by, said.about, answer["Location"]) == (
        editor,
        row,
        f"{page}#comments",
    )
    assert "Which Monday?" in staff.get(page).content.decode()


def test_markup_is_shown_as_it_was_typed(staff):
    event = factories.event()
    _say(staff, "event", event.pk, "<b>bold</b>")

    page = staff.get(reverse("admin:talks_event_change", args=[event.pk]))

    assert "&lt;b&gt;bold&lt;/b&gt;" in page.content.decode()


@pytest.mark.parametrize("text", ["", "  ", "\0", "x" * 5001])
def test_nothing_and_too_much_are_not_kept(staff, text):
    _say(staff, "event", factories.event().pk, text)

    assert not Comment.objects.exists()


@pytest.mark.parametrize(
    ("rights", "status"),
    [
        ([], 403),
        (["view_event"], 403),
        (["add_comment"], 403),
        (["add_comment", "view_event"], 302),
    ],
)
def test_one_may_comment_on_what_one_may_see(client, django_user_model, rights, status):
    someone = django_user_model.objects.create_user("someone", is_staff=True)
    someone.user_permissions.set(Permission.objects.filter(codename__in=rights))
    client.force_login(someone)

    assert _say(client, "event", factories.event().pk).status_code == status


@pytest.mark.parametrize(("noun", "pk"), [("event", 0), ("nothing", 1)])
def test_there_is_no_comment_on_nothing(staff, noun, pk):
    assert _say(staff, noun, pk).status_code == 404


def test_one_does_not_leave_the_site(staff):
    answer = _say(
        staff, "event", factories.event().pk, next="https://elsewhere.example/"
    )

    assert answer["Location"] == "/admin/#comments"
