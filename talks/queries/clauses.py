"""Clock rules of agreements: "three months after signature" made into a day."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

_NUMBERS = {
    word: number
    for number, word in enumerate(
        (
            *("one", "two", "three", "four", "five", "six", "seven", "eight"),
            *("nine", "ten", "eleven", "twelve"),
        ),
        1,
    )
}
_RULE = re.compile(
    rf"\b(?P<number>\d{{1,4}}|{'|'.join(_NUMBERS)}|an?|the(?= day ))"
    r" (?P<unit>day|week|month|year)s?"
    r" (?:after|from|of|following) (?:the |its )?(?P<anchor>.+)"
)
_UNITS = {"day": (1, 0), "week": (7, 0), "month": (0, 1), "year": (0, 12)}
# what an agreement's clock may start from
SIGNATURE = ("signature", "signing", "adoption", "agreement", "declaration")
EFFECT = ("entry into force", "effect", "taking effect", "truce", "ceasefire")


class RuleError(ValueError):
    """A clock rule that names no length or no start that is known."""


def due(rule: str, *, signed_on: date, effective_on: date | None) -> date | None:
    """Return the day that a rule names; None where it counts from a day not yet come.

    A month after 31 January is the last day of February. An agreement that takes
    effect has its own day for that; others take effect when signed.
    """
    read = _RULE.search(" ".join(rule.lower().replace("-", " ").split()))
    if not read:
        raise RuleError(rule)
    days, months = _UNITS[read["unit"]]
    start = _start(read["anchor"], rule, signed_on, effective_on)
    number = _number(read["number"])
    return start and months_after(start, number * months) + timedelta(number * days)


def months_after(day: date, months: int) -> date:
    """Return the same day so many months later, or the last day of that month."""
    count = day.year * 12 + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS.get(word, 1)


def _start(
    anchor: str, rule: str, signed_on: date, effective_on: date | None
) -> date | None:
    if anchor.startswith(SIGNATURE):
        return signed_on
    if anchor.startswith(EFFECT):
        return effective_on
    raise RuleError(rule)
