"""Numbers that know what they bound: "more than 2,000", "between 10 and 12", "dozens"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Qualifier(StrEnum):
    """How a source hedged its number."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    ABOUT = "about"
    NEARLY = "nearly"
    UP_TO = "up_to"
    FEWER_THAN = "fewer_than"
    BETWEEN = "between"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Count:
    """A number as claimed: at least `low`, at most `high`, `best` where one is given.

    The bounds are those in the source's words: for "more than 2,000" `low` is 2000
    and the qualifier says that 2,000 itself is excluded. None means no bound given.
    """

    low: int | None
    best: int | None
    high: int | None
    qualifier: Qualifier = Qualifier.EXACT

    def __post_init__(self) -> None:
        stated = [n for n in (self.low, self.best, self.high) if n is not None]
        if not stated:
            raise ValueError("a count needs at least one of low, best and high")
        if stated != sorted(stated) or stated[0] < 0:
            message = f"a count needs 0 <= low <= best <= high, got {stated}"
            raise ValueError(message)

    @classmethod
    def of(cls, number: int, qualifier: Qualifier = Qualifier.EXACT) -> Count:
        """Return one number with the bounds that its qualifier gives it."""
        low, best, high = (number if given else None for given in _BOUNDS[qualifier])
        return cls(low, best, high, qualifier)

    @classmethod
    def between(cls, low: int, high: int) -> Count:
        """Return a range without a best guess."""
        return cls(low, None, high, Qualifier.BETWEEN)

    @classmethod
    def parse(cls, words: str) -> Count:
        """Read a number as typed in English: "more than 2,000", "10-12", "dozens".

        Raises ValueError, saying what could not be read.
        """
        return _read_count(words)

    def contains(self, number: int) -> bool:
        """Tell whether the claim leaves room for this number."""
        if self.low is not None:
            excluded = self.qualifier == Qualifier.MORE_THAN
            if number < self.low + excluded:
                return False
        if self.high is not None:
            excluded = self.qualifier in {Qualifier.FEWER_THAN, Qualifier.NEARLY}
            return number <= self.high - excluded
        return True

    def widen(self, other: Count) -> Count:
        """Return the narrowest claim that leaves room for all that either does."""
        if self == other:
            return self
        low = min(self._least(), other._least())
        most, other_most = self._most(), other._most()
        if most is None or other_most is None:
            return Count(low, None, None, Qualifier.AT_LEAST)
        return Count.between(low, max(most, other_most))

    def _least(self) -> int:
        return (
            0
            if self.low is None
            else self.low + (self.qualifier == Qualifier.MORE_THAN)
        )

    def _most(self) -> int | None:
        excluded = self.qualifier in {Qualifier.FEWER_THAN, Qualifier.NEARLY}
        return self.high if self.high is None else max(self.high - excluded, 0)

    def __str__(self) -> str:
        return _print_count(self)


# which of low, best and high a qualified number states
_BOUNDS = {
    Qualifier.EXACT: (True, True, True),
    Qualifier.ABOUT: (True, True, True),
    Qualifier.AT_LEAST: (True, False, False),
    Qualifier.MORE_THAN: (True, False, False),
    Qualifier.NEARLY: (False, True, True),
    Qualifier.UP_TO: (False, False, True),
    Qualifier.FEWER_THAN: (False, False, True),
    Qualifier.BETWEEN: (True, True, True),
    Qualifier.VAGUE: (True, True, True),
}

# ------------------------------------------------------------------ printing

_PRINTED = {
    Qualifier.EXACT: "",
    Qualifier.AT_LEAST: "at least ",
    Qualifier.MORE_THAN: "more than ",
    Qualifier.ABOUT: "about ",
    Qualifier.NEARLY: "nearly ",
    Qualifier.UP_TO: "up to ",
    Qualifier.FEWER_THAN: "fewer than ",
}


