"""What was backed up comes back, history and all; what cannot is refused in words."""

from __future__ import annotations

import json
from io import StringIO
from zipfile import ZipFile

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command

from talks.models import Event
from tests.factories import event

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def backup(tmp_path):
    get_user_model().objects.create_superuser("editor", password="editor")
    quiet = event(slug="quiet", title="A day with a \t tab, a \\ and\na second line")
    Event.objects.filter(pk=quiet.pk).update(summary="Said later.")
    call_command("backup", tmp_path / "all.zip", stdout=StringIO())
    return tmp_path / "all.zip"


def restore(file, **options) -> str:
    said = StringIO()
    call_command("restore", file, stdout=said, **options)
    return said.getvalue()


def described(file) -> dict:
    with ZipFile(file) as archive:
        return json.loads(archive.read("manifest.json"))


def rewrite(file, **manifest) -> None:
    """Change what the file says of itself."""
    with ZipFile(file) as archive:
        tables = {name: archive.read(name) for name in archive.namelist()}
    tables["manifest.json"] = json.dumps(described(file) | manifest).encode()
    with ZipFile(file, "w") as archive:
        for name, content in tables.items():
            archive.writestr(name, content)


def test_everything_comes_back_as_it_was(backup):
    before = Event.objects.values().get()
    versions = list(Event.objects.get().history.values())
    Event.objects.all().delete()
    event(title="Made since")

    restore(backup, replace=True)

    assert Event.objects.values().get() == before
    assert list(Event.objects.get().history.values()) == versions
    assert get_user_model().objects.get().username == "editor"


def test_new_rows_are_numbered_after_those_that_came_back(backup):
    last = Event.objects.get().pk
    restore(backup, replace=True)

    assert event().pk > last


def test_triggers_work_again_afterwards(backup):
    restore(backup, replace=True)
    before = Event.objects.get().history.count()

    Event.objects.update(title="Changed")

    assert Event.objects.get().history.count() == before + 1


def test_rows_that_would_be_lost_are_not_touched_unasked(backup):
    with pytest.raises(CommandError, match="Add --replace"):
        restore(backup)

    assert Event.objects.exists()


def test_a_backup_of_other_code_is_refused(backup):
    rewrite(backup, migrations=[*described(backup)["migrations"], "talks.9999_future"])

    with pytest.raises(CommandError, match=r"one side only: talks\.9999_future"):
        restore(backup, replace=True)


def test_a_backup_that_breaks_half_way_changes_nothing(backup):
    tables = described(backup)["tables"]
    tables["talks_place"]["columns"] = ["nowhere"]
    rewrite(backup, tables=tables)

    with pytest.raises(CommandError, match="Nothing was changed"):
        restore(backup, replace=True)

    assert Event.objects.get().slug == "quiet"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(None, "There is no file", id="no file"),
        pytest.param(b"rows", "is not a backup", id="another file"),
    ],
)
def test_what_is_no_backup_is_refused(tmp_path, content, words):
    file = tmp_path / "all.zip"
    if content:
        file.write_bytes(content)

    with pytest.raises(CommandError, match=words):
        restore(file, replace=True)
