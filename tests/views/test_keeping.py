"""Visitors without a name are answered from memory, and never with what has changed."""

from __future__ import annotations

import gzip
from datetime import datetime, timedelta

import pytest
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.middleware.csrf import get_token
from django.test import RequestFactory

from talks.models import Event
from talks.views import keeping
from talks.views.keeping import keep_pages
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _kept(settings):
    settings.KEEP_PAGES = True
    caches["pages"].clear()


@pytest.fixture(autouse=True)
def version(request, monkeypatch) -> list[datetime]:
    """The version that pages go by where nothing is ever committed; the last one holds."""
    held = [factories.NOW]
    if "transactional_db" not in request.fixturenames:
        monkeypatch.setattr(keeping, "_version", lambda: held[-1])
    return held


def change(version: list[datetime]) -> None:
    version.append(version[-1] + timedelta(seconds=1))


@pytest.fixture
def event() -> Event:
    return factories.event(slug="a-round", title="A round of talks")


def test_the_same_page_again_asks_the_database_nothing(
    client, event, django_assert_num_queries
):
    first = client.get("/timeline/")

    with django_assert_num_queries(0):
        second = client.get("/timeline/")

    assert second.content == first.content
    assert second["Content-Security-Policy"] == first["Content-Security-Policy"]


def test_what_was_published_since_is_on_the_page(client, event, version):
    client.get("/timeline/")
    factories.event(title="A second round")
    change(version)

    assert "A second round" in client.get("/timeline/").text


def test_what_anybody_commits_is_seen_at_once(transactional_db, client):
    event = factories.event(title="A round of talks")
    before = client.get("/timeline/").text

    Event.objects.filter(pk=event.pk).update(title="Renamed by hand")

    assert "Renamed by hand" not in before
    assert "Renamed by hand" in client.get("/timeline/").text


def test_who_commits_nothing_yet_is_answered_anew(client, monkeypatch):
    monkeypatch.undo()

    assert "ETag" not in client.get("/timeline/")


def test_each_address_and_language_has_its_own(client, event):
    pages = [
        client.get(address).text
        for address in ("/timeline/", "/ar/timeline/", "/timeline/?kind=truce")
    ]

    assert len(set(pages)) == 3


def test_who_has_the_page_gets_nothing_again(client, event):
    tag = client.get("/timeline/")["ETag"]

    again = client.get("/timeline/", headers={"If-None-Match": tag})

    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == tag
    assert "Cookie" in again["Vary"]


def test_an_old_tag_gets_the_new_page(client, event, version):
    tag = client.get("/timeline/")["ETag"]
    factories.event()
    change(version)

    assert client.get("/timeline/", headers={"If-None-Match": tag}).status_code == 200


def test_a_compressed_page_says_the_same(client, event):
    plain = client.get("/timeline/")
    packed = client.get("/timeline/", headers={"Accept-Encoding": "gzip, br"})

    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert len(packed.content) == int(packed["Content-Length"])


def test_staff_are_answered_anew(client, event, editor):
    client.get("/timeline/")
    client.force_login(editor)

    response = client.get("/timeline/")

    assert "ETag" not in response


def test_the_staff_door_is_never_kept(client):
    assert "ETag" not in client.get("/admin/login/")


def test_reports_are_shown_as_they_come_in(client):
    client.get("/articles/")

    factories.article(title="A late report")

    assert "A late report" in client.get("/articles/").text


def test_a_page_that_is_not_there_is_not_kept(client):
    assert "ETag" not in client.get("/events/nowhere/")


def _with_a_token(request: HttpRequest) -> HttpResponse:
    response = HttpResponse(get_token(request))
    response.set_cookie("csrftoken", "secret")
    return response


def _with_its_own_rule(request: HttpRequest) -> HttpResponse:
    return HttpResponse(headers={"Cache-Control": "private"})


def _by_cookie(request: HttpRequest) -> HttpResponse:
    return HttpResponse(headers={"Vary": "Cookie"})


def _in_pieces(request: HttpRequest) -> StreamingHttpResponse:
    return StreamingHttpResponse([b"a", b"b"])


@pytest.mark.parametrize(
    "view", [_with_a_token, _with_its_own_rule, _by_cookie, _in_pieces]
)
def test_an_answer_for_one_visitor_is_left_alone(event, view):
    response = keep_pages(view)(RequestFactory().get("/timeline/"))

    assert "ETag" not in response
