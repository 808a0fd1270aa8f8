"""What any page of numbers can be asked: as of which day, by which standard of proof."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.translation import gettext as _

from talks.filters import Problem
from talks.queries.proof import Standard


@dataclass(frozen=True, slots=True)
class Asked:
    """The day whose knowledge is shown, and how much proof an event needs to count."""

    day: date
    is_past: bool
    standard: Standard
    kept: tuple[tuple[str, str], ...]
    problems: tuple[Problem, ...]

    @classmethod
    def of(cls, request: HttpRequest, *, today: date, keep: Sequence[str] = ()) -> Self:
        """Read the address. What cannot be used is left out and told in `problems`.

        `keep` names parts of the address that are the page's own and go along.
        """
        problems: list[Problem] = []
        day = _read_day(request.GET.get("as_of", ""), today, problems)
        standard = _read_standard(request.GET.get("proof", ""), problems)
        own = ((name, request.GET.get(name, "")) for name in keep)
        kept = tuple((name, value) for name, value in own if value)
        return cls(day, day < today, standard, kept, tuple(problems))

    def address(self, **other: str) -> str:
        """Return the query string of this page with some parts said otherwise."""
        said = dict(self.kept)
        said["proof"] = "" if self.standard == Standard.ALL else self.standard.value
        if self.is_past:
            said["as_of"] = self.day.isoformat()
        said |= other
        return f"?{urlencode({key: value for key, value in said.items() if value})}"


def _read_day(words: str, today: date, problems: list[Problem]) -> date:
    if not words:
        return today
    try:
        day = date.fromisoformat(words)
    except ValueError:
        problems.append(Problem("as_of", words, _("This is not a day.")))
        return today
    if day > today:
        problems.append(Problem("as_of", words, _("This day has not come yet.")))
        return today
    return max(day, date.min + timedelta(40_000))


def _read_standard(word: str, problems: list[Problem]) -> Standard:
    if word in Standard.values:
        return Standard(word)
    if word:
        problems.append(Problem("proof", word, _("This standard is not known.")))
    return Standard.ALL
