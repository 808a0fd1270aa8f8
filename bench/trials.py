"""Nothing lost, nothing twice: an ingest of a thousand pages while everything is killed.

Run as `python -m bench.trials [--pages 1000] [--minutes 3]`. It starts PostgreSQL, Redis,
two workers and the scheduler of its own, and papers on this machine for them to read. For
some minutes it kills workers with kill -9, empties Redis, and stops PostgreSQL, once the
fast way and once as if it had crashed. Then it waits until all rests, and counts.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event
from typing import Any

import django
from celery import Celery
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from redis import Redis

from bench.papers import Paper, Report, invent, printed
from config import env, servers
from config.supervisor import Process, is_alive, stop

SEED = 2020
PAPERS, WORKERS = 25, 2
PASSWORD = "trial"  # noqa: S105 -- of servers that only this machine reaches, for minutes
PAUSES = (4.0, 12.0)  # seconds between two blows
# A poll cut short is claimed for six minutes, an article for a minute and a half; what was
# sent before Redis was emptied is sent again after three minutes; and what failed rests
# for ten minutes after its second failure.
PATIENCE = 20 * 60
NOT_YET = {"found", "fetched"}


def main() -> None:
    """Try it, print what was proved, and end with 1 if something was lost or doubled."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--minutes", type=float, default=3)
    options = parser.parse_args()
    # Asked to stop, it takes all that it started along.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    chance = random.Random(SEED)  # noqa: S311 -- it only has to be the same each time
    reports = invent(options.pages, chance)
    with running_stack() as stack, printed(reports, papers=PAPERS) as papers:
        subscribe(papers)
        stack.start_site()
        began = time.monotonic()
        blows = strike(stack, until=began + 60 * options.minutes, chance=chance)
        say(f"{time.monotonic() - began:4.0f} s  struck: {_listed(blows)}")
        wait_for_rest(stack, count=len(reports), began=began)
        faults = judge(reports)
    say(*(faults or ["nothing lost, nothing twice"]))
    sys.exit(1 if faults else 0)


# ------------------------------------------------------------------------ the stack


@dataclass
class Stack:
    """The servers and the site's processes on top of them, each of which may be struck."""

    postgres: Process
    redis: Process
    queue: Redis
    workers: list[Process]
    scheduler: Process
    blows: Counter[str] = field(default_factory=Counter)

    def start_site(self) -> None:
        """Start workers and scheduler, whose first minute is not waited for."""
        for process in (*self.workers, self.scheduler):
            process.start()
        Celery(broker=os.environ["REDIS_URL"]).send_task("talks.tasks.poll_due")

    @property
    def processes(self) -> list[Process]:
        """Return all, in the order in which they are stopped."""
        return [self.scheduler, *self.workers, self.redis, self.postgres]

    def restart_postgres(self, how: signal.Signals) -> None:
        """Stop PostgreSQL by a signal, and start it again on what it left."""
        child = self.postgres.child
        assert child is not None  # noqa: S101 -- it was started
        child.send_signal(how)
        child.wait(60)
        self.postgres.start()
        self.postgres.wait_until_ready(Event())

    def kill_worker(self, number: int) -> None:
        """Kill a worker with all that belongs to it, and start it again."""
        worker = self.workers[number]
        worker.sweep_up()
        if worker.child:
            worker.child.wait()
        worker.start()

    def kill_hand(self, number: int) -> None:
        """Kill only the process in which a worker does its tasks."""
        worker = self.workers[number]
        for pid in _children(worker.child.pid if worker.child else 0):
            os.kill(pid, signal.SIGKILL)

    def revive(self) -> None:
        """Start what ended by itself, as the site's own supervisor does."""
        for process in (*self.workers, self.scheduler):
            if not process.is_running:
                self.blows[f"{process.name} ended by itself"] += 1
                process.sweep_up()
                process.start()


