"""How fast reports come in, as ratios measured in one run on one core.

Run as `python -m bench.ingest [--articles 1000000] [--json FILE]`. It makes a database
of its own beside the one of DATABASE_URL, and drops it.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

# ruff: noqa: E402 -- models can be imported only now
from django.core.management import call_command
from django.db import connection, transaction
from trafilatura import bare_extraction

from talks.ingest import arrivals, byhand, pipeline, polling
from talks.ingest.adapters import feed
from talks.ingest.duplicates import find_original, print_of
from talks.ingest.http import Answer
from talks.models import Article, Feed, Suggestion
from talks.models.sources import Source

NOW = datetime(2020, 2, 4, 12, tzinfo=UTC)
ROUNDS, PAGES = 7, 10
ENTRIES, CHECKS = 10_000, 300
NAMES = ("Government of National Accord", "Khalifa Haftar", "the United Nations")
PLACES = ("Tripoli", "Benghazi", "Geneva", "Misrata", "Sirte")


def main() -> None:
    """Measure everything, print a table, and write JSON where asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1_000_000)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    name = connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        call_command("seed", verbosity=0, stdout=open(os.devnull, "w"))  # noqa: PTH123, SIM115
        found = {
            **pipeline_speed(),
            **feed_memory(),
            **due_check(),
            **copies(options.articles),
        }
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)
    for measure, value in found.items():
        sys.stdout.write(f"{measure:<58} {value:>12,.2f}\n")
    if options.json:
        options.json.write_text(json.dumps(found, indent=1), encoding="utf-8")


def pipeline_speed() -> dict[str, float]:
    """Compare bytes-to-suggestions with the extraction library alone, CPU against CPU.

    Round by round in turn, so that whatever else the machine does strikes both alike. The
    library is asked for what we store of a page: text, title, day, byline and address.
    Its text alone, without knowing what and of when it is, is printed beside it.
    """
    chance = random.Random(7)  # noqa: S311
    said = byhand.Said(byhand.source_by_hand(), NOW.date())
    rounds = [_round(said, chance) for _ in range(ROUNDS + 1)][1:]  # the first warms up

    def median(what: Callable[[Round], float]) -> float:
        return statistics.median(map(what, rounds))

    return {
        "extraction alone, CPU ms a page": median(lambda r: r.extraction),
        "extraction of the text alone, CPU ms a page": median(lambda r: r.of_text),
        "bytes to stored suggestions, CPU ms a page": median(lambda r: r.ours),
        "what PostgreSQL adds to that, CPU ms a page": median(lambda r: r.database),
        "suggestions a page": Suggestion.objects.count() / (PAGES * (ROUNDS + 1)),
        "speed, as a share of extraction alone (goal 0.5)": median(
            lambda r: r.extraction / r.ours
        ),
        "the same, with PostgreSQL on the same core": median(
            lambda r: r.extraction / (r.ours + r.database)
        ),
    }


@dataclass(frozen=True, slots=True)
class Round:
    """What the same pages cost, in CPU ms a page."""

    of_text: float
    extraction: float
    ours: float
    database: float


def _round(said: byhand.Said, chance: random.Random) -> Round:
    """Measure pages that nobody has seen yet."""
    bodies = [page(chance).encode() for _ in range(PAGES)]

    def take_all() -> None:
        for body in bodies:
            for taken in byhand.take_document(body, said=said, now=NOW):
                pipeline.read(taken.article_id, now=NOW)

    of_text, _ = _cpu(lambda: [bare_extraction(body) for body in bodies])
    extraction, _ = _cpu(
        lambda: [bare_extraction(body, with_metadata=True) for body in bodies]
    )
    ours, database = _cpu(take_all)
    costs = (of_text, extraction, ours, database)
    return Round(*(1000 * cost / PAGES for cost in costs))


