"""Put the rows of a backup in the place of all rows here."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.cache import cache
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import Error

from talks.management.archive import ArchiveError, read_archive


class Command(BaseCommand):
    """`manage.py restore FILE [--replace]`."""

    help = "Put the rows of a backup in the place of all rows here, or change nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file, and leave to lose what is there."""
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--replace", action="store_true", help="Lose the events and accounts here."
        )

    def handle(self, *, file: Path, replace: bool, **_options: Any) -> None:
        """Restore the file and say how much it held."""
        try:
            done = read_archive(file, replace=replace)
        except ArchiveError as error:
            raise CommandError(str(error)) from None
        except Error as error:
            raise CommandError(
                f"Nothing was changed. The database says: {error}"
            ) from error
        cache.clear()
        self.stdout.write(
            f"{done.rows} rows of {done.tables} tables are back, as of {done.made_at}"
        )
