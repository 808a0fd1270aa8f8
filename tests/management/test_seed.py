"""The shipped facts, as an operator loads them."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from talks import models
from talks.ingest.facts.files import FILES
from talks.management.commands.seed import SHIPPED

VERSIONS = [
    getattr(models, name).history.rel.related_model
    for name in models.__all__
    if hasattr(getattr(models, name), "history")
]


def run_seed(*arguments: str) -> list[str]:
    said = StringIO()
    call_command("seed", *arguments, stdout=said)
    return said.getvalue().splitlines()


def rows_shipped(file: str) -> int:
    with (SHIPPED / f"{file}.csv").open(encoding="utf-8", newline="") as opened:
        return sum(1 for _ in csv.reader(opened)) - 1


@pytest.fixture(scope="module")
def seeded_once(django_db_setup, django_db_blocker):
    """Seed once for the tests here: each works in a savepoint of this transaction."""
    with django_db_blocker.unblock(), transaction.atomic():
        run_seed()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def seeded(seeded_once, db) -> None:
    """Ask for the database, with the facts in it."""


def test_checking_names_each_file_and_writes_nothing(db):
    before = models.Event.objects.count()

    lines = run_seed("--check")

    assert f"events.csv: {rows_shipped('events')} rows" in lines
    assert models.Event.objects.count() == before


def test_every_shipped_row_becomes_a_row(seeded):
    for file in FILES:
        assert file.model._default_manager.count() >= rows_shipped(file.name), file.name


def test_seeding_again_changes_nothing(seeded):
    kept = [model.objects.count() for model in VERSIONS]

    lines = run_seed()

    assert [model.objects.count() for model in VERSIONS] == kept
    for file, line in zip(FILES, lines, strict=False):
        assert line == (
            f"{file.name}.csv: 0 added, 0 updated, "
            f"0 kept as staff changed them, {rows_shipped(file.name)} unchanged"
        )


def test_every_approved_event_has_a_citation(seeded):
    assert models.Event.objects.published().exists()
    assert not models.Event.objects.published().filter(citations=None).exists()


def test_the_history_says_that_seed_wrote_it(seeded):
    first = models.Event.objects.first().history.first()

    assert first.pgh_context.metadata["reason"] == "seed"


def test_the_shipped_feeds_are_there_too(seeded):
    assert models.Feed.objects.exists()
    assert run_seed()[-1].startswith("feeds.toml: 0 added")


def test_faulty_files_are_named_and_nothing_is_written(db, tmp_path):
    before = models.Source.objects.count()

    with pytest.raises(CommandError) as raised:
        run_seed("--folder", str(tmp_path))

    assert "events.csv: it is missing: put it back" in str(raised.value)
    assert models.Source.objects.count() == before