@contextmanager
def running_stack() -> Iterator[Stack]:
    """Yield a fresh stack with the tables laid and the shipped facts loaded."""
    var = Path(env.ROOT, "var")
    var.mkdir(exist_ok=True)
    with ExitStack() as closing:
        home = Path(closing.enter_context(TemporaryDirectory("", "trial-", var)))
        postgres = servers.postgres(
            home / "postgres", password=PASSWORD, log=home / "postgres.log"
        )
        redis = servers.redis_server(
            home / "redis", password=PASSWORD, log=home / "redis.log"
        )
        os.environ |= _variables(home, database=postgres.url, queue=redis.url)
        stack = Stack(
            postgres.process,
            redis.process,
            Redis.from_url(redis.url),
            [_worker(home, number) for number in range(WORKERS)],
            _scheduler(home),
        )
        closing.callback(lambda: stop(stack.processes))
        for server in (postgres, redis):
            server.process.start()
            server.process.wait_until_ready(Event())
        django.setup()
        call_command("migrate", verbosity=0)
        with Path(os.devnull).open("w") as nowhere:
            call_command("seed", verbosity=0, stdout=nowhere)
        yield stack


def _variables(home: Path, *, database: str, queue: str) -> dict[str, str]:
    return {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "SECRET_KEY": "only-for-trials",
        "DEBUG": "1",
        "LOG_LEVEL": "WARNING",
        "VAR_DIR": str(home),
        "FETCH_ALLOW_LOOPBACK": "1",
        "DATABASE_URL": database,
        "REDIS_URL": queue,
    }


def _worker(home: Path, number: int) -> Process:
    return Process(
        name=f"worker {number}",
        command=[
            *(sys.executable, "-m", "celery", "--app", "config.celery", "worker"),
            *("--hostname", f"trial{number}@%h", "--concurrency", "1"),
            *("--loglevel", "WARNING"),
        ],
        log=home / f"worker{number}.log",
        cwd=env.ROOT,
    )


def _scheduler(home: Path) -> Process:
    return Process(
        name="scheduler",
        command=[
            *(sys.executable, "-m", "celery", "--app", "config.clock", "beat"),
            *("--schedule", home / "schedule", "--pidfile="),
        ],
        log=home / "scheduler.log",
        cwd=env.ROOT,
    )


def _children(parent: int) -> list[int]:
    """Return the living children of a process."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue  # it has ended meanwhile
        pid = int(stat.parent.name)
        if int(fields[1]) == parent and is_alive(pid):
            found.append(pid)
    return found


# ------------------------------------------------------------------------- the trial


def subscribe(papers: Sequence[Paper]) -> None:
    """Let the papers be the only feeds, due at once."""
    feeds, source = apps.get_model("talks.Feed"), apps.get_model("talks.Source")
    feeds.objects.update(is_on=False)
    # The facts cite reports that are not held; those are not what is counted here.
    publisher = source.objects.create(slug="trial", name="The trial", kind="news")
    due = "2020-01-01T00:00Z"
    feeds.objects.bulk_create(
        feeds(source=publisher, address=f"{paper.address}/feed", next_poll_at=due)
        for paper in papers
    )


def strike(stack: Stack, *, until: float, chance: random.Random) -> Counter[str]:
    """Strike at random until the time is over; each server is struck for sure."""
    began = time.monotonic()
    length = until - began
    stops: list[tuple[float, str, Callable[[], Any]]] = [
        (0.3, "Redis emptied", stack.queue.flushall),
        (0.4, "PostgreSQL stopped", lambda: stack.restart_postgres(signal.SIGINT)),
        (0.6, "Redis emptied", stack.queue.flushall),
        (0.7, "PostgreSQL crashed", lambda: stack.restart_postgres(signal.SIGQUIT)),
        (0.9, "Redis emptied", stack.queue.flushall),
    ]
    while stops or time.monotonic() < until:
        time.sleep(chance.uniform(*PAUSES))
        if stops and time.monotonic() > began + stops[0][0] * length:
            _, name, blow = stops.pop(0)
        else:
            number = chance.randrange(WORKERS)
            name, blow = chance.choice(
                [
                    ("worker killed", lambda n=number: stack.kill_worker(n)),
                    ("worker's hand killed", lambda n=number: stack.kill_hand(n)),
                ]
            )
        blow()
        stack.blows[name] += 1
        stack.revive()
    return stack.blows


def wait_for_rest(stack: Stack, *, count: int, began: float) -> None:
    """Wait until every report has come and none waits, or patience ends."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        states = _states()
        say(f"{time.monotonic() - began:4.0f} s  {_listed(states)}")
        if states.total() >= count and not NOT_YET & states.keys():
            return
        stack.revive()
        time.sleep(10)


