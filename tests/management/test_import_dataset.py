"""A release of a data set brought in by hand."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from talks.models import Article, Suggestion
from tests.ingest.datasets.test_ucdp import release

pytestmark = pytest.mark.django_db


@pytest.fixture
def release_file(tmp_path: Path) -> Path:
    path = tmp_path / "ged.csv"
    path.write_bytes(release({}))
    return path


def bring(path: Path, *options: str) -> str:
    out = StringIO()
    call_command(
        "import_dataset", "ucdp", str(path), "--release", "20.0.1", *options, stdout=out
    )
    return out.getvalue()


def test_it_says_what_came_and_under_which_terms(release_file):
    said = bring(release_file)

    assert "1 rows: 2 new suggestions" in said
    assert "CC BY 4.0" in said


def test_the_same_release_again_brings_nothing_new(release_file):
    bring(release_file)

    assert "1 rows: 0 new suggestions" in bring(release_file)


def test_a_release_knows_the_day_it_was_published(release_file):
    bring(release_file, "--published", "2020-06-01")

    assert Article.objects.get().published_at.date().isoformat() == "2020-06-01"


def test_it_refuses_another_file(tmp_path):
    other = tmp_path / "other.csv"
    other.write_text("a,b\n1,2")

    with pytest.raises(CommandError, match=r"other\.csv"):
        bring(other)

    assert not Suggestion.objects.exists()


def test_it_says_so_when_there_is_no_such_file(tmp_path):
    with pytest.raises(CommandError, match=r"missing\.csv"):
        bring(tmp_path / "missing.csv")


def test_only_known_data_sets_are_brought_in(release_file):
    with pytest.raises(CommandError, match="invalid choice"):
        call_command("import_dataset", "acled", str(release_file), "--release", "1")
