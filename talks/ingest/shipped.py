"""The shipped feeds, from their file into rows; what is there already is left alone."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from talks.models.sources import Feed, Source

_SOURCE_FIELDS = (
    *("name", "name_ar", "name_fr", "kind", "country", "languages", "lean"),
    *("reliability", "reliability_note", "text_rule", "homepage"),
)
# First polls are spread over this span, so that a new site does not ask all at once.
_SPREAD = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many feeds were added, and how many were there."""

    added: int
    unchanged: int

    def __str__(self) -> str:
        return f"feeds.toml: {self.added} added, {self.unchanged} unchanged"


def load_feeds(path: Path, *, now: datetime) -> Loaded:
    """Add the feeds of this file that are new, and the sources that only they need.

    Call it in a transaction, after the sources of the facts. A row that exists is never
    touched: what staff changed stays changed.
    """
    shipped = tomllib.loads(path.read_text(encoding="utf-8"))
    for row in shipped["sources"]:
        fields = {name: row[name] for name in _SOURCE_FIELDS}
        Source.objects.get_or_create(slug=row["slug"], defaults=fields)
    feeds = shipped["feeds"]
    added = sum(
        _add(row, words=shipped["words"], next_poll_at=now + _SPREAD * n / len(feeds))
        for n, row in enumerate(feeds)
    )
    return Loaded(added, len(feeds) - added)


def _add(row: dict[str, Any], *, words: list[str], next_poll_at: datetime) -> bool:
    options = dict(row.get("options", {}))
    if row.get("is_narrowed"):
        options["words"] = words
    needs = row.get("needs", "")
    _, is_new = Feed.objects.get_or_create(
        address=row["address"],
        defaults={
            "source": Source.objects.get(slug=row["source"]),
            "adapter": row.get("adapter", Feed.Adapter.FEED),
            "language": row.get("language", ""),
            "options": options,
            "needs": needs,
            "is_on": not needs,
            "interval_minutes": row.get("interval_minutes", 60),
            "next_poll_at": next_poll_at,
        },
    )
    return is_new
