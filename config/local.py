"""`make run`: the whole site in one terminal, on a machine that has nothing.

1. take the checkout for ourselves and see that the port is free;
2. start PostgreSQL and Redis, unless the environment names servers;
3. bring the database up to date;
4. start the web server, the worker and the scheduler, and restart what dies;
5. on Ctrl-C or TERM, stop them in the opposite order.
"""

from __future__ import annotations

import fcntl
import http.client
import os
import secrets
import signal
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import IO

from django.core.exceptions import ImproperlyConfigured

from config import env, servers, supervisor
from config.supervisor import Process

HOST = "127.0.0.1"
# What the site is told where the caller says nothing: the real thing, without TLS.
DEFAULTS = {
    "DEBUG": "0",
    "HTTPS": "0",
    "ALLOWED_HOSTS": "localhost,127.0.0.1,[::1]",
    "COMPRESS_STATIC": "0",
    # glibc would keep a heap for each thread: 60 MB over all processes, for nothing.
    "MALLOC_ARENA_MAX": "2",
}
SECRETS = ("SECRET_KEY", "POSTGRES_PASSWORD", "REDIS_PASSWORD")
# Together under the ten seconds in which everything has to be gone.
SITE_GRACE, SERVERS_GRACE = 5.0, 3.0
LEFTOVERS_GO_WITHIN = 10.0


class RefusedError(Exception):
    """We cannot start here and now; the text says why and what to do."""


@dataclass(frozen=True)
class Run:
    """What holds for one run: its folder, its lock, and whether it is to stop."""

    var: Path
    lock: IO[str]
    stopping: Event

    def log(self, name: str) -> Path:
        """Return the log of a process; that of the run before is kept beside it."""
        path = self.var / "log" / f"{name}.log"
        path.parent.mkdir(exist_ok=True)
        if path.exists():
            path.replace(path.with_suffix(".before.log"))
        return path

    def start(self, process: Process, group: list[Process]) -> None:
        """Start a process of a group and wait until it is ready.

        Each holds our lock open, so the lock is free only when the last one is gone.
        """
        process.inherits = (self.lock.fileno(),)
        group.append(process)
        process.start()
        process.wait_until_ready(self.stopping)


def main() -> int:
    """Run until asked to stop; return the exit status."""
    if "MAKELEVEL" in os.environ:
        # make passes on a TERM, and the terminal sends the rest to all; but no kill -9.
        supervisor.die_with_parent(signal.SIGTERM)
    stopping = Event()
    for asked in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(asked, lambda *_: stopping.set())
    try:
        serve(stopping)
    except supervisor.Stopped:
        pass
    except (
        RefusedError,
        ImproperlyConfigured,
        servers.ServerMissingError,
        supervisor.ProcessFailedError,
    ) as problem:
        sys.stderr.write(f"{problem}\n")
        return 1
    return 0


def serve(stopping: Event) -> None:
    """Bring everything up, keep it up, and take it down again."""
    port = env.number("PORT", 8000, low=1, high=65535)
    with (
        sole_run(env.var_dir(), stopping) as run,
        stopped_after(SERVERS_GRACE) as below,
        stopped_after(SITE_GRACE) as above,
    ):
        refuse_if_taken(port)
        variables = settle_environment(run, below)
        say("Bringing the database up to date ...")
        prepare = [sys.executable, "-m", "config.prepare", "database", "static"]
        Process("prepare", prepare, run.log("prepare"), cwd=env.ROOT).run(stopping)
        for process in site(run, port):
            run.start(process, above)
        env.write_file(run.var / "running.env", variables)
        greet(run, port)
        supervisor.watch([*below, *above], stopping, say)
        say("Stopping ...")


@contextmanager
def sole_run(var: Path, stopping: Event) -> Iterator[Run]:
    """Hold the folder for one run alone; wait for what a killed run left behind."""
    var.mkdir(parents=True, exist_ok=True)
    with (var / "run.lock").open("a+") as lock:
        wait_for_lock(lock, stopping)
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        running = var / "running.env"
        running.unlink(missing_ok=True)
        try:
            yield Run(var, lock, stopping)
        finally:
            running.unlink(missing_ok=True)


def wait_for_lock(lock: IO[str], stopping: Event) -> None:
    """Take the lock; refuse if its holder lives, wait if only its children still do."""
    deadline = time.monotonic() + LEFTOVERS_GO_WITHIN
    while True:
        with suppress(BlockingIOError):
            return fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        lock.seek(0)
        holder = lock.read()
        if (holder and supervisor.is_alive(int(holder))) or time.monotonic() > deadline:
            raise RefusedError(
                f"The site is already running from this folder (process {holder}): "
                "stop that one first."
            )
        if stopping.wait(0.1):
            raise supervisor.Stopped


