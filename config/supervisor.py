"""Commands kept running: started, known to be ready, restarted when they die, stopped."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

READY_WITHIN = 60.0
STEADY_AFTER = 60.0
LONGEST_PAUSE = 30.0
TICK = 0.05
PR_SET_PDEATHSIG = 1
LIBC = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


class ProcessFailedError(Exception):
    """A command ended or stayed silent before it was ready; the text says which."""


class Stopped(BaseException):
    """Somebody asked us to stop while we waited: like KeyboardInterrupt, no error."""


def die_with_parent(when: signal.Signals = signal.SIGKILL) -> None:
    """Have the kernel send us `when` once our parent is gone, even by kill -9.

    Only Linux can; elsewhere a killed supervisor leaves its children running.
    """
    if LIBC:
        LIBC.prctl(PR_SET_PDEATHSIG, int(when))


@dataclass
class Process:
    """One command, in a session of its own, writing to a log of its own."""

    name: str
    command: Sequence[str | Path]
    log: Path
    env: Mapping[str, str] = field(default_factory=dict)
    cwd: Path | None = None
    is_ready: Callable[[], bool] = lambda: True
    stop_signal: signal.Signals = signal.SIGTERM
    inherits: Sequence[int] = ()
    child: subprocess.Popen[bytes] | None = None
    started_at: float = 0.0
    failures: int = 0
    restart_at: float | None = None

    def start(self) -> None:
        """Start the command; it is ready only when `wait_until_ready` says so."""
        parent = os.getpid()

        def tie_to_parent() -> None:
            die_with_parent(self.stop_signal)
            if os.getppid() != parent:
                os._exit(1)

        with self.log.open("ab") as log:
            # Safe before exec: the supervisor has no second thread.
            self.child = subprocess.Popen(  # noqa: S603
                [str(word) for word in self.command],
                cwd=self.cwd,
                env={**os.environ, **self.env},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                pass_fds=self.inherits,
                preexec_fn=tie_to_parent,  # noqa: PLW1509
            )
        self.started_at, self.restart_at = time.monotonic(), None

    @property
    def is_running(self) -> bool:
        """Whether the command itself (not what it may have left behind) is alive."""
        return self.child is not None and self.child.poll() is None

    def wait_until_ready(
        self, stopping: Event, *, within: float = READY_WITHIN
    ) -> None:
        """Return once ready; raise ProcessFailedError with the end of its log otherwise."""
        deadline = time.monotonic() + within
        while not self.is_ready():
            if stopping.wait(TICK):
                raise Stopped
            if not self.is_running:
                raise ProcessFailedError(
                    f"{self.name} ended at once.\n{tail(self.log)}"
                )
            if time.monotonic() > deadline:
                raise ProcessFailedError(
                    f"{self.name} is not ready after {within:.0f} s.\n{tail(self.log)}"
                )

    def run(self, stopping: Event) -> None:
        """Run a command that ends by itself, and wait for it to end well."""
        self.start()
        while self.is_running:
            if stopping.wait(TICK):
                stop([self])
                raise Stopped
        if self.child and self.child.returncode:
            raise ProcessFailedError(f"{self.name} failed.\n{tail(self.log)}")

    def sweep_up(self) -> None:
        """Kill whatever the ended command left in its session, such as workers."""
        if self.child:
            # PermissionError is what macOS says of a group of the dead.
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self.child.pid, signal.SIGKILL)


def is_alive(pid: int) -> bool:
    """Return whether the process runs; one ended but not yet collected does not.

    Such a one may stay for good in a container whose first process collects nobody.
    """
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass  # it is somebody else's, hence it is
    state = Path("/proc", str(pid), "stat")
    with suppress(OSError):
        return not state.read_text().rpartition(")")[2].startswith(" Z")
    return True


def tail(log: Path, *, lines: int = 12) -> str:
    """Return the last lines of a log, indented for showing under a message."""
    text = log.read_text(errors="replace") if log.exists() else ""
    return "\n".join(f"    {line}" for line in text.splitlines()[-lines:])


def stop(processes: Sequence[Process], *, grace: float = 4.0) -> None:
    """Ask all to stop at once, give them `grace` seconds together, then kill."""
    for process in processes:
        if process.is_running and process.child:
            process.child.send_signal(process.stop_signal)
    deadline = time.monotonic() + grace
    for process in processes:
        if process.child:
            try:
                process.child.wait(max(0.0, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.child.kill()
                process.child.wait()
            process.sweep_up()


def watch(
    processes: Sequence[Process], stopping: Event, say: Callable[[str], None]
) -> None:
    """Restart what dies, at growing intervals, until asked to stop."""
    while not stopping.wait(4 * TICK):
        for process in processes:
            if not process.is_running:
                _revive(process, now=time.monotonic(), say=say)


def _revive(process: Process, *, now: float, say: Callable[[str], None]) -> None:
    """Note a death once, and start again when the pause is over."""
    if process.restart_at is None:
        process.sweep_up()
        steady = now - process.started_at > STEADY_AFTER
        process.failures = 0 if steady else process.failures + 1
        pause = min(LONGEST_PAUSE, 0.25 * 2**process.failures)
        process.restart_at = now + pause
        code = process.child.returncode if process.child else "nothing"
        say(f"{process.name} ended ({code}); starting it again in {pause:.1f} s")
    elif now >= process.restart_at:
        process.start()
