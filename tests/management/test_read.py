"""`manage.py read` prints what it finds and leaves the database alone."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

TEXT = "Truce in Tripoli\n\nThe GNA and the LNA agreed to a truce in Tripoli on Sunday. Three soldiers were killed."


def read(*arguments: str) -> list[dict[str, object]]:
    out = StringIO()
    call_command("read", *arguments, stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_it_prints_one_json_object_a_file(tmp_path: Path) -> None:
    path = tmp_path / "truce.txt"
    path.write_text(TEXT, encoding="utf-8")

    (found,) = read(str(path), "--published", "2020-01-13", "--language", "en")

    assert found["id"] == "truce"
    assert found["title"] == "Truce in Tripoli"
    assert found["relevant"] is True
    assert [event["kind"] for event in found["events"]][:1] == ["truce"]


def test_it_reads_reports_from_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "two.jsonl"
    report = {
        "id": "a",
        "title": "Truce in Tripoli",
        "text": TEXT,
        "published": "2020-01-13T10:00:00+02:00",
    }
    path.write_text(
        "\n".join(json.dumps({**report, "id": name}) for name in "ab"), encoding="utf-8"
    )

    assert [found["id"] for found in read(str(path))] == ["a", "b"]


@pytest.mark.parametrize(
    ("name", "body", "outcome"),
    [
        pytest.param("empty.txt", b"", "empty", id="empty"),
        pytest.param("binary.txt", bytes(range(256)), "wrong_type", id="binary"),
        pytest.param("half.json", b'{"id": ', "broken", id="half a JSON"),
        pytest.param("data.json", b"[1]", "wrong_type", id="no report"),
    ],
)
def test_a_file_it_cannot_read_is_named_and_stops_no_other(
    tmp_path: Path, name: str, body: bytes, outcome: str
) -> None:
    bad, good = tmp_path / name, tmp_path / "truce.txt"
    bad.write_bytes(body)
    good.write_text(TEXT, encoding="utf-8")
    out, err = StringIO(), StringIO()

    with pytest.raises(CommandError, match="1 of 2"):
        call_command("read", str(bad), str(good), stdout=out, stderr=err)

    assert err.getvalue().startswith(f"{outcome}  {bad}")
    assert json.loads(out.getvalue())["id"] == "truce"
