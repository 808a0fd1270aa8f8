"""The admin's first page, and the language staff work in."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from tests import factories
from tests.review.findings import suggested_event

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(client, editor):
    client.force_login(editor)
    return client


def _speak(client, language, **more):
    return client.post(reverse("admin:language"), {"language": language, **more})


def test_the_first_page_says_what_needs_doing(staff):
    suggested_event()
    factories.event(status="in_review", cited_by=[])
    factories.feed(failures=1)

    page = staff.get(reverse("admin:index"))

    assert [(chore.how_many, chore.what) for chore in page.context["chores"]] == [
        (1, "suggestion to decide, in 1 report"),
        (1, "event to approve"),
        (1, "feed failing"),
    ]


def test_each_chore_leads_to_just_those_rows(staff):
    factories.event(status="in_review", cited_by=[])
    factories.event()
    factories.feed(failures=1)
    factories.figure(low=1, best=1, high=1)
    factories.figure(low=9, best=9, high=9)
    factories.commitment(factories.event(), due_on="2020-01-01")

    chores = staff.get(reverse("admin:index")).context["chores"]

    listed = {
        chore.what: len(staff.get(chore.address).context["cl"].result_list)
        for chore in chores
    }
    assert listed == {chore.what: chore.how_many for chore in chores}


def test_nobody_is_told_of_what_they_may_not_see(client, django_user_model):
    suggested_event()
    factories.feed(failures=1)
    someone = django_user_model.objects.create_user("someone", is_staff=True)
    someone.user_permissions.add(Permission.objects.get(codename="view_feed"))
    client.force_login(someone)

    page = client.get(reverse("admin:index"))

    assert [chore.what for chore in page.context["chores"]] == ["feed failing"]


def test_the_admin_in_arabic_runs_from_right_to_left(staff):
    _speak(staff, "ar")

    page = staff.get(reverse("admin:index")).content.decode()

    assert '<html lang="ar" dir="rtl">' in page
    assert (
        "الرئيسية"
        in staff.get(reverse("admin:talks_event_changelist")).content.decode()
    )


def test_the_language_of_the_admin_is_english_until_chosen(staff):
    page = staff.get(reverse("admin:index"), headers={"accept-language": "ar"})

    assert '<html lang="en" dir="ltr">' in page.content.decode()


def test_signing_in_is_in_the_chosen_language_too(client):
    _speak(client, "ar")

    assert 'dir="rtl"' in client.get(reverse("admin:login")).content.decode()


@pytest.mark.parametrize(
    ("wanted", "led_to"),
    [
        ("/admin/review/", "/admin/review/"),
        ("https://elsewhere.example/", "/admin/"),
        ("//elsewhere.example/", "/admin/"),
        ("", "/admin/"),
    ],
)
def test_choosing_a_language_leads_back_but_never_elsewhere(client, wanted, led_to):
    assert _speak(client, "fr", next=wanted).url == led_to


def test_an_unknown_language_is_not_remembered(client):
    assert not _speak(client, "xx").cookies
