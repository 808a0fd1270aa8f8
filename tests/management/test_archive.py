"""A file of all rows is whole or absent, and a damaged one is told from a good one."""

from __future__ import annotations

import pytest

from talks.management import archive
from talks.models import Event
from tests.factories import NOW, event

pytestmark = pytest.mark.django_db(transaction=True)


def test_what_is_written_is_what_is_read(tmp_path):
    event(title="A quiet day")

    written = archive.write_archive(tmp_path / "all.zip", now=NOW)
    Event.objects.all().delete()
    read = archive.read_archive(tmp_path / "all.zip", replace=True)

    assert read == written
    assert read.made_at == NOW.isoformat()
    assert Event.objects.get().title == "A quiet day"


def test_a_file_that_could_not_be_finished_is_not_left_behind(tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "_migrations", lambda: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        archive.write_archive(tmp_path / "all.zip", now=NOW)

    assert list(tmp_path.iterdir()) == []


def test_a_damaged_file_is_told(tmp_path):
    file = tmp_path / "all.zip"
    event(title="A quiet day" * 10)
    archive.write_archive(file, now=NOW)
    content = bytearray(file.read_bytes())
    content[200] ^= 0xFF
    file.write_bytes(content)

    with pytest.raises(archive.ArchiveError):
        archive.read_archive(file, replace=True)

    assert Event.objects.exists()


def test_a_file_of_another_format_is_refused(tmp_path, monkeypatch):
    archive.write_archive(tmp_path / "all.zip", now=NOW)
    monkeypatch.setattr(archive, "_FORMAT", 2)

    with pytest.raises(archive.ArchiveError, match="another format"):
        archive.read_archive(tmp_path / "all.zip", replace=True)
