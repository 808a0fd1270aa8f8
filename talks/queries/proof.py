"""Standards of proof: which events count under each."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import TextChoices

from talks.queries.cards import Card
from talks.queries.grading import Grade


class Standard(TextChoices):
    """How much proof an event needs to enter a count; each counts less than the last."""

    ALL = "all", "All that is alleged"
    TWO = "two", "Two independent sources"
    CONFIRMED = "confirmed", "Confirmed"


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
