"""Staff sign in with two factors, in their language; guesses are counted."""

from __future__ import annotations

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db
SIGN_IN = "/admin/account/in/"
GUESSES = 10


@pytest.fixture
def try_login(client, editor):
    def attempt(password: str, **headers: str):
        form = {"login": "editor", "password": password}
        return client.post(f"{SIGN_IN}?next=/admin/review/", form, headers=headers)

    return attempt


def code_of(secret: str) -> str:
    return format_hotp_value(
        hotp_value(secret, next(iter(yield_hotp_counters_from_time())))
    )


def test_whoever_asks_for_a_page_of_staff_is_led_to_it_through_the_door(
    client, try_login
):
    answer = client.get("/admin/review/", follow=True)

    assert answer.redirect_chain[-1][0] == f"{SIGN_IN}?next=%2Fadmin%2Freview%2F"
    assert try_login("editor")["Location"] == "/admin/review/"
    assert client.get("/admin/review/").status_code == 200


def test_after_ten_failed_sign_ins_the_door_stays_shut(client, try_login):
    for _guess in range(GUESSES):
        assert "Too many failed" not in try_login("wrong").text

    assert "Too many failed" in try_login("wrong").text
    assert "Too many failed" in try_login("editor").text
    assert "_auth_user_id" not in client.session


def test_sign_ins_that_work_are_never_counted(client, try_login):
    for _time in range(GUESSES + 1):
        assert try_login("editor").status_code == 302
        client.logout()


def test_nobody_makes_an_account_for_themselves(client):
    assert client.get("/admin/account/signup/").status_code in (302, 404)
    assert "sign up" not in client.get(SIGN_IN).text.lower()


def test_signing_in_is_in_the_chosen_language(client):
    client.cookies["django_language"] = "ar"

    assert '<html lang="ar" dir="rtl">' in client.get(SIGN_IN).text


def test_a_session_ends_with_the_browser_or_the_day(client, try_login, settings):
    try_login("editor")

    assert client.session.get_expire_at_browser_close()
    assert settings.SESSION_COOKIE_AGE <= 24 * 3600


class TestTheSecondFactor:
    @pytest.fixture(autouse=True)
    def required(self, settings):
        settings.REQUIRE_TWO_FACTOR = True

    def test_who_has_none_is_led_to_get_one(self, client, try_login):
        try_login("editor")

        for page in ("/admin/", "/admin/review/", "/admin/talks/event/"):
            assert client.get(page)["Location"] == reverse("mfa_activate_totp")
        assert client.get("/timeline/").status_code == 200

    def test_getting_one_opens_the_door(self, client, try_login):
        try_login("editor")
        again = client.get(reverse("mfa_activate_totp"))["Location"]
        client.post(again, {"password": "editor"})
        page = client.get(reverse("mfa_activate_totp")).text
        secret = re.search(r'value="([A-Z2-7]{16,})"', page)[1]

        answer = client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)})

        assert answer["Location"] == reverse("mfa_view_recovery_codes")
        assert client.get("/admin/review/").status_code == 200

    def test_the_next_time_a_code_is_asked_for(self, client, try_login, editor):
        secret = "JBSWY3DPEHPK3PXP"
        TOTP.activate(editor, secret)

        first = try_login("editor")
        assert first["Location"].startswith(reverse("mfa_authenticate"))
        assert "_auth_user_id" not in client.session

        wrong = client.post(reverse("mfa_authenticate"), {"code": "000000"})
        assert wrong.status_code == 200
        client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
        assert client.get("/admin/review/").status_code == 200

    def test_a_session_of_before_is_not_enough(self, editor):
        client = Client()
        client.force_login(editor)

        assert client.get("/admin/")["Location"] == reverse("mfa_activate_totp")
        assert not Authenticator.objects.exists()
