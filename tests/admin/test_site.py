"""The language staff work in."""

from __future__ import annotations

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db


def _speak(client, language, **more):
    return client.post(reverse("admin:language"), {"language": language, **more})


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


def test_a_nul_among_what_is_looked_for_is_refused(staff):
    wanted = {"app_label": "talks", "model_name": "participation"}

    answer = staff.get(
        reverse("admin:autocomplete"),
        {**wanted, "field_name": "actor", "term": "a\0b"},
    )

    assert answer.status_code == 400
