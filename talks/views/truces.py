"""Truces: is one in force, how long each held, and what is said to have broken it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from talks.models import Citation
from talks.queries import commitments, truces
from talks.queries.cards import Card
from talks.queries.names import Name
from talks.queries.truces import Row
from talks.views.asked import Asked
from talks.views.camps import accused_name, camp_name
from talks.views.case_tables import violations_table
from talks.views.pictures import Form, Numbers, answer
from talks.views.truce_charts import CAMPS, columns_table, draw


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Show the ledger of all truces."""
    asked = Asked.of(request, today=timezone.localdate())
    rows = truces.ledger(day=asked.day, language=get_language() or "en")
    last = [card for row in rows for card in row.counted(asked.standard)]
    context = {
        "asked": asked,
        "rows": rows,
        "in_force": truces.in_force(rows),
        "last": max(last, key=lambda card: card.when.earliest, default=None),
    }
    return render(request, "truces/page.html", context)


@require_safe
def show(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one truce: its chain, its violations by week and camp, before and after."""
    asked, row = _find(request, slug)
    counted = row.counted(asked.standard)
    context = {
        "asked": asked,
        "truce": row,
        "counted": counted,
        "camps": CAMPS,
        "table": truces.by_camp(counted),
        "balance": truces.balance(counted),
        "camp_name": camp_name,
        "accused_name": accused_name,
        "chart": draw(row, counted, asked),
        "voiced": _voiced,
        "weeks": truces.by_week(row, counted),
        "tallies": truces.tallies(row, get_language() or "en"),
        "windows": truces.windows(row, asked.standard),
        "promises": commitments.of_agreement(
            slug, day=asked.day, language=get_language() or "en"
        ),
    }
    return render(request, "truces/truce.html", context)


@require_safe
def take(request: HttpRequest, slug: str, form: Form) -> HttpResponse:
    """Answer the picture of a truce's violations in the form asked for."""
    asked, row = _find(request, slug)
    counted = row.counted(asked.standard)
    chart = draw(row, counted, asked)
    if chart is None:
        raise Http404
    numbers = Numbers(
        shown=lambda: columns_table(chart.picture),
        everything=lambda: violations_table(row.violations),
    )
    return answer(request, form, chart, numbers)


def _find(request: HttpRequest, slug: str) -> tuple[Asked, Row]:
    asked = Asked.of(request, today=timezone.localdate())
    row = truces.one(slug, day=asked.day, language=get_language() or "en")
    if row is None:
        raise Http404
    return asked, row


def _voiced(card: Card) -> dict[str, list[Name]]:
    """Return who tells of an event by what each does, speakers before outlets."""
    voices = sorted(card.voices, key=lambda voice: voice.speaker is None)
    said = {
        stance: {
            voice.who.slug: voice.who for voice in voices if voice.stance == stance
        }
        for stance in Citation.Stance.values
    }
    return {stance: list(names.values()) for stance, names in said.items() if names}
