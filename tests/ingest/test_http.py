"""The one guarded door: what is asked, where it may lead, how much may come."""

from __future__ import annotations

import gzip
import socket
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import brotli
import pytest
from werkzeug import Response

from talks.ingest.http import Answer, Door, Limits, Question
from talks.ingest.refusals import Outcome, Refusal
from tests.ingest.servers import SelfSigned

NOW = datetime(2020, 2, 4, 12, tzinfo=UTC)
QUICK = Limits(connecting=1, silence=0.5, in_all=1.5, size=10_000)


def refusal(door: Door, address: str, *, limits: Limits = QUICK) -> Refusal:
    with pytest.raises(Refusal) as refused:
        door.ask(Question(address, limits=limits), now=NOW)
    return refused.value


# ------------------------------------------------------------------ good answers


def test_an_answer_brings_body_type_and_charset(door: Door, httpserver):
    httpserver.expect_request("/a").respond_with_data(
        "<p>Talks</p>", content_type="text/html; charset=Windows-1256"
    )

    answer = door.ask(Question(httpserver.url_for("/a")), now=NOW)

    assert answer.body == b"<p>Talks</p>"
    assert (answer.media_type, answer.charset) == ("text/html", "windows-1256")


def test_it_says_who_it_is_and_keeps_nothing(door: Door, httpserver):
    seen = []

    def answer(request):
        seen.append(dict(request.headers))
        return Response("ok", headers={"Set-Cookie": "id=1; Path=/"})

    httpserver.expect_request("/a").respond_with_handler(answer)
    for _ in range(2):
        door.ask(Question(httpserver.url_for("/a")), now=NOW)

    assert all(h["User-Agent"] == door.user_agent for h in seen)
    assert not any("Cookie" in h or "Referer" in h for h in seen)


def test_proxies_of_the_environment_are_not_followed(door, httpserver, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    httpserver.expect_request("/a").respond_with_data("ok")

    assert door.ask(Question(httpserver.url_for("/a")), now=NOW).body == b"ok"


@pytest.mark.parametrize(
    ("encoding", "pack"), [("gzip", gzip.compress), ("br", brotli.compress)]
)
def test_packed_bodies_are_opened(door: Door, httpserver, encoding, pack):
    httpserver.expect_request("/a").respond_with_data(
        pack(b"words " * 500), headers={"Content-Encoding": encoding}
    )

    assert door.ask(Question(httpserver.url_for("/a")), now=NOW).body == b"words " * 500


def test_validators_travel_and_304_is_an_answer(door: Door, httpserver):
    httpserver.expect_request(
        "/a", headers={"If-None-Match": 'W/"x"'}
    ).respond_with_data(status=304)

    question = Question(httpserver.url_for("/a"), headers={"If-None-Match": 'W/"x"'})

    assert door.ask(question, now=NOW).status == 304


def test_a_question_with_a_body_is_a_post(door: Door, httpserver):
    httpserver.expect_request("/a", method="POST", data='{"x": 1}').respond_with_data(
        "ok"
    )

    answer = door.ask(Question(httpserver.url_for("/a"), body=b'{"x": 1}'), now=NOW)

    assert answer.body == b"ok"


# -------------------------------------------------------------------- redirects


def redirect(httpserver, path: str, to: str, status: int) -> None:
    httpserver.expect_request(path).respond_with_data(
        status=status, headers={"Location": to}
    )


@pytest.mark.parametrize(
    ("statuses", "moved_to"),
    [
        pytest.param([301], "/1", id="permanent"),
        pytest.param([308, 301], "/2", id="permanent twice"),
        pytest.param([302], "", id="temporary"),
        pytest.param([301, 302], "/1", id="permanent, then temporary"),
        pytest.param([307, 308], "", id="temporary, then permanent"),
    ],
)
def test_only_permanent_redirects_from_the_start_name_a_new_address(
    door: Door, httpserver, statuses, moved_to
):
    for number, status in enumerate(statuses):
        redirect(httpserver, f"/{number}", f"/{number + 1}", status)
    httpserver.expect_request(f"/{len(statuses)}").respond_with_data("ok")

    answer = door.ask(Question(httpserver.url_for("/0")), now=NOW)

    assert answer.body == b"ok"
    assert answer.moved_to == (httpserver.url_for(moved_to) if moved_to else "")


def test_a_circle_of_redirects_ends(door: Door, httpserver):
    redirect(httpserver, "/a", "/a", 302)

    assert refusal(door, httpserver.url_for("/a")).outcome == Outcome.BROKEN


@pytest.mark.parametrize(
    "target",
    [
        *("http://169.254.169.254/latest/meta-data/", "http://10.0.0.1/"),
        *("http://[::ffff:10.0.0.1]/", "http://[fe80::1]/", "http://0x0a000001/"),
        *(
            "file:///etc/passwd",
            "gopher://127.0.0.1:6379/_FLUSHALL",
            "ftp://a.example/",
        ),
    ],
)
def test_a_redirect_inside_is_refused(door: Door, httpserver, target: str):
    redirect(httpserver, "/a", target, 302)

    assert refusal(door, httpserver.url_for("/a")).outcome == Outcome.BLOCKED_ADDRESS


# ------------------------------------------------------------- where it may lead


@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1", "localhost", "[::1]", "0.0.0.0", "127.1", "0", "2130706433"),  # noqa: S104
        *("0x7f000001", "0x7f.1", "0177.0.0.1", "017700000001", "[::ffff:127.0.0.1]"),
        *("[::ffff:7f00:1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[::127.0.0.1]"),
        *("10.0.0.1", "172.16.0.1", "192.168.0.1", "169.254.169.254", "100.64.0.1"),
        *("[fe80::1]", "[fd00::1]", "224.0.0.1", "255.255.255.255", "127.0.0.1."),
        "１２７.０.０.１",
    ],
)
def test_no_form_of_a_private_address_is_reached(shut_door: Door, host: str):
    outcome = refusal(shut_door, f"http://{host}/").outcome

    assert outcome in {Outcome.BLOCKED_ADDRESS, Outcome.UNREACHABLE}


