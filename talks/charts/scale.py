"""Numbers along the height of a picture, with round ticks."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count, takewhile

MOST_TICKS = 5


@dataclass(frozen=True, slots=True)
class Scale:
    """The numbers from 0 to `top`, drawn upwards from the foot of the picture."""

    top: int
    step: int
    height: int

    @classmethod
    def upto(cls, most: int, height: int) -> Scale:
        """Return the scale that holds `most`, its top a whole number of round steps."""
        step = _round_step(most)
        return cls(max(-(-most // step) * step, step), step, height)

    def y(self, number: float) -> float:
        """Return how far below the top edge a number stands, in pixels."""
        return round(self.height * (1 - number / self.top), 2)

    @property
    def ticks(self) -> list[int]:
        """The round numbers from 0 to the top."""
        return list(range(0, self.top + 1, self.step))


def _round_step(most: int) -> int:
    """Return the smallest of 1, 2, 5, 10, 20, 50 ... that needs few enough ticks."""
    tenfolds = (10**power for power in count())
    steps = (part * tenfold for tenfold in tenfolds for part in (1, 2, 5))
    too_small = takewhile(lambda step: step * MOST_TICKS < most, steps)
    *_, last = (0, *too_small)
    return _next_round(last)


def _next_round(step: int) -> int:
    if step == 0:
        return 1
    leading = int(str(step)[0])
    return step * 5 // 2 if leading == 2 else step * 2
