"""The one-command run with its real processes, in a folder whose name has a space."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import stat
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from config import env, local, servers

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc"),
    pytest.mark.xdist_group("local"),
]
NOBODY = 65534
AS_NOBODY = (
    (
        *("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"),
        # The folder of the tests is closed to others; that of Python may be.
        *("--inh-caps=+dac_override", "--ambient-caps=+dac_override"),
    )
    if os.geteuid() == 0
    else ()
)
# By what their command lines are told apart.
CHILDREN = {
    "postgres": "bin/postgres",
    "redis": "valkey-server",
    "web": "granian",
    "worker": "celery --app config.celery worker",
    "scheduler": "celery --app config.clock beat",
}


@dataclass
class Site:
    """A run of the site: its folder, its port, its process."""

    var: Path
    port: int
    process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        """Start it as an ordinary user would, and return when it is there."""
        self.process = subprocess.Popen(
            [*AS_NOBODY, sys.executable, "-m", "config.local"],
            cwd=env.ROOT,
            env=environment(self.var, self.port),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        said = []
        for line in self.process.stdout or ():
            said.append(line)
            if "is at http://" in line:
                return
        raise AssertionError("".join(said))

    def answers(self) -> bool:
        address = f"http://127.0.0.1:{self.port}/readyz"
        with contextlib.suppress(OSError):
            return urllib.request.urlopen(address, timeout=5).status == 200
        return False

    def child(self, name: str) -> int | None:
        """The process that the run itself started under this name."""
        for pid in processes_of(self.var):
            with contextlib.suppress(OSError):
                words = Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")
                if CHILDREN[name] in words and parent_of(pid) == self.process.pid:
                    return pid
        return None


def parent_of(pid: int) -> int:
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])


def processes_of(var: Path) -> set[int]:
    """Whatever runs with this folder as its own, however it was started."""
    return {
        int(process.name)
        for process in Path("/proc").glob("[0-9]*")
        if belongs_to(var, process)
    }


def belongs_to(var: Path, process: Path) -> bool:
    """By its environment; or by where it works, as Redis writes over the former."""
    with contextlib.suppress(OSError):
        if f"VAR_DIR={var}".encode() in (process / "environ").read_bytes().split(b"\0"):
            return True
        return (process / "cwd").readlink().is_relative_to(var)
    return False


def until(condition: Callable[[], object], *, within: float) -> bool:
    deadline = time.monotonic() + within
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def environment(var: Path, port: int) -> dict[str, str]:
    """A newcomer's: no servers, no secrets, only a folder and a port."""
    known = {"DATABASE_URL", "REDIS_URL", "SECRET_KEY", "DEBUG", "HTTPS", "MAKELEVEL"}
    ours = {"DJANGO_SETTINGS_MODULE", "ALLOWED_HOSTS", "FETCH_ALLOW_LOOPBACK"}
    bare = {k: v for k, v in os.environ.items() if k not in known | ours}
    return {**bare, "VAR_DIR": str(var), "PORT": str(port)}


def manage(var: Path, *words: str) -> str:
    """Run manage.py as in another terminal, with nothing set."""
    done = subprocess.run(
        [sys.executable, "manage.py", *words],
        cwd=env.ROOT,
        env=environment(var, 0),
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Iterator[Site]:
    """A running site, of an ordinary user even where we are root."""
    var = tmp_path_factory.mktemp("a folder") / "with spaces"
    var.mkdir()
    if AS_NOBODY:
        os.chown(var, NOBODY, NOBODY)
    site = Site(var, port=servers.free_port())
    site.start()
    yield site
    site.process.terminate()
    site.process.wait(10)


def test_the_site_answers_with_database_and_queue(site):
    assert site.answers()


def test_manage_finds_the_running_site(site):
    said = manage(site.var, "shell", "-c", "print(User.objects.count(), 'users')")

    assert "0 users" in said


@pytest.mark.parametrize("name", ["secrets.env", "running.env", "redis/redis.conf"])
def test_secrets_are_for_our_eyes_alone(site, name):
    assert stat.S_IMODE((site.var / name).stat().st_mode) == 0o600


def test_a_second_run_in_the_same_folder_is_refused(site):
    second = subprocess.run(
        [sys.executable, "-m", "config.local"],
        cwd=env.ROOT,
        env=environment(site.var, servers.free_port()),
        capture_output=True,
        text=True,
        check=False,
    )

    assert second.returncode == 1
    assert second.stderr == (
        "The site is already running from this folder "
        f"(process {site.process.pid}): stop that one first.\n"
    )
    assert site.answers()


@pytest.mark.parametrize("name", CHILDREN)
def test_a_killed_process_is_replaced(site, name):
    # Those that rest on the one killed before may be on their way back themselves.
    assert until(lambda: site.child(name), within=20)
    killed = site.child(name)

    os.kill(killed, signal.SIGKILL)

    assert until(lambda: site.child(name) not in {None, killed}, within=20)
    assert until(site.answers, within=20)


def test_kill_9_of_the_run_leaves_nothing_behind_and_loses_nothing(site):
    manage(site.var, "shell", "-c", "User.objects.create_user('editor')")
    before = processes_of(site.var)

    site.process.kill()
    site.process.wait()
    # At once, while its children are still on their way out.
    site.start()

    assert before & processes_of(site.var) == set()
    said = manage(site.var, "shell", "-c", "print(User.objects.get().username)")
    assert "editor" in said


def test_kill_9_of_everything_is_followed_by_a_clean_start(site):
    before = processes_of(site.var)

    for pid in before:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    site.process.wait()
    site.start()

    assert before & processes_of(site.var) == set()
    assert site.answers()


@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_asked_to_stop_everything_ends_within_ten_seconds(site, asked):
    site.process.send_signal(asked)

    assert site.process.wait(10) == 0
    assert processes_of(site.var) == set()
    assert not (site.var / "running.env").exists()
    site.start()


@pytest.mark.parametrize(
    ("port", "message"),
    [
        pytest.param("0", "PORT='0': give a whole number from 1 to 65535.", id="zero"),
        pytest.param("http", "PORT='http': give a whole number", id="a word"),
        pytest.param("70000", "PORT='70000': give a whole number", id="too high"),
    ],
)
def test_a_port_that_is_none_is_refused(tmp_path, monkeypatch, capsys, port, message):
    monkeypatch.setenv("VAR_DIR", str(tmp_path))
    monkeypatch.setenv("PORT", port)
    monkeypatch.delenv("MAKELEVEL", raising=False)

    assert local.main() == 1

    assert message in capsys.readouterr().err


def test_a_port_in_use_is_refused_in_one_line(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("VAR_DIR", str(tmp_path))
    monkeypatch.delenv("MAKELEVEL", raising=False)
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        monkeypatch.setenv("PORT", str(port))

        assert local.main() == 1

    said = capsys.readouterr().err
    assert said.startswith(f"Port {port} cannot be used (Address already in use).")
    assert said.count("\n") == 1
