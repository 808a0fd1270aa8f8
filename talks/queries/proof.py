"""Standards of proof: which events count under each."""

from __future__ import annotations

from collections.abc import Iterable

from talks.models.events import Standard
from talks.queries.cards import Card
from talks.queries.grading import Grade

__all__ = ["Standard", "counted", "meets"]


def meets(card: Card, standard: Standard) -> bool:
    """Tell whether an event counts. What staff discounted never does.

    A denied event that two independent sources report still has two sources.
    """
    if card.grade == Grade.DISCOUNTED:
        return False
    if standard == Standard.ALL or card.grade == Grade.CONFIRMED:
        return True
    return standard == Standard.TWO and card.grading.telling > 1


def counted(cards: Iterable[Card], standard: Standard) -> list[Card]:
    """Return the events that count under a standard, in their order."""
    return [card for card in cards if meets(card, standard)]
