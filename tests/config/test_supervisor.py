"""Real, small processes: started, stopped, revived, and never left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

import pytest

from config.supervisor import (
    Process,
    ProcessFailedError,
    Stopped,
    is_alive,
    stop,
    watch,
)

NEVER = Event()


@pytest.fixture
def make(tmp_path: Path):
    """Make processes that are shell scripts, and stop them all after the test."""
    made: list[Process] = []

    def make_process(script: str, **options) -> Process:
        log = tmp_path / f"{len(made)}.log"
        made.append(Process("thing", ["sh", "-c", script], log, **options))
        return made[-1]

    yield make_process
    stop(made, grace=0.5)


def until(condition: Callable[[], bool], *, within: float = 5.0) -> bool:
    deadline = time.monotonic() + within
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)
    return True


def test_a_process_is_ready_when_it_says_so(make, tmp_path):
    sign = tmp_path / "sign"
    process = make(f"sleep 0.1; touch {sign}; sleep 60", is_ready=sign.exists)

    process.start()
    process.wait_until_ready(NEVER)

    assert sign.exists()
    assert process.is_running


def test_a_process_that_ends_at_once_is_reported_with_its_last_words(make):
    process = make("echo the disk is full; exit 3", is_ready=lambda: False)

    process.start()

    with pytest.raises(ProcessFailedError, match=r"(?s)ended at once.*disk is full"):
        process.wait_until_ready(NEVER)


def test_a_process_that_is_never_ready_is_reported(make):
    process = make("sleep 60", is_ready=lambda: False)

    process.start()

    with pytest.raises(ProcessFailedError, match="not ready"):
        process.wait_until_ready(NEVER, within=0.1)


def test_waiting_ends_when_we_are_asked_to_stop(make):
    stopping = Event()
    process = make("sleep 60", is_ready=lambda: False)
    process.start()

    stopping.set()

    with pytest.raises(Stopped):
        process.wait_until_ready(stopping)


def test_a_command_that_fails_is_reported(make):
    process = make("echo no such table; exit 1")

    with pytest.raises(ProcessFailedError, match="no such table"):
        process.run(NEVER)


def test_a_command_is_cut_short_when_we_are_asked_to_stop(make):
    stopping = Event()
    stopping.set()
    process = make("sleep 60")

    with pytest.raises(Stopped):
        process.run(stopping)

    assert not process.is_running


@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGINT, signal.SIGQUIT])
def test_each_process_is_stopped_by_its_own_signal(make, tmp_path, asked):
    heard, ready = tmp_path / "heard", tmp_path / "ready"
    process = make(
        f"trap 'touch {heard}; exit' {asked.name[3:]}; touch {ready};"
        " while :; do sleep 0.02; done",
        stop_signal=asked,
        is_ready=ready.exists,
    )
    process.start()
    process.wait_until_ready(NEVER)

    stop([process], grace=2.0)

    assert heard.exists()


def test_a_process_deaf_to_its_signal_is_killed_after_the_grace(make, tmp_path):
    ready = tmp_path / "ready"
    process = make(
        f"trap '' TERM; touch {ready}; while :; do sleep 0.05; done",
        is_ready=ready.exists,
    )
    process.start()
    process.wait_until_ready(NEVER)
    asked_at = time.monotonic()

    stop([process], grace=0.2)

    assert not process.is_running
    assert time.monotonic() - asked_at < 1.0


def test_the_workers_of_a_stopped_process_go_with_it(make, tmp_path):
    pid = tmp_path / "pid"
    process = make(
        f"sleep 60 & echo $! > {pid}; wait",
        is_ready=lambda: pid.exists() and pid.read_text() != "",
    )
    process.start()
    process.wait_until_ready(NEVER)

    stop([process], grace=1.0)

    assert until(lambda: not is_alive(int(pid.read_text())))


def test_a_dead_process_is_started_again(make):
    process = make("sleep 60")
    process.start()
    first = process.child.pid
    stopping, said = Event(), []
    watcher = Thread(target=watch, args=([process], stopping, said.append))
    watcher.start()

    os.kill(first, signal.SIGKILL)

    assert until(lambda: process.is_running and process.child.pid != first)
    assert said == ["thing ended (-9); starting it again in 0.5 s"]
    stopping.set()
    watcher.join()


def test_a_process_that_keeps_dying_is_started_at_growing_intervals(make):
    process = make("exit 1")
    process.start()
    stopping, said = Event(), []
    watcher = Thread(target=watch, args=([process], stopping, said.append))
    watcher.start()

    assert until(lambda: len(said) == 3)
    stopping.set()
    watcher.join()

    assert [line.rpartition("in ")[2] for line in said] == ["0.5 s", "1.0 s", "2.0 s"]


def test_a_dead_process_that_nobody_collected_is_not_alive():
    child = subprocess.Popen([sys.executable, "-c", ""])

    assert until(lambda: not is_alive(child.pid))

    child.wait()


def test_we_are_alive_ourselves():
    assert is_alive(os.getpid())


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells the children")
def test_children_of_a_killed_parent_hear_their_stop_signal(tmp_path):
    heard, ready = tmp_path / "heard", tmp_path / "ready"
    script = (
        f"trap 'touch {heard}; exit' INT; touch {ready}; while :; do sleep 0.02; done"
    )
    program = (
        "import signal, time; from pathlib import Path; from config.supervisor import *\n"
        f"Process('it', ['sh', '-c', {script!r}], Path({str(tmp_path / 'log')!r}),"
        " stop_signal=signal.SIGINT).start()\n"
        "time.sleep(60)"
    )
    parent = subprocess.Popen([sys.executable, "-c", program])
    assert until(ready.exists)

    parent.kill()
    parent.wait()

    assert until(heard.exists)
