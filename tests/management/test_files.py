"""Files that people name: read whole, or refused with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from talks.ingest.refusals import Outcome, Refusal
from talks.management.files import LARGEST, read_file


def refusal_of(path: Path) -> Outcome:
    with pytest.raises(Refusal) as refused:
        read_file(path)
    return refused.value.outcome


def test_a_file_is_read_whole(tmp_path):
    path = tmp_path / "report.txt"
    path.write_bytes(b"Guns fall silent")

    assert read_file(path) == b"Guns fall silent"


def test_a_file_that_is_not_there_is_named_so(tmp_path):
    assert refusal_of(tmp_path / "none.txt") == Outcome.NOT_FOUND


def test_a_folder_is_no_file(tmp_path):
    assert refusal_of(tmp_path) == Outcome.NOT_FOUND


def test_a_file_too_large_is_never_read(tmp_path):
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)

    assert refusal_of(path) == Outcome.TOO_LARGE
