"""The timeline: what happened, in order, narrowed by its address."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import get_template, render_to_string
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from markupsafe import Markup

from talks.charts import density, lanes
from talks.charts.axis import Axis
from talks.filters import EventFilter, Problem
from talks.models import Event
from talks.queries import cards, tallies, timeline
from talks.queries.cards import by_month
from talks.queries.names import Name
from talks.queries.tallies import Tally
from talks.views import fragments
from talks.views.fragments import Shelf

Frame = tuple[str, EventFilter]


# What stands around the lists that people page through, and the cards on them.
FRAMES: Shelf[Frame, dict[str, str]] = Shelf(100)
CARDS: Shelf[tuple[str, int], str] = Shelf(10_000)


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Show one page of the events that the address asks for."""
    asked, language = EventFilter.parse(request.GET), get_language() or "en"
    chosen = timeline.chosen(asked, language)
    unknown = _unknown(asked, chosen)
    for problem in unknown:
        asked = asked.toggled(problem.name, problem.value)
    page, version = timeline.page(asked), fragments.version()
    frame = (language, replace(asked.page(), problems=()))
    context = {
        "asked": asked,
        "page": page,
        "months": by_month(page.entries),
        "written": _written(page, language, asked.known_by, version),
        "problems": [*asked.problems, *unknown],
        **FRAMES.take(
            [frame], version, lambda _missing: {frame: _frame(asked, chosen, language)}
        )[frame],
    }
    return render(request, "timeline/page.html", context)


def _written(
    page: timeline.Page, language: str, day: date | None, version: fragments.Version
) -> dict[int, str]:
    """Return the cards of a page as they stand in it, by their events' numbers."""
    macros: Any = get_template("_events.html")
    write = macros.template.module.one

    def make(names: list[tuple[str, int]]) -> dict[tuple[str, int], str]:
        numbers = [number for _language, number in names]
        found = cards.by_number(numbers, language, day=day)
        return {(language, card.id): write(card) for card in found}

    names = [(language, entry.id) for entry in page.entries]
    made = CARDS.take(names, None if day else version, make)
    return {number: card for (_language, number), card in made.items()}


def _frame(
    asked: EventFilter, chosen: dict[str, list[Name]], language: str
) -> dict[str, str]:
    """Return what stands over and beside the list, the same on each of its pages."""
    tally = tallies.tally(asked)
    context = {
        "asked": asked.page(),
        "tally": tally,
        "strip": _strip(asked, tally),
        "picture": _picture(asked, tally, language),
        "chosen": chosen,
        "options": tallies.options(asked, language),
    }
    return {part: _render(part, context) for part in ("count", "over", "beside")}


def _render(part: str, context: dict[str, Any]) -> Markup:
    return Markup(render_to_string(f"timeline/_{part}.html", context))  # noqa: S704  a page of ours


def _strip(asked: EventFilter, tally: Tally) -> density.Strip | None:
    return density.draw(
        tally.months,
        tracks=Event.Track.values,
        first=asked.first,
        last=asked.last,
        from_right=get_language_bidi(),
    )


def _picture(asked: EventFilter, tally: Tally, language: str) -> lanes.Picture | None:
    """Draw the days asked for, unless they are too many to be told apart."""
    first, last = asked.first, asked.last
    if not (first and last) or (last - first).days > lanes.LONGEST_DAYS:
        return None
    if not tally.is_whole or tally.possibly > timeline.MOST_MARKS:
        return None
    marks = timeline.marks(asked, language)
    if not marks:
        return None
    return lanes.draw(
        marks,
        timeline.truces(first, last, language),
        tracks=Event.Track.values,
        axis=Axis(first, last, get_language_bidi()),
    )


def _unknown(asked: EventFilter, chosen: dict[str, list[Name]]) -> list[Problem]:
    """Return a problem for each actor, place and source that does not exist."""
    given: dict[str, Any] = {
        "actor": asked.actors,
        "place": asked.places,
        "source": asked.sources,
    }
    return [
        Problem(part, slug, _("Nothing of this name is known here."))
        for part, slugs in given.items()
        for slug in slugs
        if slug not in {name.slug for name in chosen[part]}
    ]
