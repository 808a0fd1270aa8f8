"""A backup is one file that is written whole, or not at all."""

from __future__ import annotations

import json
import stat
from io import StringIO
from zipfile import ZipFile

import pytest
from django.core.management import CommandError, call_command

from tests.factories import event

pytestmark = pytest.mark.django_db(transaction=True)


def test_all_tables_are_in_the_file(tmp_path):
    event(title="A quiet day")
    said = StringIO()

    call_command("backup", tmp_path / "all.zip", stdout=said)

    with ZipFile(tmp_path / "all.zip") as archive:
        manifest = json.loads(archive.read("manifest.json"))
        events = archive.read("tables/talks_event").decode()
    assert "A quiet day" in events
    assert manifest["tables"]["talks_event"]["rows"] == 1
    assert "ongoing_until" not in manifest["tables"]["talks_event"]["columns"]
    assert "talks.0001_initial" in manifest["migrations"]
    assert f" rows of {len(manifest['tables'])} tables" in said.getvalue()


def test_only_its_owner_may_read_the_file(tmp_path):
    call_command("backup", tmp_path / "all.zip", stdout=StringIO())

    assert stat.S_IMODE((tmp_path / "all.zip").stat().st_mode) == 0o600


def test_no_file_is_written_over(tmp_path):
    (tmp_path / "all.zip").write_text("precious")

    with pytest.raises(CommandError, match="choose another name"):
        call_command("backup", tmp_path / "all.zip")

    assert (tmp_path / "all.zip").read_text() == "precious"


def test_a_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(CommandError, match="cannot be written"):
        call_command("backup", tmp_path / "nowhere" / "all.zip")
