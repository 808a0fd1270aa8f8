"""A door that may reach the servers of this machine, and servers to reach."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module

import pytest
from django.utils.module_loading import import_string

# This file is read before Django is ready: what rests on models is imported by name.
DOOR = "talks.ingest.http.Door"
AGENT = "LibyaTalksTracker/test (contact)"


@pytest.fixture(scope="session")
def door():
    """The way out as tests have it: loopback allowed."""
    return import_string(DOOR)(user_agent=AGENT, allow_loopback=True)


@pytest.fixture(scope="session")
def shut_door():
    """The way out as production has it."""
    return import_string(DOOR)(user_agent=AGENT)


@pytest.fixture
def paper(httpserver, monkeypatch):
    """The server of a paper without rules for robots, which may be asked at once."""
    monkeypatch.setattr("talks.ingest.hosts.time.sleep", lambda seconds: None)
    httpserver.expect_request("/robots.txt").respond_with_data("", status=404)
    return httpserver


@pytest.fixture
def herald(db, paper):
    """A feed of that paper that is due."""
    factories = import_module("tests.factories")
    return factories.feed(
        source=factories.herald(),
        address=paper.url_for("/rss.xml"),
        next_poll_at=import_string("tests.ingest.polls.NOW"),
    )


@pytest.fixture
def raw_server():
    """Return a maker of servers that speak whatever bytes they like."""
    return serving


@contextmanager
def serving(talk: Callable[[socket.socket], None]) -> Iterator[str]:
    """Serve connections with `talk`, each in its thread; yield the server's address."""
    listener = socket.create_server(("127.0.0.1", 0))

    def accept() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            threading.Thread(
                target=_answer, args=(talk, connection), daemon=True
            ).start()

    threading.Thread(target=accept, daemon=True).start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}/"
    listener.close()


def _answer(talk: Callable[[socket.socket], None], connection: socket.socket) -> None:
    with connection:
        try:
            connection.recv(65_536)
            talk(connection)
        except OSError:
            return
