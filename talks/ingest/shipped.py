"""The shipped feeds, from their file into rows; what staff changed or removed stays so."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from talks.models.seeded import Seeded
from talks.models.sources import Feed, Source

_FILE = "feeds"
_SOURCE_FIELDS = (
    *("name", "name_ar", "name_fr", "kind", "country", "languages", "lean"),
    *("reliability", "reliability_note", "text_rule", "homepage"),
)
# First polls are spread over this span, so that a new site does not ask all at once.
_SPREAD = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many feeds were added, were there, and are gone because staff wanted it so."""

    added: int
    unchanged: int
    removed: int

    def __str__(self) -> str:
        return (
            f"feeds.toml: {self.added} added, {self.unchanged} unchanged, "
            f"{self.removed} left out as staff removed or moved them"
        )


def load_feeds(path: Path, *, now: datetime) -> Loaded:
    """Add the feeds of this file that are new, and the sources that only they need.

    Call it in a transaction, after the sources of the facts. A row that exists is never
    touched: what staff changed stays changed. One that was loaded before and is gone is
    not brought back.
    """
    shipped = tomllib.loads(path.read_text(encoding="utf-8"))
    sources = {row["slug"]: row for row in shipped["sources"]}
    feeds = shipped["feeds"]
    held = set(Feed.objects.values_list("address", flat=True))
    seeded = set(Seeded.objects.filter(file=_FILE).values_list("slug", flat=True))
    added = 0
    for n, row in enumerate(feeds):
        if row["address"] not in held | seeded:
            source = _source(row["source"], sources)
            _add(row, source, shipped["words"], now + _SPREAD * n / len(feeds))
            added += 1
    _remember([row for row in feeds if row["address"] not in seeded])
    unchanged = sum(row["address"] in held for row in feeds)
    return Loaded(added, unchanged, len(feeds) - added - unchanged)


def _source(slug: str, shipped: dict[str, dict[str, Any]]) -> Source:
    row = shipped.get(slug)
    if row is None:
        return Source.objects.get(slug=slug)
    fields = {name: row[name] for name in _SOURCE_FIELDS}
    source, _ = Source.objects.get_or_create(slug=slug, defaults=fields)
    return source


def _add(
    row: dict[str, Any], source: Source, words: list[str], next_poll_at: datetime
) -> None:
    options = dict(row.get("options", {}))
    if row.get("is_narrowed"):
        options["words"] = words
    needs = row.get("needs", "")
    Feed.objects.create(
        source=source,
        address=row["address"],
        adapter=row.get("adapter", Feed.Adapter.FEED),
        language=row.get("language", ""),
        options=options,
        needs=needs,
        is_on=not needs,
        interval_minutes=row.get("interval_minutes", 60),
        next_poll_at=next_poll_at,
    )


def _remember(feeds: list[dict[str, Any]]) -> None:
    Seeded.objects.bulk_create(
        Seeded(file=_FILE, slug=row["address"], fact=row) for row in feeds
    )
