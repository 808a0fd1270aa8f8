"""The embargo: reported breaches by supplier, recipient, item and month."""

from __future__ import annotations

from dataclasses import fields
from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language, get_language_bidi, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from talks.charts import bars
from talks.charts.axis import month_after
from talks.models.base import Localized
from talks.queries import embargo
from talks.queries.embargo import Case, Wanted
from talks.queries.grading import Grade
from talks.queries.proof import Standard
from talks.shapes import formats
from talks.views.asked import Asked
from talks.views.background import Background
from talks.views.case_tables import cases_table
from talks.views.pictures import Chart, Form, Key, Numbers, Table, answer, data_version

# what is surest stands at the foot of a bar
GRADES = (Grade.CONFIRMED, Grade.FAIR, Grade.WEAK, Grade.CONTESTED, Grade.UNSOURCED)
# the parts of the address by which cases can be narrowed
PARTS = tuple(part.name for part in fields(Wanted))


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Show the cases that meet the standard of proof asked for."""
    asked, language = _ask(request), get_language() or "en"
    proven = embargo.cases(day=asked.day, standard=asked.standard, language=language)
    cases = _chosen(proven, asked)
    context = {
        "asked": asked,
        "cases": cases,
        "surveys": [case for case in proven if case.is_survey],
        "chart": _draw(cases, asked),
        "suppliers": embargo.tally(cases, lambda case: case.supplier),
        "recipients": embargo.tally(cases, lambda case: case.recipient),
        "items": embargo.tally(cases, lambda case: case.item),
        "finders": embargo.tally(cases, lambda case: case.reported_by),
        "standards": embargo.tally(cases, lambda case: case.standard_of_proof),
        "months": embargo.tally(cases, lambda case: case.month),
        "inspections": embargo.inspections(day=asked.day, language=language),
        "resolutions": embargo.resolutions(day=asked.day, language=language),
    }
    return render(request, "embargo/page.html", context)


@require_safe
def take(request: HttpRequest, form: Form) -> HttpResponse:
    """Answer the picture of the cases in the form asked for."""
    asked, language = _ask(request), get_language() or "en"
    every = embargo.cases(day=asked.day, standard=Standard.ALL, language=language)
    proven = embargo.cases(day=asked.day, standard=asked.standard, language=language)
    cases = _chosen(proven, asked)
    chart = _draw(cases, asked)
    if chart is None:
        raise Http404
    numbers = Numbers(
        shown=lambda: _months_table(cases), everything=lambda: cases_table(every)
    )
    return answer(request, form, chart, numbers)


def _ask(request: HttpRequest) -> Asked:
    return Asked.of(request, today=timezone.localdate(), keep=PARTS)


def _chosen(proven: list[Case], asked: Asked) -> list[Case]:
    """Return the cases asked for; reports on many breaches at once are no case."""
    wanted = Wanted(**dict(asked.kept))
    return [case for case in proven if wanted.holds(case) and not case.is_survey]


def _draw(cases: list[Case], asked: Asked) -> Chart | None:
    months = embargo.by_month(cases)
    if not months:
        return None
    language = get_language() or "en"
    columns = [
        bars.Column(first, month_after(first) - timedelta(1), grades)
        for first, grades in months.items()
    ]
    axis = bars.months(
        columns[0].first, columns[-1].last, from_right=get_language_bidi()
    )
    names: dict[str, str] = {
        grade: formats.coded("grade", str(grade.label)) for grade in GRADES
    }
    return Chart(
        kind="bars",
        anchor="by-month",
        title=_title(len(cases)),
        says=_(
            "Each case once, in the month in which it may first lie, by how sure it is. To be named is not to be found guilty."
        ),
        picture=bars.draw(columns, parts=GRADES, axis=axis),
        background=Background.of([axis], day=asked.day, language=language),
        asked=asked,
        route="embargo_picture",
        page=("embargo",),
        said=asked.said(),
        keys=tuple(
            Key(f"p-{grade}", Localized(names[grade], language)) for grade in GRADES
        ),
        names=names,
        sheets=("embargo",),
        changed_at=data_version(),
    )


def _title(number: int) -> str:
    text = ngettext(
        "Breaches of the arms embargo: %(number)s case, by month",
        "Breaches of the arms embargo: %(number)s cases, by month",
        number,
    )
    return text % {"number": formats.number(number)}


def _months_table(cases: list[Case]) -> Table:
    months = embargo.by_month(cases)
    return Table(
        ("month", *(grade.value for grade in GRADES)),
        [
            [f"{month:%Y-%m}", *(grades.get(grade, 0) for grade in GRADES)]
            for month, grades in months.items()
        ],
    )