def feed_memory() -> dict[str, float]:
    """Poll a feed of ten thousand entries, and see by how much the process grew."""
    before = _megabytes()
    chance = random.Random(8)  # noqa: S311
    body = "".join(_item(n, chance) for n in range(ENTRIES))
    answer = Answer(
        "https://paper.example/rss",
        200,
        {},
        f'<rss version="2.0"><channel><title>x</title>{body}</channel></rss>'.encode(),
    )
    row = Feed.objects.create(
        source=Source.objects.first(),
        address="https://paper.example/rss",
        next_poll_at=NOW,
    )
    began = time.process_time()
    listing = feed.read(answer)
    arrived = arrivals.take_in(listing.entries, feed=row, now=NOW)
    return {
        "feed of 10,000 entries, CPU s": time.process_time() - began,
        "feed of 10,000 entries, new articles": float(arrived.counts["new"]),
        "feed of 10,000 entries, MB grown (goal 150)": _megabytes() - before,
    }


def due_check() -> dict[str, float]:
    """Ask what is due while nothing is."""
    polling.due_feeds(now=NOW - timedelta(days=999))
    wall = _wall(lambda: polling.due_feeds(now=NOW - timedelta(days=999)), CHECKS)
    return {"empty due-check, ms (goal 5)": wall}


def copies(most: int) -> dict[str, float]:
    """Search for the original of a report among ten thousand articles, and among many.

    In turn, among the one and the other, for reports that differ: each asks for other
    pages of the index.
    """
    few = min(10_000, most)
    _fill("few", few)
    _fill("many", most)
    chance = random.Random(9)  # noqa: S311
    found: dict[str, list[tuple[float, float]]] = {"few": [], "many": []}
    for stranger in [_stranger(chance) for _ in range(CHECKS)]:
        for shelf, costs in found.items():
            costs.append(_search(stranger, shelf))
    cpu, wall = (
        {
            shelf: statistics.median(cost[n] for cost in costs)
            for shelf, costs in found.items()
        }
        for n in range(2)
    )
    return {
        f"search for a copy among {few:,}, CPU ms": cpu["few"],
        f"search for a copy among {most:,}, CPU ms": cpu["many"],
        f"search for a copy among {few:,}, ms": wall["few"],
        f"search for a copy among {most:,}, ms": wall["many"],
        "growth of that search, by CPU (goal 2)": cpu["many"] / cpu["few"],
        "growth of that search, by the clock (goal 2)": wall["many"] / wall["few"],
    }


