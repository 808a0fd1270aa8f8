"""Write all rows to one file, while the site runs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from talks.management.archive import write_archive


class Command(BaseCommand):
    """`manage.py backup FILE`."""

    help = "Write all rows to a file that `restore` reads. It holds accounts: keep it safe."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file to write."""
        parser.add_argument("file", type=Path)

    def handle(self, *, file: Path, **_options: Any) -> None:
        """Write the file and say how much it holds; never over another file."""
        if file.exists():
            raise CommandError(f"{file} exists: choose another name.")
        try:
            done = write_archive(file, now=timezone.now())
        except OSError as error:
            raise CommandError(f"{file} cannot be written: {error}") from None
        size = file.stat().st_size / 1_000_000
        self.stdout.write(
            f"{file}: {done.rows} rows of {done.tables} tables, {size:.1f} MB"
        )
