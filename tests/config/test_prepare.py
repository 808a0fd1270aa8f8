from __future__ import annotations

from pathlib import Path

import pytest
from django.db import OperationalError

from config import prepare
from tests import factories


@pytest.fixture
def called(monkeypatch) -> list[str]:
    """The commands that were called, in order, instead of calling them."""
    names: list[str] = []
    monkeypatch.setattr(
        prepare, "call_command", lambda name, **options: names.append(name)
    )
    return names


@pytest.fixture
def static(settings, tmp_path: Path) -> Path:
    """A folder of static files, and a place to collect them to."""
    source = tmp_path / "source"
    source.mkdir()
    (tmp_path / "collected").mkdir()
    settings.STATICFILES_DIRS = [source]
    settings.STATIC_ROOT = tmp_path / "collected"
    return source


def test_an_empty_database_is_migrated_given_its_roles_and_seeded(called, db):
    prepare.main(["database"])

    assert called == ["migrate", "roles", "seed"]


def test_a_database_that_does_not_answer_is_said_in_one_sentence(monkeypatch):
    def refuse(name: str, **options: object) -> None:
        raise OperationalError("connection refused")

    monkeypatch.setattr(prepare, "call_command", refuse)

    with pytest.raises(SystemExit, match="DATABASE_URL"):
        prepare.main(["database"])


def test_a_database_with_events_is_never_seeded(called, db):
    factories.event()

    prepare.main(["database"])

    assert called == ["migrate", "roles"]


def test_static_files_are_collected_once(called, static):
    (static / "base.css").write_text("a")

    prepare.main(["static"])
    prepare.main(["static"])

    assert called == ["collectstatic"]


def test_static_files_are_collected_anew_when_one_changed(called, static):
    prepare.main(["static"])

    (static / "base.css").write_text("a")
    prepare.main(["static"])

    assert called == ["collectstatic", "collectstatic"]


def test_static_files_are_collected_anew_when_they_are_to_be_compressed(
    called, static, settings
):
    prepare.main(["static"])

    settings.STORAGES = {"staticfiles": {"BACKEND": "another.Storage"}}
    prepare.main(["static"])

    assert called == ["collectstatic", "collectstatic"]
