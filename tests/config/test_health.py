from __future__ import annotations

import pytest
from django.db import OperationalError, connection
from redis import ConnectionError as RedisConnectionError

from config import health


def test_we_are_alive_whatever_else_is_not(client):
    response = client.get("/healthz")

    assert (response.status_code, response.content) == (200, b"alive\n")


def test_we_are_ready_when_database_and_redis_answer(client, db):
    response = client.get("/readyz")

    assert response.status_code == 200
    assert response.json() == {"database": True, "redis": True}


def test_we_are_not_ready_without_a_database(client, monkeypatch):
    def refuse():
        raise OperationalError

    monkeypatch.setattr(connection, "cursor", refuse)

    response = client.get("/readyz")

    assert response.status_code == 503
    assert response.json()["database"] is False


@pytest.mark.parametrize("problem", [RedisConnectionError, ConnectionRefusedError])
def test_we_are_not_ready_without_redis(client, db, monkeypatch, problem):
    def refuse(key):
        raise problem

    monkeypatch.setattr(health.cache, "get", refuse)

    response = client.get("/readyz")

    assert response.status_code == 503
    assert response.json() == {"database": True, "redis": False}


def test_a_health_check_needs_no_tls(client, settings):
    settings.SECURE_SSL_REDIRECT = True

    assert client.get("/healthz").status_code == 200
    assert client.get("/admin/").status_code == 301


def test_the_answer_is_never_kept(client):
    assert "no-store" in client.get("/healthz").headers["Cache-Control"]
