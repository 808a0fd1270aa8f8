"""A picture on its page, and taken along: as a file, as its numbers, or in another's frame."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from textwrap import wrap
from typing import Any

from csp.decorators import csp_replace
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.clickjacking import xframe_options_exempt
from markupsafe import Markup

from talks.charts import alone, dress, png
from talks.models.base import Localized
from talks.queries import version
from talks.views.asked import Asked
from talks.views.background import Background

# How many letters of small print fit on a line of a picture in a file.
LINE = 140
# A page need not ask anew which state of the data it cites.
VERSION_SECONDS = 60


class Form(StrEnum):
    """As what a picture can be taken: the last part of its address."""

    SVG = "svg"
    PNG = "png"
    SHOWN = "csv"
    EVERYTHING = "all.csv"
    COVERAGE = "coverage.csv"
    FRAME = "html"


class FormConverter:
    """The form of a picture within an address."""

    regex = "|".join(sorted((form.replace(".", r"\.") for form in Form), reverse=True))

    def to_python(self, value: str) -> Form:
        """Return the form that an address names."""
        return Form(value)

    def to_url(self, value: str) -> str:
        """Return a form as an address names it."""
        return value


@dataclass(frozen=True, slots=True)
class Key:
    """A sign of the picture and what it means, with how often it stands there."""

    mark: str
    words: Localized
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows as a spreadsheet takes them."""

    columns: tuple[str, ...]
    rows: Iterable[list[object]]


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture with all that must stand with it, wherever it stands.

    `kind` names how it is drawn, `names` what its parts are called, `route` and `args`
    the address it is taken from, `page` the route and parts of the page it stands on,
    and `said` what the query of both says.
    """

    kind: str
    anchor: str
    title: str
    says: str
    picture: Any
    background: Background
    asked: Asked
    route: str
    page: tuple[str, ...]
    said: Mapping[str, str]
    args: tuple[str, ...] = ()
    keys: tuple[Key, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    sheets: tuple[str, ...] = ()
    changed_at: datetime | None = None

    @property
    def lines(self) -> list[str]:
        """What it says, in lines that fit a picture in a file."""
        return wrap(self.says, LINE)


@dataclass(frozen=True, slots=True)
class Numbers:
    """What a picture shows, and all that is held behind it."""

    shown: Callable[[], Table]
    everything: Callable[[], Table]


def data_version() -> datetime | None:
    """Return when the published data last changed, as of the last minute."""
    return cache.get_or_set("data-version", version.changed_at, timeout=VERSION_SECONDS)


def answer(
    request: HttpRequest, form: Form, chart: Chart, numbers: Numbers
) -> HttpResponse:
    """Answer a picture in the form asked for."""
    if form == Form.FRAME:
        framed: HttpResponse = _framed(request, chart)
        return framed
    if form in {Form.SVG, Form.PNG}:
        return _drawn(request, form, chart)
    tables: dict[Form, Callable[[], Table]] = {
        Form.SHOWN: numbers.shown,
        Form.EVERYTHING: numbers.everything,
        Form.COVERAGE: lambda: _coverage(chart),
    }
    return spreadsheet(tables[form](), _file_name(chart, form))


@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})  # type: ignore[untyped-decorator]
def _framed(request: HttpRequest, chart: Chart) -> HttpResponse:
    return render(request, "picture/frame.html", {"chart": chart})


def _drawn(request: HttpRequest, form: Form, chart: Chart) -> HttpResponse:
    theme: dress.Theme = "dark" if request.GET.get("theme") == "dark" else "light"
    from_right = chart.picture.axis.from_right
    sheet = dress.sheet(("charts", *chart.sheets, "alone"), theme)
    context = {"chart": chart, "sheet": Markup(sheet), "from_right": from_right}  # noqa: S704  our own style sheets
    written = render_to_string("picture/file.svg", context, request, using="jinja2")
    origin = request.build_absolute_uri("/")
    svg = alone.stand(written, origin=origin, from_right=from_right)
    content: str | bytes = svg if form == Form.SVG else png.draw(svg)
    kind = "image/svg+xml" if form == Form.SVG else "image/png"
    return _file(HttpResponse(content, content_type=kind), _file_name(chart, form))


def _file_name(chart: Chart, form: Form) -> str:
    day = f"-as-of-{chart.asked.day}" if chart.asked.is_past else ""
    return "-".join((*chart.page, chart.anchor)) + f"{day}.{form}"


def _file(response: HttpResponse, name: str) -> HttpResponse:
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def spreadsheet(table: Table, name: str) -> HttpResponse:
    """Answer a table as CSV that spreadsheets open as it is meant."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response.write("\N{BOM}")
    rows = csv.writer(response)
    rows.writerow(table.columns)
    rows.writerows([_safe(cell) for cell in row] for row in table.rows)
    return _file(response, name)


def _safe(cell: object) -> object:
    """Return words that no spreadsheet takes for a formula."""
    runs = isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    return f"'{cell}" if runs else cell


def _coverage(chart: Chart) -> Table:
    weeks = chart.background.on(chart.picture.axis)
    leans = sorted({lean for week in weeks for lean in week.by_lean})
    return Table(
        ("monday", "reports", "healthy_feeds", *(f"reports_{lean}" for lean in leans)),
        [
            [week.monday, week.reports, week.healthy_feeds]
            + [week.by_lean.get(lean, 0) for lean in leans]
            for week in weeks
        ],
    )
