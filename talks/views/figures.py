"""Figures: who claims how many, as of when, and what still stands."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from typing import Any

from csp.decorators import csp_replace
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from talks.charts import bars
from talks.charts import figures as drawing
from talks.charts.axis import month_after
from talks.models import Figure
from talks.queries import figures
from talks.queries.claims import Claim
from talks.queries.figures import Page, Series
from talks.views.asked import Asked
from talks.views.background import Background
from talks.views.camps import camp_name


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
    asked, page = _ask(request, measure)
    context = {"asked": asked, "measure": measure, "page": page}
    if page:
        context |= {
            "camp_name": camp_name,
            **_pictures(page, asked.day, get_language() or "en"),
        }
    return render(request, "figures/measure.html", context)


@require_safe
def picture(request: HttpRequest, measure: str, anchor: str) -> HttpResponse:
    """Answer one series as an SVG file, with its words and where it comes from."""
    context = _one_picture(request, measure, anchor)
    answer = render(
        request, "figures/picture.svg", context, content_type="image/svg+xml"
    )
    answer["Content-Disposition"] = f'attachment; filename="{measure}-{anchor}.svg"'
    return answer


@require_safe
@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})  # type: ignore[untyped-decorator]
def embed(request: HttpRequest, measure: str, anchor: str) -> HttpResponse:
    """Show one series alone, for other sites' pages: live, or frozen by `as_of`."""
    context = _one_picture(request, measure, anchor)
    axis = context["picture"].axis
    context["background"] = Background.of(
        [axis], day=context["asked"].day, language=get_language() or "en"
    )
    return render(request, "figures/embed.html", context)


def _one_picture(request: HttpRequest, measure: str, anchor: str) -> dict[str, Any]:
    asked, page = _find(request, measure)
    series = [one for one in (*page.totals, *page.levels) if one.anchor == anchor]
    if not series:
        raise Http404
    here = request.build_absolute_uri(reverse("figure", args=[measure]))
    return {
        "asked": asked,
        "name": _name(page),
        "series": series[0],
        "picture": _draw(series[0], asked.day),
        "cited": here,
        "page_address": here + asked.address(population=page.population),
    }


@require_safe
def claims(request: HttpRequest, measure: str) -> HttpResponse:
    """Answer the claims of a page as CSV, as many as it shows and in its language."""
    _asked, page = _find(request, measure)
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    name = f"{measure}-{page.population}.csv"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.write("\N{BOM}")
    rows = csv.writer(answer)
    rows.writerow(COLUMNS)
    rows.writerows(_row(claim, request) for claim in page.claims)
    return answer


COLUMNS = (
    *("slug", "measure", "population", "scope", "low", "best", "high", "qualifier"),
    *("as_stated", "assertion", "since_earliest", "as_of_earliest", "as_of_latest"),
    *("place", "event", "given_by", "source", "published", "recommended"),
    *("corrected", "part_of_another", "report"),
)


def _row(claim: Claim, request: HttpRequest) -> list[object]:
    report = reverse("article", args=[claim.article])
    return [
        *(claim.slug, claim.measure, claim.population, claim.scope),
        *(claim.count.low, claim.count.best, claim.count.high, claim.count.qualifier),
        *(_safe(claim.as_stated), claim.assertion),
        claim.since and claim.since.earliest,
        *(claim.as_of.earliest, claim.as_of.latest),
        claim.place and claim.place.slug,
        claim.event_name and claim.event_name.slug,
        *(_safe(claim.speaker.text.text), claim.source.slug, claim.published),
        *(claim.is_recommended, claim.superseded_by is not None),
        *(claim.part_of is not None, request.build_absolute_uri(report)),
    ]


def _safe(words: str) -> str:
    """Return words that no spreadsheet takes for a formula."""
    return f"'{words}" if words.startswith(("=", "+", "-", "@", "\t")) else words


def _ask(request: HttpRequest, measure: str) -> tuple[Asked, Page | None]:
    """Return what was asked, and the page that answers it if anything was claimed."""
    asked = Asked.of(request, today=timezone.localdate(), keep=["population"])
    wanted = request.GET.get("population", "")
    population = wanted if wanted in Figure.Population.values else ""
    language = get_language() or "en"
    return asked, figures.page(measure, population, day=asked.day, language=language)


def _find(request: HttpRequest, measure: str) -> tuple[Asked, Page]:
    asked, page = _ask(request, measure)
    if page is None:
        raise Http404
    return asked, page


def _name(page: Page) -> str:
    """Return what is counted: the measure, and of whom where that is said."""
    measure = _(str(Figure.Measure(page.measure).label))
    if page.population in {Figure.Population.ALL, Figure.Population.NOT_APPLICABLE}:
        return measure
    return f"{measure}: {_(str(Figure.Population(page.population).label))}"


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
