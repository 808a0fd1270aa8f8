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
from talks.ingest.decoding import decode
from talks.ingest.refusals import Outcome, Refusal
from talks.management.files import read_file

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
        """Read each file in turn; one that cannot be read is named, and stops no other."""
        gazetteer = load_gazetteer(DATA)
        published = options["published"] or datetime.now(UTC).date()
        failed = 0
        for path in options["files"]:
            try:
                reports = _reports(path)
            except Refusal as refusal:
                failed += 1
                self.stderr.write(f"{refusal.outcome}  {path}: {refusal.reason}")
                continue
            for report in reports:
                found = _read(report, published, options["language"], gazetteer)
                self.stdout.write(json.dumps(found, ensure_ascii=False))
        if failed:
            raise CommandError(f"{failed} of {len(options['files'])} cannot be read.")


def _day(text: str) -> date:
    return datetime.fromisoformat(text).date()


def _reports(path: Path) -> list[dict[str, Any]]:
    """Return the reports in a file, each with an id and a text. Raises Refusal."""
    text = decode(read_file(path)).strip()
    if path.suffix not in {".json", ".jsonl"}:
        headline, _, _ = text.partition("\n")
        return [{"id": path.stem, "title": headline.strip(), "text": text}]
    lines = text.splitlines() if path.suffix == ".jsonl" else [text]
    try:
        reports = [json.loads(line) for line in lines if line.strip()]
    except (ValueError, RecursionError) as error:
        raise Refusal(Outcome.BROKEN, f"It is not JSON: {error}.") from None
    if not all(
        isinstance(one, dict) and {"id", "text"} <= one.keys() for one in reports
    ):
        raise Refusal(Outcome.WRONG_TYPE, "Each report needs an id and a text.")
    return reports


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