def _search(stranger: Article, shelf: str) -> tuple[float, float]:
    """Return what one search costs in this schema: CPU and time, in milliseconds."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL search_path TO {shelf}, public")
        began = time.perf_counter()
        cost = _cpu(lambda: find_original(stranger))
        took = time.perf_counter() - began
    return 1000 * sum(cost), 1000 * took


def _stranger(chance: random.Random) -> Article:
    text = page(chance)
    printed = print_of(text)
    return Article(
        text=text,
        fingerprint=printed.fingerprint,
        bands=printed.bands,
        published_at=NOW,
        pk=-1,
    )


def _fill(shelf: str, count: int) -> None:
    """Lay a table of that many articles into a schema of its own, then its indexes.

    They were published within ten years, and their bands are at random.
    """
    with connection.cursor() as cursor:
        cursor.execute("SET maintenance_work_mem = '256MB'")
        cursor.execute(
            f"""
            CREATE SCHEMA {shelf};
            CREATE UNLOGGED TABLE {shelf}.talks_article
                (LIKE talks_article INCLUDING DEFAULTS INCLUDING IDENTITY);
            INSERT INTO {shelf}.talks_article (source_id, identity, address,
                canonical_address, guid, seen_as, title, text, byline, language,
                published_at, published_day_only, found_at, state, reason, attempts,
                fingerprint, bands, wire_origin, relevance_reason, reader_version)
            SELECT 1, md5(n::text), '', '', '', '', 'x', 'x', '', 'en',
                '2012-01-01'::timestamptz + random() * interval '10 years', false,
                now(), 'read', '', 0, md5(random()::text),
                array(SELECT (random() * 9e18)::bigint
                    FROM generate_series(1, 32) WHERE n > 0), '', '', '1'
            FROM generate_series(1, %s) AS n
            """,  # noqa: S608 -- the schema is one of ours
            [count],
        )
        cursor.execute(
            "SELECT indexdef FROM pg_indexes"
            " WHERE schemaname = 'public' AND tablename = 'talks_article'"
        )
        for (index,) in cursor.fetchall():
            cursor.execute(index.replace("public.", f"{shelf}."))
        cursor.execute(f"VACUUM ANALYZE {shelf}.talks_article")


# ------------------------------------------------------------------- invented pages


def page(chance: random.Random) -> str:
    """Return a page with menus, teasers, scripts and a report of some 500 words."""
    title = f"Talks {chance.randint(1, 10**9)} go on in {chance.choice(PLACES)}"
    body = "".join(f"<p>{_paragraph(chance)}</p>" for _ in range(9))
    menu = "".join(f'<li><a href="/s/{n}">Section {n}</a></li>' for n in range(60))
    teasers = "".join(
        f'<div class="card"><h3><a href="/n/{n}">{_words(chance, 8)}</a></h3>'
        f"<p>{_words(chance, 20)}</p></div>"
        for n in range(30)
    )
    script = "<script>" + "".join(f"push({n});" for n in range(400)) + "</script>"
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>{title}</title>{script}'
        '<meta property="article:published_time" content="2020-02-04T09:30:00Z">'
        f"</head><body><nav><ul>{menu}</ul></nav><main><article><h1>{title}</h1>{body}"
        f"</article></main><aside>{teasers}</aside><footer>{menu}</footer></body></html>"
    )


def _paragraph(chance: random.Random) -> str:
    place, name = chance.choice(PLACES), chance.choice(NAMES)
    return (
        f"Officers of {name} met in {place} on Monday, and said {_words(chance, 14)}. "
        f"At least {chance.randint(2, 90)} people were killed in shelling near {place}, "
        f"a doctor said, while {_words(chance, 18)}. {_words(chance, 12).capitalize()}."
    )


def _words(chance: random.Random, count: int) -> str:
    syllables = ("ba", "ri", "to", "men", "sul", "ka", "dor", "vi", "ne", "ash")
    return " ".join("".join(chance.choices(syllables, k=3)) for _ in range(count))


def _item(number: int, chance: random.Random) -> str:
    return (
        f"<item><title>Report {number}</title><link>https://paper.example/{number}</link>"
        f"<guid>https://paper.example/{number}</guid>"
        "<pubDate>Tue, 04 Feb 2020 10:30:00 GMT</pubDate>"
        f"<description>{_words(chance, 40)}</description></item>"
    )


# ------------------------------------------------------------------------ measuring


def _cpu(work: Callable[[], object]) -> tuple[float, float]:
    """Return the CPU seconds that work takes: of this process, and of PostgreSQL."""
    database, began = _database_cpu(), time.process_time()
    work()
    return time.process_time() - began, _database_cpu() - database


def _database_cpu() -> float:
    """Return the CPU seconds of the process that serves us; none if it is not to be seen.

    That is so where PostgreSQL runs on another machine, or the kernel keeps no account.
    """
    connection.ensure_connection()
    process = Path("/proc", str(connection.connection.info.backend_pid))
    try:
        if "postgres" in (process / "comm").read_text():
            return int((process / "schedstat").read_text().split()[0]) / 1e9
    except OSError:
        pass
    return 0.0


def _wall(work: Callable[[], object], times: int) -> float:
    """Return the median of many runs, in milliseconds."""
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        taken.append(1000 * (time.perf_counter() - began))
    return statistics.median(taken)


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
