"""A database to measure on: the one that DATABASE_URL names, or one of our own."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event

from config import env, servers, supervisor

# What the settings ask for. Nothing is queued and nobody visits while we measure.
NEEDED = {
    "SECRET_KEY": "only-for-bench",
    "DEBUG": "0",
    "ALLOWED_HOSTS": "localhost",
    "REDIS_URL": "redis://127.0.0.1:9/0",
}


@contextmanager
def environment() -> Iterator[dict[str, str]]:
    """Yield the variables with which Django starts on a database that may be used."""
    if "DATABASE_URL" in os.environ:
        yield NEEDED | os.environ
        return
    var = Path(env.ROOT, "var")
    var.mkdir(exist_ok=True)
    with TemporaryDirectory(prefix="bench-", dir=var) as folder:
        home = Path(folder)
        server = servers.postgres(
            home / "postgres",
            password=secrets.token_urlsafe(12),
            log=home / "postgres.log",
        )
        server.process.start()
        try:
            server.process.wait_until_ready(Event())
            yield NEEDED | os.environ | {"DATABASE_URL": server.url}
        finally:
            supervisor.stop([server.process])
