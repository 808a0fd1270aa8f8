"""Reads files and prints what the reader finds in them, without touching the database."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from talks.detect.article import read
from talks.detect.gazetteer import Gazetteer, load_gazetteer
from talks.detect.report import as_report

DATA = Path(__file__).parent.parent.parent / "data"


class Command(BaseCommand):
    """`manage.py read FILE...`: one JSON object a report, one report a line."""

    help = (
        "Read reports and print what they say as JSON lines. A .json or .jsonl file holds "
        "reports with id, text, title, published and language; any other file is the text "
        "of one report, its first line the headline."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add the files and what is known of them."""
        parser.add_argument("files", nargs="+", type=Path)
        parser.add_argument("--published", type=_day, help="ISO date; default today")
        parser.add_argument("--language", choices=["en", "ar", "fr"])

    def handle(self, *_args: Any, **options: Any) -> None:
        """Read each file in turn; a file that cannot be read ends the command."""
        gazetteer = load_gazetteer(DATA)
        published = options["published"] or datetime.now(UTC).date()
        for path in options["files"]:
            for report in _reports(path):
                found = _read(report, published, options["language"], gazetteer)
                self.stdout.write(json.dumps(found, ensure_ascii=False))


def _day(text: str) -> date:
    return datetime.fromisoformat(text).date()


def _reports(path: Path) -> list[dict[str, Any]]:
    """Return the reports in a file, each at least with an id and a text."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        message = f"cannot read {path}: {error}"
        raise CommandError(message) from error
    if path.suffix == ".jsonl":
        return [json.loads(line) for line in text.splitlines() if line.strip()]
    if path.suffix == ".json":
        return [json.loads(text)]
    headline = text.strip().split("\n", 1)[0].strip()
    return [{"id": path.stem, "title": headline, "text": text}]


def _read(
    report: dict[str, Any], published: date, language: str | None, gazetteer: Gazetteer
) -> dict[str, Any]:
    stated = report.get("published")
    findings = read(
        report["text"],
        title=report.get("title"),
        published=_day(stated) if stated else published,
        language=language or report.get("language"),
        gazetteer=gazetteer,
    )
    return {"id": report["id"], **as_report(findings)}
