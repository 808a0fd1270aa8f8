"""How sure the reader is, on the scale of how often it turned out right."""

from __future__ import annotations

# Fitted to the open reports (`python -m bench.detection.run` prints the table), where
# nearly all was right, and drawn halfway back towards the rules' own estimates: those
# reports were known while the rules were written, the next ones are not.
_FLOOR, _SLOPE, _MOST = 0.4, 0.6, 0.97


def calibrated(raw: float) -> float:
    """Return a rule's own estimate as a share of findings that are right."""
    return round(min(_FLOOR + _SLOPE * raw, _MOST), 2)
