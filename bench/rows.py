"""Invented events by the hundred thousand, the same each time, as seven CSV files.

Run as `python -m bench.rows NUMBER FOLDER`; `manage.py load_bench FOLDER` takes them in.
Days crowd where the war was; few places, actors and sources have most of the events;
every tenth event was entered late, so that numbers and days do not run alike.
"""

from __future__ import annotations

import csv
import random
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date, timedelta
from itertools import accumulate, count
from pathlib import Path
from typing import Any

FIRST, LAST = date(2011, 2, 15), date(2026, 10, 31)
WAR = (date(2019, 4, 4), date(2020, 10, 23))
PLACES, ACTORS, SOURCES = 60, 200, 100
KINDS = (
    *("talks", "statement", "truce", "truce_violation", "offensive", "attack"),
    *("agreement", "control_change", "mediation", "embargo_violation"),
    *("humanitarian", "appointment", "resolution", "economic"),
)
TRACKS = ("military", "political", "economic", "humanitarian")
ROLES = ("participant", "mediator", "host", "signatory", "accused", "target")
METRICS = ("deaths", "injured", "displaced", "returned", "missing")
SYLLABLES = (
    "ba",
    "dar",
    "ri",
    "man",
    "tu",
    "sel",
    "ko",
    "na",
    "fir",
    "ghe",
    "lo",
    "zi",
)
HEADERS = {
    "places": "id,name,lat,lon",
    "actors": "id,name,kind",
    "sources": "id,name,url",
    "events": "id,date,kind,track,place_id,title,summary",
    "event_actors": "id,event_id,actor_id,role",
    "event_sources": "id,event_id,source_id,url,published",
    "claims": "id,event_id,metric,value_min,value_max,as_of,place_id,source_id",
}
Row = tuple[str, tuple[Any, ...]]


def write(number: int, folder: Path, seed: int = 20200112) -> None:
    """Write the files of so many events."""
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as files:
        writers = {}
        for name, header in HEADERS.items():
            path = folder / f"{name}.csv"
            file = files.enter_context(path.open("w", newline="", encoding="utf-8"))
            writers[name] = csv.writer(file, lineterminator="\n")
            writers[name].writerow(header.split(","))
        for name, row in _rows(number, random.Random(seed)):  # noqa: S311
            writers[name].writerow(row)


def _rows(number: int, chance: random.Random) -> Iterator[Row]:
    words = sorted({"".join(chance.choices(SYLLABLES, k=3)) for _n in range(3000)})
    chance.shuffle(words)
    for n in range(1, PLACES + 1):
        at = (round(chance.uniform(22, 33), 4), round(chance.uniform(9, 25), 4))
        yield "places", (n, f"{words[n].title()} {n}", *at)
    for n in range(1, ACTORS + 1):
        yield "actors", (n, f"{words[n].title()} Council {n}", "state")
    for n in range(1, SOURCES + 1):
        yield "sources", (n, f"{words[n].title()} News {n}", f"https://s{n}.example/")
    yield from _events(number, words, chance)


def _events(number: int, words: list[str], chance: random.Random) -> Iterator[Row]:
    common = list(accumulate(1 / n for n in range(1, len(words) + 1)))
    links, citations, claims = count(1), count(1), count(1)
    for n, day in enumerate(_days(number, chance), 1):
        kind, place = KINDS[_skewed(chance, len(KINDS)) - 1], _skewed(chance, PLACES)
        said = chance.choices(words, cum_weights=common, k=chance.randint(26, 66))
        title = f"{kind.capitalize()}: {' '.join(said[:6])}"
        track, summary = chance.choice(TRACKS), f"{' '.join(said[6:]).capitalize()}."
        yield "events", (n, day, kind, track, place, title, summary)
        for actor in {_skewed(chance, ACTORS) for _k in range(chance.randint(1, 5))}:
            yield "event_actors", (next(links), n, actor, chance.choice(ROLES))
        for source in {_skewed(chance, SOURCES) for _k in range(chance.randint(1, 4))}:
            address = f"https://s{source}.example/{n}"
            yield "event_sources", (next(citations), n, source, address, day)
            cited = source
        if chance.random() < 0.6:
            low = int(chance.paretovariate(0.8))
            metric, high = chance.choice(METRICS), low + chance.choice((0, low // 3))
            yield "claims", (next(claims), n, metric, low, high, day, place, cited)


def _days(number: int, chance: random.Random) -> list[date]:
    days = [FIRST + timedelta(n) for n in range((LAST - FIRST).days + 1)]
    weights = [5 if WAR[0] <= day <= WAR[1] else 1 for day in days]
    found = sorted(chance.choices(days, weights, k=number))
    for late in chance.sample(range(number), number // 10):
        other = chance.randrange(number)
        found[late], found[other] = found[other], found[late]
    return found


def _skewed(chance: random.Random, most: int) -> int:
    """Return a number from 1 to `most`, small ones far more often."""
    return min(int(most ** chance.random()), most)


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
