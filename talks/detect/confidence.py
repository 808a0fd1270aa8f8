"""How sure the reader is, on the scale of how often it turned out right."""

from __future__ import annotations

# Fitted to reports that were read before any rule knew them: of those said to be 0.84
# sure 84 of 100 were right (bench/detection/README.md has the table). On reports that the
# rules have learnt from nearly all is right, which says nothing of the next one.
_FLOOR, _SLOPE, _MOST = 0.4, 0.6, 0.97


def calibrated(raw: float) -> float:
    """Return a rule's own estimate as a share of findings that are right."""
    return round(min(_FLOOR + _SLOPE * raw, _MOST), 2)
