"""One claim as the tables write it."""

from __future__ import annotations

# Measure, population, low, high; None where the words leave a side open.
Claim = tuple[str, str, int | None, int | None]