@pytest.mark.parametrize(
    "address",
    [
        *("", "paper", "http://", "http:///x", "https://[x/", "http://a b/"),
        *(
            "http://user:secret@paper.example/",
            "javascript:1",
            "http://paper.example:99999/",
        ),
        "http://paper.example/" + "x" * 5000,
    ],
)
def test_what_is_no_plain_address_is_refused(shut_door: Door, address: str):
    assert refusal(shut_door, address).outcome == Outcome.BLOCKED_ADDRESS


# ------------------------------------------------------- what is no good answer


@pytest.mark.parametrize(
    ("status", "headers", "outcome"),
    [
        pytest.param(404, {}, Outcome.NOT_FOUND, id="404"),
        pytest.param(410, {}, Outcome.GONE, id="410"),
        pytest.param(401, {}, Outcome.REFUSED, id="401"),
        pytest.param(403, {}, Outcome.REFUSED, id="403"),
        pytest.param(444, {}, Outcome.REFUSED, id="444"),
        pytest.param(451, {}, Outcome.REFUSED, id="451"),
        pytest.param(429, {}, Outcome.THROTTLED, id="429"),
        pytest.param(503, {"Retry-After": "60"}, Outcome.THROTTLED, id="503 for now"),
        pytest.param(503, {}, Outcome.SERVER_ERROR, id="503"),
        pytest.param(500, {}, Outcome.SERVER_ERROR, id="500"),
        pytest.param(204, {}, Outcome.EMPTY, id="204"),
    ],
)
def test_every_status_has_its_outcome(door: Door, httpserver, status, headers, outcome):
    httpserver.expect_request("/a").respond_with_data(
        "", status=status, headers=headers
    )

    refused = refusal(door, httpserver.url_for("/a"))

    assert (refused.outcome, refused.status_code) == (outcome, status)


@pytest.mark.parametrize(
    ("value", "wait"),
    [
        pytest.param("120", timedelta(seconds=120), id="seconds"),
        pytest.param("Tue, 04 Feb 2020 13:00:00 GMT", timedelta(hours=1), id="a date"),
        pytest.param("9999999", timedelta(days=1), id="a day at most"),
        pytest.param("Tue, 04 Feb 2025 13:00:00 GMT", timedelta(days=1), id="far date"),
        pytest.param("Mon, 03 Feb 2020 13:00:00 GMT", timedelta(0), id="past date"),
        pytest.param("soon", None, id="no number"),
        pytest.param("-5", None, id="below zero"),
    ],
)
def test_when_to_come_back_is_understood(door: Door, httpserver, value, wait):
    httpserver.expect_request("/a").respond_with_data(
        "", status=429, headers={"Retry-After": value}
    )

    again_at = refusal(door, httpserver.url_for("/a")).again_at

    assert again_at == (None if wait is None else NOW + wait)


