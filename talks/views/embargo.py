"""The embargo: reported breaches by supplier, recipient, item and month."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language, get_language_bidi
from django.views.decorators.http import require_safe

from talks.charts import bars
from talks.charts.axis import month_after
from talks.queries import embargo
from talks.queries.embargo import Case
from talks.queries.grading import Grade
from talks.views.asked import Asked
from talks.views.background import Background

# what is surest stands at the foot of a bar
GRADES = (Grade.CONFIRMED, Grade.FAIR, Grade.WEAK, Grade.CONTESTED, Grade.UNSOURCED)


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Show the cases that meet the standard of proof asked for."""
    asked = Asked.of(request, today=timezone.localdate())
    language = get_language() or "en"
    cases = embargo.cases(day=asked.day, standard=asked.standard, language=language)
    picture = _draw(cases)
    context = {
        "asked": asked,
        "cases": cases,
        "grades": GRADES,
        "picture": picture,
        "background": Background.of(
            [picture.axis] if picture else [], day=asked.day, language=language
        ),
        "suppliers": embargo.tally(cases, lambda case: case.supplier),
        "recipients": embargo.tally(cases, lambda case: case.recipient),
        "items": embargo.tally(cases, lambda case: case.item),
        "inspections": embargo.inspections(day=asked.day, language=language),
        "resolutions": embargo.resolutions(day=asked.day, language=language),
    }
    return render(request, "embargo/page.html", context)


def _draw(cases: list[Case]) -> bars.Picture | None:
    months = embargo.by_month(cases)
    if not months:
        return None
    columns = [
        bars.Column(first, month_after(first) - timedelta(1), grades)
        for first, grades in months.items()
    ]
    axis = bars.months(
        columns[0].first, columns[-1].last, from_right=get_language_bidi()
    )
    return bars.draw(columns, parts=GRADES, axis=axis)