def _print_count(count: Count) -> str:
    """Print in the words that `parse` reads back to an equal count."""
    stated = next(n for n in (count.best, count.low, count.high) if n is not None)
    if count.qualifier in _PRINTED and count == Count.of(stated, count.qualifier):
        return f"{_PRINTED[count.qualifier]}{stated:,}"
    bounds = "\N{EN DASH}".join(
        "?" if n is None else f"{n:,}" for n in (count.low, count.high)
    )
    best = "" if count.best is None else f", best {count.best:,}"
    named = "" if count.qualifier == Qualifier.BETWEEN else f" ({count.qualifier})"
    return f"{bounds}{best}{named}"


# ------------------------------------------------------------------ reading

_DIGITS = r"\d{1,3}(?:,\d{3})+|\d+"
_QUALIFIED = re.compile(
    rf"(?P<words>[a-z ]*?) ?(?P<number>{_DIGITS})(?P<after>\+| or more| or so)?"
)
_SPAN = re.compile(
    rf"(?:between |from )?(?P<low>{_DIGITS}|\?) ?(?:-|to|and) ?(?P<high>{_DIGITS}|\?)"
    rf"(?:, best (?P<best>{_DIGITS}))?(?: \((?P<qualifier>[a-z_]+)\))?"
)
_QUALIFIERS = {
    **{words.strip(): qualifier for qualifier, words in _PRINTED.items()},
    "exactly": Qualifier.EXACT,
    "no fewer than": Qualifier.AT_LEAST,
    "not less than": Qualifier.AT_LEAST,
    "a minimum of": Qualifier.AT_LEAST,
    "over": Qualifier.MORE_THAN,
    "above": Qualifier.MORE_THAN,
    "upwards of": Qualifier.MORE_THAN,
    "around": Qualifier.ABOUT,
    "some": Qualifier.ABOUT,
    "roughly": Qualifier.ABOUT,
    "approximately": Qualifier.ABOUT,
    "an estimated": Qualifier.ABOUT,
    "almost": Qualifier.NEARLY,
    "close to": Qualifier.NEARLY,
    "just under": Qualifier.NEARLY,
    "as many as": Qualifier.UP_TO,
    "no more than": Qualifier.UP_TO,
    "at most": Qualifier.UP_TO,
    "a maximum of": Qualifier.UP_TO,
    "less than": Qualifier.FEWER_THAN,
    "under": Qualifier.FEWER_THAN,
    "below": Qualifier.FEWER_THAN,
}
_VAGUE = {
    "a handful": (3, 9),
    "a few": (3, 9),
    "several": (3, 9),
    "dozens": (24, 99),
    "scores": (40, 199),
    "hundreds": (200, 999),
    "thousands": (2_000, 9_999),
    "tens of thousands": (10_000, 99_999),
    "hundreds of thousands": (100_000, 999_999),
}


def _read_count(words: str) -> Count:
    plain = " ".join(re.sub(r"[\u2010-\u2015\u2212]", "-", words).lower().split())
    if plain in _VAGUE:
        low, high = _VAGUE[plain]
        return Count(low, None, high, Qualifier.VAGUE)
    try:
        if found := _SPAN.fullmatch(plain):
            return _read_span(found)
        if found := _QUALIFIED.fullmatch(plain):
            return Count.of(_read_number(found["number"]), _read_qualifier(found))
    except ValueError as error:
        message = f"cannot read {words.strip()!r} as a number: {error}"
        raise ValueError(message) from None
    message = f"cannot read {words.strip()!r} as a number"
    raise ValueError(message)


def _read_span(found: re.Match[str]) -> Count:
    low, high, best = (
        None if found[name] in {None, "?"} else _read_number(found[name])
        for name in ("low", "high", "best")
    )
    return Count(low, best, high, Qualifier(found["qualifier"] or Qualifier.BETWEEN))


def _read_number(digits: str) -> int:
    return int(digits.replace(",", ""))


def _read_qualifier(found: re.Match[str]) -> Qualifier:
    if found["after"]:
        return Qualifier.ABOUT if found["after"] == " or so" else Qualifier.AT_LEAST
    if found["words"] not in _QUALIFIERS:
        message = f"{found['words']!r} is not a known qualifier"
        raise ValueError(message)
    return _QUALIFIERS[found["words"]]
