"""The map: where the events asked for happened, drawn without anybody else's tiles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from talks.charts import map as maps
from talks.charts.map import Mark
from talks.filters import EventFilter, Problem
from talks.filters.events import MANY
from talks.filters.map import DEEPEST, MapView
from talks.models.base import Localized
from talks.queries import timeline
from talks.queries.map import Spot, located

# A step to the side shows half of what was seen.
_STEP = 0.5


@dataclass(frozen=True, slots=True)
class Asked:
    """Which events, and which part of the map."""

    events: EventFilter
    view: MapView
    problems: tuple[Problem, ...]

    def address(self, **other: Any) -> str:
        """Return this page's query string with some parts said otherwise."""
        said = replace(self, **other)
        pairs = [*said.events.pairs(), *said.view.pairs()]
        return f"?{urlencode(pairs)}"

    def timeline(self, *spots: Spot) -> str:
        """Return the timeline's query string for the same events at these places."""
        slugs = tuple(spot.name.slug for spot in spots) or self.events.places
        return replace(self.events, places=slugs, before=None, after=None).address()

    @property
    def can_go_deeper(self) -> bool:
        """Tell whether there is a closer view than this."""
        return self.view.zoom < DEEPEST

    def into(self, mark: Mark) -> str:
        """Return the query string of the map around several places drawn as one."""
        return self.address(view=self.view.deeper(2, mark.at))


@dataclass(frozen=True, slots=True)
class Chip:
    """Something that narrows, what it is called where it has a name, and the way out."""

    part: str
    value: str
    name: Localized | None
    without: str


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Show the places of the events that the address asks for."""
    asked = _read(request)
    language = get_language() or "en"
    found = located(asked.events, language)
    window = maps.Window.around(*asked.view.at, asked.view.zoom)
    context = {
        "asked": asked,
        "found": found,
        "picture": maps.draw(found.spots, window),
        "ways": _ways(asked, window),
        "chips": list(_chips(asked, language)),
    }
    return render(request, "map/page.html", context)


def _read(request: HttpRequest) -> Asked:
    events, view = EventFilter.parse(request.GET), MapView.parse(request.GET)
    return Asked(events, view, (*events.problems, *view.problems))


def _chips(asked: Asked, language: str) -> Iterator[Chip]:
    """Yield each part of the address that narrows, and the address without it."""
    events = asked.events
    names = {
        (part, name.slug): name.text
        for part, known in timeline.chosen(events, language).items()
        for name in known
    }
    for part, value in events.pairs():
        if part in MANY:
            without = events.toggled(part, value)
        elif part == "q":
            without = events.without_text()
        elif part == "as_of":
            without = events.as_known_today()
        elif part == "proof":
            without = events.proven("")
        else:
            ends = {"from": events.first, "to": events.last} | {part: None}
            without = events.within(ends["from"], ends["to"])
        yield Chip(part, value, names.get((part, value)), asked.address(events=without))


def _ways(asked: Asked, window: maps.Window) -> list[tuple[str, str]]:
    """Return the other views one step from here: what each is called, and its address."""
    view, north, east = asked.view, window.height * _STEP, window.width * _STEP
    ways = []
    if view.zoom < DEEPEST:
        ways.append((_("Closer"), view.deeper(1)))
    if view.zoom:
        ways += [
            (_("Further"), view.deeper(-1)),
            (_("North"), view.moved(north, 0)),
            (_("South"), view.moved(-north, 0)),
            (_("West"), view.moved(0, -east)),
            (_("East"), view.moved(0, east)),
            (_("The whole map"), MapView()),
        ]
    return [(title, asked.address(view=way)) for title, way in ways]
