"""Truces: is one in force, how long each held, and what is said to have broken it."""

from __future__ import annotations

from datetime import date, timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language, get_language_bidi
from django.views.decorators.http import require_safe

from talks.charts import bars
from talks.charts.axis import month_after
from talks.queries import commitments, truces
from talks.queries.cards import Card, by_month
from talks.queries.names import Name
from talks.queries.truces import SEVERAL, Row
from talks.views.asked import Asked
from talks.views.background import Background
from talks.views.camps import camp_name

CAMPS = ("gna", "lna", "other", SEVERAL, "")
# Weeks cannot be told apart on a picture of more than two years.
LONGEST_BY_WEEK = timedelta(2 * 366)


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
    asked = Asked.of(request, today=timezone.localdate())
    language = get_language() or "en"
    row = truces.one(slug, day=asked.day, language=language)
    if row is None:
        raise Http404
    counted = row.counted(asked.standard)
    picture = _draw(row, counted)
    context = {
        "asked": asked,
        "truce": row,
        "counted": counted,
        "camps": CAMPS,
        "table": truces.by_camp(counted),
        "balance": truces.balance(counted),
        "camp_name": camp_name,
        "picture": picture,
        "background": Background.of(
            [picture.axis] if picture else [], day=asked.day, language=language
        ),
        "tellers": _tellers,
        "windows": truces.windows(row),
        "months": by_month(counted),
        "promises": commitments.of_agreement(slug, day=asked.day, language=language),
    }
    return render(request, "truces/truce.html", context)


def _tellers(card: Card) -> list[Name]:
    """Return who tells of an event, each once, speakers before the outlets' own voice."""
    told = [voice for voice in card.voices if not voice.denies]
    told.sort(key=lambda voice: voice.speaker is None)
    return list({voice.who.slug: voice.who for voice in told}.values())


def _draw(row: Row, counted: list[Card]) -> bars.Picture | None:
    """Draw the violations by week, or by month where the truce is long."""
    if not counted:
        return None
    first = row.effective_on or row.declared_on
    last = max(row.ended_on or row.day, counted[-1].when.earliest)
    if row.ended_on is None:
        last = min(last, counted[-1].when.earliest + LONGEST_BY_WEEK)
    weeks = truces.weeks(counted)
    columns = [
        bars.Column(week.monday, week.monday + timedelta(6), week.by_camp)
        for week in weeks
    ]
    if last - first > LONGEST_BY_WEEK:
        columns = _by_month(counted)
    first = min(first, columns[0].first)
    axis = bars.months(first, last, from_right=get_language_bidi())
    return bars.draw(columns, parts=CAMPS, axis=axis)


def _by_month(counted: list[Card]) -> list[bars.Column]:
    firsts: dict[date, list[Card]] = {}
    for card in counted:
        firsts.setdefault(card.when.earliest.replace(day=1), []).append(card)
    return [
        bars.Column(
            first,
            month_after(first) - timedelta(1),
            {
                camp: len([c for c in cards if truces.camp_of(c) == camp])
                for camp in CAMPS
            },
        )
        for first, cards in sorted(firsts.items())
    ]
