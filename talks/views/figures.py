"""Figures: who claims how many, as of when, and what still stands."""

from __future__ import annotations

from datetime import date, timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from talks.charts import bars
from talks.charts import figures as drawing
from talks.charts.axis import month_after
from talks.models import Actor, Figure, Source
from talks.queries import figures
from talks.queries.figures import Page, Series
from talks.views.asked import Asked
from talks.views.background import Background


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Show every measure of which something is claimed."""
    asked = Asked.of(request, today=timezone.localdate())
    context = {"asked": asked, "summaries": figures.summaries(asked.day)}
    return render(request, "figures/page.html", context)


@require_safe
def show(request: HttpRequest, measure: str) -> HttpResponse:
    """Show the claims of one measure and population: pictures first, then all of them."""
    if measure not in Figure.Measure.values:
        raise Http404
    asked = Asked.of(request, today=timezone.localdate(), keep=["population"])
    language = get_language() or "en"
    wanted = request.GET.get("population", "")
    population = wanted if wanted in Figure.Population.values else ""
    page = figures.page(measure, population, day=asked.day, language=language)
    context = {"asked": asked, "measure": measure, "page": page}
    if page:
        context |= {"camp_name": camp_name, **_pictures(page, asked.day, language)}
    return render(request, "figures/measure.html", context)


def camp_name(camp: str) -> str:
    """Return what a camp is called: an actor's side, or what a source leans to."""
    sides, leans = Actor.Side, Source.Lean
    named = sides(camp) if camp in sides.values else leans(camp)
    return _(str(named.label))


def _pictures(page: Page, day: date, language: str) -> dict[str, object]:
    right = get_language_bidi()
    totals = [(one, _draw(one, day)) for one in page.totals]
    levels = [(one, _draw(one, day)) for one in page.levels if len(one.claims) > 1]
    periods = (
        drawing.draw_periods(page.periods, from_right=right) if page.periods else None
    )
    sums = _draw_sums(page) if page.sums else None
    drawn = [picture.axis for _one, picture in (*totals, *levels)]
    drawn += [picture.axis for picture in (periods, sums) if picture]
    return {
        "totals": totals,
        "levels": levels,
        "singles": [one for one in page.levels if len(one.claims) == 1],
        "periods": periods,
        "sums": sums,
        "background": Background.of(drawn, day=day, language=language),
    }


def _draw(series: Series, day: date) -> drawing.Picture:
    return drawing.draw(series, until=day, from_right=get_language_bidi())


def _draw_sums(page: Page) -> bars.Picture:
    columns = [
        bars.Column(
            first=month.month,
            last=month_after(month.month) - timedelta(1),
            parts={"sure": month.low},
            more=month.high - month.low,
            is_open=month.is_open_above,
            missing=month.missing,
        )
        for month in page.sums
    ]
    axis = bars.months(
        columns[0].first, columns[-1].last, from_right=get_language_bidi()
    )
    return bars.draw(columns, parts=["sure"], axis=axis)
