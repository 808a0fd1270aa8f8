from __future__ import annotations

import pytest

from config import middleware

LOGIN = "/admin/login/"


@pytest.fixture
def try_login(client, editor):
    def attempt(password: str, **headers: str) -> int:
        form = {"username": "editor", "password": password}
        return client.post(LOGIN, form, headers=headers).status_code

    return attempt


def test_every_answer_denies_the_visitors_device(client):
    policy = client.get("/healthz").headers["Permissions-Policy"]

    assert "geolocation=()" in policy
    assert "camera=()" in policy


def test_after_ten_failed_logins_the_door_stays_shut(try_login):
    answers = [try_login("wrong") for _ in range(middleware.FAILED_LOGINS)]

    assert answers == [200] * 10
    assert try_login("wrong") == 429
    assert try_login("editor") == 429


def test_a_login_that_works_is_never_counted(client, try_login):
    for _ in range(middleware.FAILED_LOGINS + 1):
        assert try_login("editor") == 302
        client.logout()


def test_looking_at_the_form_is_never_counted(client):
    answers = {
        client.get(LOGIN).status_code for _ in range(middleware.FAILED_LOGINS + 1)
    }

    assert answers == {200}


def test_behind_a_proxy_each_visitor_is_counted_apart(try_login, settings):
    settings.BEHIND_PROXY = True
    for _ in range(middleware.FAILED_LOGINS):
        try_login("wrong", x_forwarded_for="203.0.113.9, 198.51.100.1")

    assert try_login("wrong", x_forwarded_for="198.51.100.1") == 429
    assert try_login("wrong", x_forwarded_for="198.51.100.2") == 200


def test_without_a_proxy_nobody_can_pass_for_another(try_login):
    for number in range(middleware.FAILED_LOGINS):
        try_login("wrong", x_forwarded_for=f"198.51.100.{number}")

    assert try_login("wrong", x_forwarded_for="198.51.100.99") == 429