@contextmanager
def stopped_after(grace: float) -> Iterator[list[Process]]:
    """Hand out an empty group; whatever was put in is stopped at the end."""
    group: list[Process] = []
    try:
        yield group
    finally:
        supervisor.stop(group, grace=grace)


def refuse_if_taken(port: int) -> None:
    """Refuse a port on which somebody already listens, or that is not ours to use."""
    with socket.socket() as probe:
        # As servers do; only a listener is in the way, not a connection just closed.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as problem:
            raise RefusedError(
                f"Port {port} cannot be used ({problem.strerror}). "
                "Choose another one: make run PORT=8001"
            ) from None


def settle_environment(run: Run, below: list[Process]) -> dict[str, str]:
    """Start the servers nobody named; return all that the site is told, and tell it."""
    own = own_secrets(run.var / "secrets.env")
    variables = {**DEFAULTS, "SECRET_KEY": own["SECRET_KEY"]}
    if not env.text("DATABASE_URL"):
        say("Starting PostgreSQL ...")
        variables["DATABASE_URL"] = start_postgres(
            run, below, password=own["POSTGRES_PASSWORD"]
        )
    if not env.text("REDIS_URL"):
        say("Starting Redis ...")
        queue = servers.redis_server(
            run.var / "redis", password=own["REDIS_PASSWORD"], log=run.log("redis")
        )
        run.start(queue.process, below)
        variables["REDIS_URL"] = queue.url
    given = {name: env.text(name) for name in (*variables, "DATABASE_URL", "REDIS_URL")}
    variables |= {name: value for name, value in given.items() if value}
    os.environ.update(variables)
    return variables


def own_secrets(path: Path) -> dict[str, str]:
    """Return this checkout's secrets, made up at the first run."""
    kept = env.read_file(path)
    if not set(SECRETS) <= kept.keys():
        kept = {name: secrets.token_urlsafe(40) for name in SECRETS} | kept
        env.write_file(path, kept)
    return kept


def start_postgres(run: Run, below: list[Process], *, password: str) -> str:
    """Start PostgreSQL with our database in it; return its address."""
    database = servers.postgres(
        run.var / "postgres", password=password, log=run.log("postgres")
    )
    run.start(database.process, below)
    return database.url


def site(run: Run, port: int) -> list[Process]:
    """Describe what we start on top of the servers: web, worker, scheduler."""
    celery = [sys.executable, "-m", "celery", "--app"]
    schedule = run.var / "beat" / "schedule"
    schedule.parent.mkdir(exist_ok=True)
    return [
        Process(
            name="web",
            command=[
                *(sys.executable, "-m", "granian", "config.wsgi:application"),
                *("--interface", "wsgi", "--host", HOST, "--port", str(port)),
                # Each thread may hold a database connection: no more than a few.
                *("--workers", "2", "--blocking-threads", "4"),
                # Asked to stop while it starts, a worker may never hear it.
                *("--workers-kill-timeout", "3", "--respawn-failed-workers"),
            ],
            log=run.log("web"),
            cwd=env.ROOT,
            is_ready=lambda: is_served(port),
        ),
        Process(
            name="worker",
            command=[
                *(*celery, "config.celery", "worker"),
                *("--concurrency", "1", "--loglevel", "INFO"),
            ],
            log=run.log("worker"),
            cwd=env.ROOT,
            # The cold way: a task cut short is found and sent again by the sweep.
            stop_signal=signal.SIGQUIT,
        ),
        Process(
            name="scheduler",
            command=[
                *(*celery, "config.clock", "beat"),
                *("--schedule", schedule, "--pidfile="),
            ],
            log=run.log("scheduler"),
            cwd=env.ROOT,
        ),
    ]


def is_served(port: int) -> bool:
    """Return whether the site answers at the port, and answers that it is alive."""
    connection = http.client.HTTPConnection(HOST, port, timeout=2)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def greet(run: Run, port: int) -> None:
    """Say where the site is and what to do next."""
    say(
        f"\nLibya Talks Tracker is at http://{HOST}:{port}\n\n"
        "  staff account    .venv/bin/python manage.py createsuperuser\n"
        "  read a report    .venv/bin/python manage.py ingest FILE_OR_ADDRESS\n"
        f"  logs             {run.var / 'log'}\n"
        "  stop             Ctrl-C\n"
    )


def say(words: str) -> None:
    """Print at once; a terminal that is gone is no reason to fail."""
    with suppress(OSError):
        sys.stdout.write(f"{words}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
