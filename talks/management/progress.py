"""A bar for long work on a terminal; in files and pipes there is none."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sized
from typing import TextIO, TypeVar

T = TypeVar("T")
_WIDTH, _SHORTEST = 30, 5


def with_progress(
    things: Iterable[T], *, of: Sized, out: TextIO | None = None
) -> Iterator[T]:
    """Yield the things, and draw on standard error how many of them are done."""
    out, total = out or sys.stderr, len(of)
    is_drawn = out.isatty() and total >= _SHORTEST
    for number, thing in enumerate(things):
        if is_drawn:
            _draw(out, number, total)
        yield thing
    if is_drawn:
        out.write("\r" + " " * (_WIDTH + 20) + "\r")


def _draw(out: TextIO, number: int, total: int) -> None:
    done = min(_WIDTH * number // total, _WIDTH)
    out.write(f"\r[{'#' * done}{'.' * (_WIDTH - done)}] {number}/{total} ")
    out.flush()