def test_a_bot_wall_is_told_from_a_refusal(door: Door, httpserver):
    httpserver.expect_request("/a").respond_with_data(
        "<html><title>Just a moment...</title></html>", status=403
    )

    assert refusal(door, httpserver.url_for("/a")).outcome == Outcome.BOT_WALL


@pytest.mark.parametrize("kind", ["image/png", "video/mp4", "application/pdf"])
def test_what_is_no_text_is_not_even_read(door: Door, httpserver, kind: str):
    httpserver.expect_request("/a").respond_with_data(b"x" * 50, content_type=kind)

    assert refusal(door, httpserver.url_for("/a")).outcome == Outcome.WRONG_TYPE


# ------------------------------------------------------------- hostile servers


def test_a_body_that_says_it_is_too_large_is_not_read(door: Door, httpserver):
    httpserver.expect_request("/a").respond_with_data(b"x" * 10_001)

    assert refusal(door, httpserver.url_for("/a")).outcome == Outcome.TOO_LARGE


@pytest.mark.parametrize(
    ("encoding", "pack"), [("gzip", gzip.compress), ("br", brotli.compress)]
)
def test_a_bomb_is_too_large(door: Door, httpserver, encoding, pack):
    httpserver.expect_request("/a").respond_with_data(
        pack(bytes(20_000_000)), headers={"Content-Encoding": encoding}
    )

    limits = Limits(size=1_000_000)

    assert (
        refusal(door, httpserver.url_for("/a"), limits=limits).outcome
        == Outcome.TOO_LARGE
    )


def test_an_endless_body_is_too_large(door: Door, raw_server):
    def talk(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while True:
            connection.sendall(b"<p>on and on</p>" * 100)

    with raw_server(talk) as address:
        assert refusal(door, address).outcome == Outcome.TOO_LARGE


DRIPS = [
    pytest.param(b"HTTP/1.1 200 OK\r\n\r\n", b"x", id="slow body"),
    pytest.param(b"HTTP/1.1 200 OK\r\nX-A: ", b"x", id="slow header"),
    pytest.param(b"", b"H", id="slow first line"),
    pytest.param(
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
        b"1\r\nx\r\n",
        id="slow chunks",
    ),
]


@pytest.mark.parametrize(("beginning", "drop"), DRIPS)
def test_slow_bytes_do_not_prolong_the_time_in_all(
    door: Door, raw_server, beginning, drop
):
    def talk(connection: socket.socket) -> None:
        connection.sendall(beginning)
        while True:
            connection.sendall(drop)
            time.sleep(0.2)

    with raw_server(talk) as address:
        began = time.monotonic()
        outcome = refusal(door, address).outcome

    assert outcome in {Outcome.TIMEOUT, Outcome.UNREACHABLE}
    assert time.monotonic() - began < 4


def test_a_server_that_says_nothing_times_out(door: Door, raw_server):
    with raw_server(lambda connection: time.sleep(3)) as address:
        assert refusal(door, address).outcome == Outcome.TIMEOUT


@pytest.mark.parametrize(
    "spoken",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"SSH-2.0-OpenSSH_9.2\r\n", id="another protocol"),
        pytest.param(
            b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nshort", id="cut off"
        ),
        pytest.param(
            b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 40_000, id="endless headers"
        ),
        pytest.param(b"HTTP/1.1 999999 Odd\r\n\r\n", id="odd status"),
        pytest.param(b"HTTP/1.1 302 Found\r\n\r\n", id="redirect to nowhere"),
        pytest.param(
            b"HTTP/1.1 302 Found\r\nLocation: http://[\r\n\r\n", id="bad target"
        ),
        pytest.param(
            b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nnot gzip",
            id="not as packed",
        ),
        pytest.param(
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
            id="bad chunk",
        ),
        pytest.param(
            b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nabc", id="negative length"
        ),
    ],
)
def test_whatever_is_spoken_ends_in_a_refusal(door: Door, raw_server, spoken: bytes):
    with raw_server(lambda connection: connection.sendall(spoken)) as address:
        assert refusal(door, address).reason


def test_a_certificate_nobody_signed_is_its_own_outcome(door: Door, tmp_path: Path):
    with SelfSigned(tmp_path) as address:
        assert refusal(door, address, limits=Limits()).outcome == Outcome.TLS


def test_a_port_nobody_listens_on_is_unreachable(door: Door):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]

    assert refusal(door, f"http://127.0.0.1:{port}/").outcome == Outcome.UNREACHABLE


def test_the_charset_of_an_answer_without_one_is_empty():
    assert Answer("", 200, {"content-type": "text/html"}).charset == ""
