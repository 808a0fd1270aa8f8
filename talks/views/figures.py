"""Figures: who claims how many, as of when, and what still stands."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from talks.models import Figure
from talks.queries import figures, measures
from talks.queries.figures import Page
from talks.views.asked import Asked
from talks.views.camps import camp_name
from talks.views.claim_tables import claims_table, sums_table
from talks.views.figure_charts import (
    BY_MONTH,
    OF_PERIODS,
    Charts,
    draw,
    draw_one,
    heading,
)
from talks.views.pictures import Form, Numbers, Table, answer, spreadsheet


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Show every measure of which something is claimed."""
    asked = Asked.of(request, today=timezone.localdate())
    context = {"asked": asked, "summaries": measures.summaries(asked.day)}
    return render(request, "figures/page.html", context)


@require_safe
def show(request: HttpRequest, measure: str) -> HttpResponse:
    """Show the claims of one measure and population: pictures first, then all of them."""
    if measure not in Figure.Measure.values:
        raise Http404
    asked, page = _ask(request, measure)
    context = {
        "asked": asked,
        "measure": measure,
        "page": page,
        "camp_name": camp_name,
        "heading": heading,
        "charts": draw(page, asked) if page else Charts(),
    }
    return render(request, "figures/measure.html", context)


@require_safe
def take(request: HttpRequest, measure: str, anchor: str, form: Form) -> HttpResponse:
    """Answer one picture of a measure in the form asked for."""
    asked, page = _find(request, measure)
    chart = draw_one(page, asked, anchor)
    if chart is None:
        raise Http404
    numbers = Numbers(
        shown=lambda: _shown(request, page, anchor),
        everything=lambda: _everything(request, measure, asked),
    )
    return answer(request, form, chart, numbers)


@require_safe
def claims(request: HttpRequest, measure: str) -> HttpResponse:
    """Answer the claims of a page as CSV, as many as it shows and in its language."""
    _asked, page = _find(request, measure)
    table = claims_table(page.claims, request)
    return spreadsheet(table, f"{measure}-{page.population}.csv")


def _shown(request: HttpRequest, page: Page, anchor: str) -> Table:
    if anchor == BY_MONTH:
        return sums_table(page.sums)
    if anchor == OF_PERIODS:
        drawn = page.periods
    else:
        drawn = [one for one in (*page.totals, *page.levels) if one.anchor == anchor]
    return claims_table((claim for one in drawn for claim in one.claims), request)


def _everything(request: HttpRequest, measure: str, asked: Asked) -> Table:
    """Return every claim of the measure, of whatever people."""
    known = figures.known_by(asked.day).filter(measure=measure)
    language = get_language() or "en"
    return claims_table(figures.fetch(known, day=asked.day, language=language), request)


def _ask(request: HttpRequest, measure: str) -> tuple[Asked, Page | None]:
    """Return what was asked, and the page that answers it if anything was claimed."""
    asked = Asked.of(request, today=timezone.localdate(), keep=["population"])
    wanted = request.GET.get("population", "")
    population = wanted if wanted in Figure.Population.values else ""
    page = figures.page(
        measure,
        population,
        day=asked.day,
        language=get_language() or "en",
        standard=asked.standard,
    )
    return asked, page


def _find(request: HttpRequest, measure: str) -> tuple[Asked, Page]:
    asked, page = _ask(request, measure)
    if page is None:
        raise Http404
    return asked, page
