"""Load the shipped facts; safe to repeat, and never over what staff changed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError
from django.utils import timezone

from talks.ingest.facts.files import FaultyFilesError, read_files
from talks.ingest.facts.writing import seed

SHIPPED = Path(__file__).resolve().parents[2] / "data"


class Command(BaseCommand):
    """`manage.py seed [--check] [--folder PATH]`."""

    help = (
        "Load the shipped facts (talks/data), or with --check only look at the files."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--check", action="store_true", help="Check the files, write nothing."
        )
        parser.add_argument(
            "--folder", type=Path, default=SHIPPED, help="Where the files are."
        )

    def handle(self, *, folder: Path, check: bool, **_options: Any) -> None:
        """Say in one line per file what was done; fail with every fault of the files."""
        try:
            if check:
                lines = [
                    f"{n}.csv: {len(f)} rows" for n, f in read_files(folder).items()
                ]
            else:
                lines = [str(tally) for tally in seed(folder, now=timezone.now())]
        except FaultyFilesError as error:
            faults = "\n".join(str(fault) for fault in error.faults)
            raise CommandError(f"Nothing was written.\n{faults}") from None
        except DatabaseError as error:
            raise CommandError(
                f"Nothing was written. The database says: {error}"
            ) from error
        self.stdout.write("\n".join(lines))
