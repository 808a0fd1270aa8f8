from __future__ import annotations

from wsgiref.util import setup_testing_defaults

from config.wsgi import application


def test_the_web_server_finds_the_site_behind_its_door(db):
    request = {"PATH_INFO": "/healthz"}
    setup_testing_defaults(request)
    said = []

    body = application(request, lambda status, headers: said.append(status))

    assert said == ["200 OK"]
    assert b"".join(body) == b"alive\n"
