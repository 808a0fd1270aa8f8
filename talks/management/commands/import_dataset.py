"""Bring in a release of a data set: figures and events with codes of their own."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from talks.ingest.datasets import DATASETS
from talks.ingest.datasets.storing import import_release
from talks.ingest.moments import read_moment
from talks.ingest.refusals import Refusal


class Command(BaseCommand):
    """One file in, its rows as suggestions; a later release withdraws the open ones before."""

    help = "Bring in a release of a data set. Load the oldest first: later ones revise."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add the data set, its file, and which release it is."""
        parser.add_argument("dataset", choices=sorted(DATASETS))
        parser.add_argument("file", type=Path)
        parser.add_argument("--release", required=True, help="e.g. 26.0.8")
        parser.add_argument("--published", help="the day of the release, ISO")

    def handle(self, **options: Any) -> None:
        """Import, and say what came of it and under which terms."""
        dataset = DATASETS[options["dataset"]]
        try:
            imported = import_release(
                dataset,
                options["file"].read_bytes(),
                release=options["release"],
                published=read_moment(options["published"] or ""),
                now=timezone.now(),
            )
        except (Refusal, OSError) as error:
            raise CommandError(f"{options['file']}: {error}") from None
        stored = imported.stored
        self.stdout.write(
            f"{imported.rows} rows: {stored.added} new suggestions, {stored.changed} "
            f"changed, {stored.withdrawn} withdrawn. {dataset.terms}"
        )
