"""A small set of shipped files, invented, for the tests of this folder."""

from __future__ import annotations

import csv
from pathlib import Path

from talks.ingest.facts.files import FILES, REPORT_COLUMNS, REPORTS

Rows = dict[str, list[dict[str, str]]]

SMALL: Rows = {
    "sources": [
        {
            "slug": "gazette",
            "name": "The Gazette",
            "kind": "news",
            "languages": "en|fr",
            "lean": "independent",
            "reliability": "B",
            "text_rule": "excerpt",
        }
    ],
    "places": [
        {"slug": "coast", "name": "Coast", "kind": "region"},
        {
            "slug": "harbour",
            "name": "Harbour",
            "kind": "port",
            "within_slug": "coast",
            "lat": "32.5",
            "lon": "13.1",
            "aliases": "The Quay|Old Quay",
        },
    ],
    "actors": [
        {
            "slug": "envoy",
            "name": "The Envoy",
            "kind": "person",
            "side": "un",
            "parent_slug": "mission",
            "role": "Head",
            "valid_from": "2019-05",
        },
        {"slug": "mission", "name": "The Mission", "kind": "body", "side": "un"},
    ],
    "events": [
        {
            "slug": "quiet-day",
            "date": "2020-01-12",
            "kind": "truce",
            "track": "military",
            "modality": "took_effect",
            "title": "The guns fall silent",
            "summary": "It was quiet.",
            "places": "harbour",
            "actors": "mission:mediator",
            "sources": "gazette=https://gazette.example/2020/01/13/quiet",
        },
        {
            "slug": "loud-week",
            "date": "2020-01-13/2020-01-19 (week)",
            "kind": "truce_violation",
            "track": "ground",
            "modality": "observed",
            "title": "The guns speak again",
            "summary": "It was loud.",
            "places": "harbour|coast",
            "sources": "gazette=https://gazette.example/loud|gazette=The weekly letter",
        },
    ],
    "rounds": [
        {
            "slug": "first-meeting",
            "event": "quiet-day",
            "series": "The meetings",
            "track": "military",
            "began_on": "2020-01-12",
            "outcome": "concluded",
            "delegations": "mission:5:envoy:left",
        }
    ],
    "promises": [
        {
            "slug": "second-meeting",
            "event": "quiet-day",
            "round": "first-meeting",
            "what": "A second meeting",
            "planned": "2020-02",
        }
    ],
    "truces": [
        {
            "event": "quiet-day",
            "purpose": "peace_process",
            "declared_on": "2020-01-12",
            "parties": "mission:declared",
            "violations": "loud-week",
        }
    ],
    "figures": [
        {
            "slug": "wounded-late",
            "measure": "injured",
            "population": "all",
            "scope": "incident",
            "low": "7",
            "qualifier": "at_least",
            "as_stated": "at least seven",
            "assertion": "asserted",
            "as_of": "2020-01",
            "place": "harbour",
            "event": "loud-week",
            "attributed_to": "mission",
            "role": "recommended",
            "supersedes": "wounded-early",
            "source": "gazette=https://gazette.example/loud",
        },
        {
            "slug": "wounded-early",
            "measure": "injured",
            "population": "all",
            "scope": "incident",
            "low": "5",
            "best": "5",
            "high": "5",
            "qualifier": "exact",
            "as_stated": "five",
            "assertion": "asserted",
            "as_of": "2020-01-13",
            "place": "harbour",
            "event": "loud-week",
            "attributed_to": "gazette",
            "role": "triangulation",
            "source": "gazette=https://gazette.example/loud",
        },
    ],
    "commitments": [
        {
            "slug": "stay-quiet",
            "agreement": "quiet-day",
            "provision": "Stay quiet.",
            "obligated": "mission",
        }
    ],
    "statuses": [
        {
            "slug": "stay-quiet-2020-01-20",
            "commitment": "stay-quiet",
            "as_of": "2020-01-20",
            "level": "breached",
            "note": "It was loud.",
            "source": "gazette=https://gazette.example/loud",
        }
    ],
}


def ship(folder: Path, *, changes: dict[str, dict[str, str]] | None = None) -> Path:
    """Write the small files; `changes` maps a slug to the cells that differ."""
    sheets = {file.name: file.columns for file in FILES} | {REPORTS: REPORT_COLUMNS}
    for name, columns in sheets.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, columns)
            writer.writeheader()
            for row in SMALL.get(name, []):
                changed = (changes or {}).get(row[columns[0]], {})
                cells = {**row, **changed}
                writer.writerow({key: cells[key] for key in columns if key in cells})
    (folder / "feeds.toml").write_text("words = []\nsources = []\nfeeds = []\n")
    return folder
