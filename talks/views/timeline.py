"""The timeline: what happened, in order, narrowed by its address."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from talks.charts import density, lanes
from talks.charts.axis import Axis
from talks.filters import EventFilter, Problem
from talks.models import Event
from talks.queries import timeline
from talks.queries.cards import by_month
from talks.queries.names import Name
from talks.queries.timeline import Tally


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Show one page of the events that the address asks for."""
    asked, language = EventFilter.parse(request.GET), get_language() or "en"
    chosen = timeline.chosen(asked, language)
    unknown = _unknown(asked, chosen)
    for problem in unknown:
        asked = asked.toggled(problem.name, problem.value)
    page = timeline.page(asked, language)
    tally = timeline.tally(asked)
    context = {
        "asked": asked,
        "months": by_month(page.cards),
        "page": page,
        "tally": tally,
        "strip": _strip(asked, tally),
        "picture": _picture(asked, language),
        "chosen": chosen,
        "problems": [*asked.problems, *unknown],
        "options": {
            "actor": timeline.actors(asked, language),
            "place": timeline.places(asked, language),
            "source": timeline.sources(asked, language),
        },
    }
    return render(request, "timeline/page.html", context)


def _strip(asked: EventFilter, tally: Tally) -> density.Strip | None:
    return density.draw(
        tally.months,
        tracks=Event.Track.values,
        first=asked.first,
        last=asked.last,
        from_right=get_language_bidi(),
    )


def _picture(asked: EventFilter, language: str) -> lanes.Picture | None:
    """Draw the days asked for, unless they are too many to be told apart."""
    first, last = asked.first, asked.last
    if not (first and last) or (last - first).days > lanes.LONGEST_DAYS:
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
