"""How much less a page of ours costs than the same page written in a day: CPU a request.

Run as `python -m bench.site [--events 100000] [--json FILE]`. Both sites stand on one
database server and hold the same rows, and are asked in turn, by one client. What is
counted is the CPU of the site's processes and of the database, so that other work on
the machine changes little; requests a second would be the machine's as much as ours.
"""

from __future__ import annotations

import argparse
import csv
import http.client
import json
import os
import random
import secrets
import statistics
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event
from urllib.parse import urlsplit

from bench import rows
from bench.database import NEEDED
from config import env, servers
from config.supervisor import Process, stop

PAGE = 50
DEEP = 1000
# The naive site takes half a minute to look through a million texts.
MOST_SEARCHED = 200_000
ROUNDS, ASKED, WARMING = 5, 10, 3


@dataclass(frozen=True)
class Site:
    """A site that answers, and what is asked of it under each name."""

    name: str
    port: int
    addresses: Mapping[str, list[str]]


def main() -> None:
    """Measure, print a table, and write JSON where asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    found = measure(options.events)
    for name, value in found.items():
        sys.stdout.write(f"{name:<48}{value:10.2f}\n")
    if options.json:
        options.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


def measure(number: int) -> dict[str, float]:
    """Return CPU milliseconds a request of each page and side, and their ratios."""
    with TemporaryDirectory(prefix="bench-", dir=_var()) as folder, ExitStack() as all_:
        home = Path(folder)
        rows.write(number, home / "rows")
        database = all_.enter_context(_database(home))
        addresses = _addresses(home / "rows", number)
        sites = [
            all_.enter_context(each(home, database, addresses))
            for each in (_naive, _ours, _kept)
        ]
        costs = {
            (page, site.name): _cost(site, site.addresses[page], database.process)
            for page in addresses["naive"]
            for site in sites
        }
    return _figures(costs, list(addresses["naive"]))


def _figures(
    costs: Mapping[tuple[str, str], float], pages: list[str]
) -> dict[str, float]:
    found = {f"{page}: {site}, ms": cost for (page, site), cost in costs.items()}
    for page in pages:
        naive = costs[page, "naive"]
        found[f"{page}: times less than naive"] = naive / costs[page, "ours"]
        found[f"{page}: times less, kept"] = naive / costs[page, "kept"]
    found["page 1,000 over our first page"] = (
        costs["page 1,000", "ours"] / costs["first page", "ours"]
    )
    return found


def _cost(site: Site, addresses: list[str], database: Process) -> float:
    """Return the median over the rounds, in milliseconds a request."""
    for address in addresses[:WARMING]:
        _ask(site, [address])
    spent = []
    for turn in range(ROUNDS):
        asked = [addresses[(turn * ASKED + n) % len(addresses)] for n in range(ASKED)]
        before = _cpu(site, database)
        _ask(site, asked)
        spent.append((_cpu(site, database) - before) / ASKED)
    return statistics.median(spent)


def _ask(site: Site, addresses: list[str]) -> None:
    connection = http.client.HTTPConnection(servers.HOST, site.port, timeout=300)
    for address in addresses:
        connection.request("GET", address)
        answer = connection.getresponse()
        body = answer.read()
        if answer.status != 200:
            raise SystemExit(f"{site.name} {address}: {answer.status} {body[:200]!r}")
    connection.close()


def _cpu(site: Site, database: Process) -> float:
    """Return the milliseconds of CPU spent so far by the site and the database."""
    parents, spent = {}, {}
    for path in Path("/proc").glob("[0-9]*"):
        try:
            stat = (path / "stat").read_text().rpartition(") ")[2].split()
            threads = [
                int(each.read_text().split()[0])
                for each in (path / "task").glob("*/schedstat")
            ]
        except OSError:  # gone since
            continue
        parents[int(path.name)], spent[int(path.name)] = int(stat[1]), sum(threads)
    roots = {_listener(site.port), database.child.pid}
    return sum(spent[pid] for pid in spent if _is_below(pid, roots, parents)) / 1e6


def _is_below(pid: int, roots: set[int], parents: Mapping[int, int]) -> bool:
    while pid > 1:
        if pid in roots:
            return True
        pid = parents.get(pid, 0)
    return False


_LISTENERS: dict[int, int] = {}


def _listener(port: int) -> int:
    return _LISTENERS[port]


# ------------------------------------------------------------------ what is asked


def _addresses(folder: Path, number: int) -> dict[str, dict[str, list[str]]]:
    """Return the same questions as each side's addresses; no filter comes twice."""
    with (folder / "events.csv").open(encoding="utf-8") as file:
        events = [(row["date"], int(row["id"]), row) for row in csv.DictReader(file)]
    events.sort(key=lambda each: each[:2], reverse=True)
    page = min(DEEP, number // PAGE)
    day, last, _row = events[(page - 1) * PAGE - 1]
    chance = random.Random(7)  # noqa: S311
    naive: dict[str, list[str]] = {"first page": ["/"]}
    ours: dict[str, list[str]] = {"first page": ["/timeline/"]}
    naive["page 1,000"] = [f"/?page={page}"]
    ours["page 1,000"] = [f"/timeline/?before={day}.{last}"]
    for each in ("filter", "words", "event"):
        naive[each], ours[each] = [], []
    for _n in range(ROUNDS * ASKED):
        _day, event, row = chance.choice(events)
        actor, year = (
            chance.choice((1, 1, 2, 3, 5, 8, 20, 60)),
            chance.randint(2011, 2025),
        )
        month, kind = chance.randint(1, 12), row["kind"]
        days = f"from={year}-{month:02}-01&to={year + 1}-{month:02}-28"
        naive["filter"].append(f"/?actor={actor}&kind={kind}&{days}")
        ours["filter"].append(f"/timeline/?actor={actor}&kind={kind}&{days}")
        word = chance.choice(row["summary"].rstrip(".").split())
        naive["words"].append(f"/?q={word}")
        ours["words"].append(f"/timeline/?q={word}")
        naive["event"].append(f"/event/{event}/")
        ours["event"].append(f"/events/{event}/")
    if number > MOST_SEARCHED:
        del naive["words"], ours["words"]
    return {"naive": naive, "ours": ours}


# ------------------------------------------------------------------ what answers


def _var() -> Path:
    var = Path(env.ROOT, "var")
    var.mkdir(exist_ok=True)
    return var


@contextmanager
def _database(home: Path) -> Iterator[servers.Server]:
    server = servers.postgres(
        home / "postgres",
        password=secrets.token_urlsafe(12),
        log=home / "postgres.log",
        settings=("fsync=off", "max_wal_size=4GB"),
    )
    with _running(server.process):
        yield server


@contextmanager
def _naive(home: Path, database: servers.Server, addresses: Mapping) -> Iterator[Site]:
    url = _own_database(database, "naive")
    run = {"DATABASE_URL": url}
    _command([sys.executable, "-m", "bench.naive.site", str(home / "rows")], run)
    with _served(home, "naive", "bench.naive.site:application", run) as port:
        yield Site("naive", port, addresses["naive"])


@contextmanager
def _ours(home: Path, database: servers.Server, addresses: Mapping) -> Iterator[Site]:
    run = _settings(home, database.url) | {"KEEP_PAGES": "0"}
    for command in (
        ["migrate", "-v0"],
        ["collectstatic", "--noinput", "-v0"],
        ["load_bench", str(home / "rows"), *_words(addresses)],
    ):
        _command([sys.executable, "manage.py", *command], run)
    with _served(home, "ours", "config.wsgi:application", run) as port:
        yield Site("ours", port, addresses["ours"])


def _words(addresses: Mapping) -> list[str]:
    return [] if "words" in addresses["ours"] else ["--without-words"]


@contextmanager
def _kept(home: Path, database: servers.Server, addresses: Mapping) -> Iterator[Site]:
    """Serve ours with pages kept, each of them asked for before."""
    run = _settings(home, database.url) | {"KEEP_PAGES": "1"}
    with _served(home, "kept", "config.wsgi:application", run) as port:
        again = {page: some[:1] for page, some in addresses["ours"].items()}
        yield Site("kept", port, again)


def _settings(home: Path, url: str) -> dict[str, str]:
    made = {"DATABASE_URL": url, "HTTPS": "0", "VAR_DIR": str(home / "var")}
    made |= {"ALLOWED_HOSTS": servers.HOST, "COMPRESS_STATIC": "0"}
    (home / "var").mkdir(exist_ok=True)
    return NEEDED | made


def _own_database(server: servers.Server, name: str) -> str:
    import psycopg  # noqa: PLC0415 -- only the whole run needs it

    with psycopg.connect(server.url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return urlsplit(server.url)._replace(path=f"/{name}").geturl()


@contextmanager
def _served(home: Path, name: str, app: str, run: dict[str, str]) -> Iterator[int]:
    """Serve as `make run` does; both sides by the same server."""
    port = servers.free_port()
    process = Process(
        name=name,
        command=[
            *(sys.executable, "-m", "granian", app, "--interface", "wsgi"),
            *("--host", servers.HOST, "--port", str(port), "--log-level", "warning"),
            *("--workers", "1", "--blocking-threads", "2"),
            *("--workers-kill-timeout", "3"),
        ],
        log=home / f"{name}.log",
        env=run,
        cwd=env.ROOT,
        is_ready=lambda: _answers(port),
    )
    with _running(process):
        _LISTENERS[port] = process.child.pid
        yield port


def _answers(port: int) -> bool:
    try:
        connection = http.client.HTTPConnection(servers.HOST, port, timeout=60)
        connection.request("GET", "/robots.txt")
        return connection.getresponse().status < 500
    except OSError:
        return False


@contextmanager
def _running(process: Process) -> Iterator[None]:
    process.start()
    try:
        process.wait_until_ready(Event())
        yield
    finally:
        stop([process])


def _command(words: list[str], run: dict[str, str]) -> None:
    subprocess.run(  # noqa: S603
        words, env={**os.environ, **run}, cwd=env.ROOT, check=True, stdout=sys.stderr
    )


if __name__ == "__main__":
    main()
