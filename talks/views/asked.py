"""What any page of numbers can be asked: as of which day, by which standard of proof."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.translation import gettext as _

from talks.filters import Problem, past
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
        day, told = past.read(request.GET, today=today)
        problems = list(told)
        standard = _read_standard(request.GET.get("proof", ""), problems)
        own = ((name, request.GET.get(name, "")) for name in keep)
        kept = tuple((name, value) for name, value in own if value)
        return cls(day or today, day is not None, standard, kept, tuple(problems))

    def said(self, **other: str) -> dict[str, str]:
        """Return what the address of this page says, with some parts said otherwise."""
        said = dict(self.kept)
        said["proof"] = "" if self.standard == Standard.ALL else self.standard.value
        if self.is_past:
            said["as_of"] = self.day.isoformat()
        return {part: value for part, value in (said | other).items() if value}

    def address(self, **other: str) -> str:
        """Return the query string of this page with some parts said otherwise."""
        return f"?{urlencode(self.said(**other))}"


def _read_standard(word: str, problems: list[Problem]) -> Standard:
    if word in Standard.values:
        return Standard(word)
    if word:
        problems.append(Problem("proof", word, _("This standard is not known.")))
    return Standard.ALL
