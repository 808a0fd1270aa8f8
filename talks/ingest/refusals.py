"""Why a step could not be done: one named outcome and one plain sentence."""

from __future__ import annotations

from datetime import datetime

from talks.models.articles import Fetch

Outcome = Fetch.Outcome

# Another day may bring another answer; the rest stays as it is however often one asks.
_PASSING = frozenset(
    {
        Outcome.THROTTLED,
        Outcome.TIMEOUT,
        Outcome.TLS,
        Outcome.UNREACHABLE,
        Outcome.SERVER_ERROR,
        Outcome.BOT_WALL,
        Outcome.FAILED,
    }
)


class Refusal(Exception):  # noqa: N818 -- it is an answer, not a mistake
    """A step ended without its result. `again_at` is when the other side asked us back."""

    def __init__(
        self,
        outcome: Outcome,
        reason: str,
        *,
        status_code: int | None = None,
        again_at: datetime | None = None,
    ) -> None:
        super().__init__(reason)
        self.outcome = outcome
        self.reason = reason
        self.status_code = status_code
        self.again_at = again_at

    @property
    def may_pass(self) -> bool:
        """Tell whether trying again later makes sense."""
        return self.outcome in _PASSING