def judge(reports: Sequence[Report]) -> list[str]:
    """Return what is wrong, a line each, and print what was counted."""
    articles = _articles()
    titles = Counter(articles.values_list("title", flat=True))
    steps = _steps()
    wanted = {report.title for report in reports}
    say(f"states: {_listed(_states())}")
    say(f"outcomes: {_listed(Counter(outcome for _, _, outcome in steps.elements()))}")
    say(f"suggestions: {_suggestions()}")
    faults = {
        "lost": wanted - titles.keys(),
        "never printed": titles.keys() - wanted,
        "held twice": {title for title, times in titles.items() if times > 1},
        "not read": set(articles.exclude(state="read").values_list("pk", flat=True)),
        "taken for copies": set(
            articles.exclude(duplicate_of=None).values_list("pk", flat=True)
        ),
        "with another's text": _mixed_up(reports),
        "without one fetch": _not_once(steps, step="fetch", ends={"new"}),
        "without one reading": _not_once(
            steps, step="read", ends={"read", "irrelevant"}
        ),
        "feeds still claimed": set(
            apps.get_model("talks.Feed")
            .objects.exclude(claimed_until=None)
            .values_list("address", flat=True)
        ),
    }
    return [
        f"{len(found)} {name}: {sorted(map(str, found))[:5]}"
        for name, found in faults.items()
        if found
    ]


# --------------------------------------------------------------------- what is there


def _articles() -> Any:
    """Return the articles of the trial; the connection may be of a server that is gone."""
    connection.close()
    return apps.get_model("talks.Article").objects.filter(source__slug="trial")


def _states() -> Counter[str]:
    return Counter(_articles().values_list("state", flat=True))


def _steps() -> Counter[tuple[int, str, str]]:
    """Count the outcomes: by article, step and outcome."""
    rows = apps.get_model("talks.Fetch").objects.filter(article__in=_articles())
    return Counter(rows.values_list("article_id", "step", "outcome"))


def _suggestions() -> int:
    rows = apps.get_model("talks.Suggestion").objects.filter(article__in=_articles())
    return int(rows.count())


def _not_once(
    steps: Counter[tuple[int, str, str]], *, step: str, ends: set[str]
) -> set[int]:
    """Return the articles whose step did not come to its end exactly once."""
    times = Counter(dict.fromkeys(_articles().values_list("pk", flat=True), 0))
    for (article, named, outcome), count in steps.items():
        if named == step and outcome in ends:
            times[article] += count
    return {article for article, count in times.items() if count != 1}


def _mixed_up(reports: Sequence[Report]) -> set[str]:
    """Return the titles of articles whose text is not that of their report."""
    paragraphs = {report.title: report.paragraphs for report in reports}
    return {
        title
        for title, text in _articles().values_list("title", "text")
        if any(words not in text for words in paragraphs.get(title, ()))
    }


def _listed(counts: Counter[str]) -> str:
    return ", ".join(f"{count} {name}" for name, count in sorted(counts.items()))


def say(*lines: str) -> None:
    """Print the lines at once."""
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.flush()


if __name__ == "__main__":
    main()
