"""What the tests of the reader share: the shipped gazetteer and a short way to read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import talks
from talks.detect.article import read
from talks.detect.findings import Findings
from talks.detect.gazetteer import load_gazetteer

GAZETTEER = load_gazetteer(Path(talks.__file__).parent / "data")


def read_report(
    text: str, language: str, published: date = date(2020, 6, 10)
) -> Findings:
    """The findings of a report in a known language."""
    return read(text, published=published, language=language, gazetteer=GAZETTEER)
