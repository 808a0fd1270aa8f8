"""Findings and annotations in pairs, as many as can be."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bench.detection.scoring.evidence import Located

Agree = Callable[[Located, Located], bool]


def pair(
    found: Sequence[Located], wanted: Sequence[Located], agree: Agree
) -> dict[int, int]:
    """Return for the index of a finding that of its annotation: a maximum matching."""
    edges = [[n for n, want in enumerate(wanted) if agree(one, want)] for one in found]
    owner: dict[int, int] = {}

    def place(index: int, seen: set[int]) -> bool:
        for n in edges[index]:
            if n not in seen:
                seen.add(n)
                if n not in owner or place(owner[n], seen):
                    owner[n] = index
                    return True
        return False

    for index in range(len(found)):
        place(index, set())
    return {index: n for n, index in owner.items()}
