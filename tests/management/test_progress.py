"""A bar on a terminal, and nothing in a file."""

from __future__ import annotations

from io import StringIO

import pytest

from talks.management.progress import with_progress


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_sees_how_far_it_is():
    out = Terminal()

    assert list(with_progress(range(10), of=range(10), out=out)) == list(range(10))
    assert "5/10" in out.getvalue()
    assert out.getvalue().endswith("\r")


@pytest.mark.parametrize(
    ("out", "count"), [(StringIO(), 10), (Terminal(), 3), (Terminal(), 0)]
)
def test_files_and_short_work_have_no_bar(out, count: int):
    assert list(with_progress(range(count), of=range(count), out=out)) == list(
        range(count)
    )
    assert out.getvalue() == ""
