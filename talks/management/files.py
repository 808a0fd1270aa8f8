"""Files that people name on the command line."""

from __future__ import annotations

from pathlib import Path

from talks.ingest.refusals import Outcome, Refusal

LARGEST = 5_000_000


def read_file(path: Path) -> bytes:
    """Return the file's bytes. Raises Refusal where there is no such file, or too much."""
    try:
        if not path.is_file():
            reason = "It is a folder." if path.is_dir() else "There is no such file."
            raise Refusal(Outcome.NOT_FOUND, reason)
        if path.stat().st_size > LARGEST:
            raise Refusal(Outcome.TOO_LARGE, f"It is larger than {LARGEST:,} bytes.")
        return path.read_bytes()
    except OSError as error:
        raise Refusal(
            Outcome.REFUSED, f"It cannot be opened: {error.strerror}."
        ) from None
