"""Talks: the series of rounds as one picture, each round alone, what was promised and held."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from talks.charts import rounds as drawing
from talks.models import Round
from talks.models.base import Localized
from talks.queries import rounds
from talks.queries.rounds import Fate, Held, Promise, Series
from talks.shapes import formats
from talks.views.asked import Asked
from talks.views.background import Background
from talks.views.pictures import Chart, Form, Key, Numbers, answer, data_version
from talks.views.round_tables import rounds_table, whole_table

# What became of announced meetings, by the word of the address that asks for it.
FATES = {fate.value: (fate,) for fate in Fate} | {"held": (Fate.HELD, Fate.LATE)}


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Show every series of talks; `promised` narrows what was announced to its fate."""
    asked, series, promises = _read(request)
    wanted = FATES.get(request.GET.get("promised", ""), tuple(Fate))
    context = {
        "asked": asked,
        "series": series,
        "chart": _draw(series, asked),
        "promises": [promise for promise in promises if promise.fate in wanted],
        "all_promises": promises,
        "fates": {word: _count(promises, fates) for word, fates in FATES.items()},
        "by_round": _by_round(promises),
    }
    return render(request, "talks/page.html", context)


@require_safe
def show(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one round: who came, who walked out, how it ended, what was to follow."""
    asked, series, promises = _read(request)
    found = [(one, held) for one in series for held in one.rounds if held.slug == slug]
    if not found:
        raise Http404
    one, held = found[0]
    place = one.rounds.index(held)
    context = {
        "asked": asked,
        "held": held,
        "one": one,
        "before": next((r for r in one.rounds if r.slug == held.continues), None),
        "after": [other for other in one.rounds if other.continues == slug]
        or list(one.rounds[place + 1 : place + 2]),
        "made": [promise for promise in promises if promise.made_at == slug],
        "kept": [p for p in promises if p.kept_by and p.kept_by.slug == slug],
    }
    return render(request, "talks/round.html", context)


@require_safe
def take(request: HttpRequest, form: Form) -> HttpResponse:
    """Answer the picture of all rounds in the form asked for."""
    asked, series, promises = _read(request)
    chart = _draw(series, asked)
    if chart is None:
        raise Http404
    numbers = Numbers(
        shown=lambda: rounds_table(series),
        everything=lambda: whole_table(series, promises),
    )
    return answer(request, form, chart, numbers)


def _read(request: HttpRequest) -> tuple[Asked, list[Series], list[Promise]]:
    asked = Asked.of(request, today=timezone.localdate(), keep=["promised"])
    language = get_language() or "en"
    series = rounds.series(day=asked.day, language=language)
    return asked, series, rounds.promises(series, day=asked.day, language=language)


def _count(promises: Sequence[Promise], fates: tuple[Fate, ...]) -> int:
    return sum(promise.fate in fates for promise in promises)


def _by_round(promises: Sequence[Promise]) -> dict[str, list[Promise]]:
    made: dict[str, list[Promise]] = {}
    for promise in promises:
        made.setdefault(promise.made_at, []).append(promise)
    return made


def _draw(series: list[Series], asked: Asked) -> Chart | None:
    picture = drawing.draw(series, from_right=get_language_bidi())
    if picture is None:
        return None
    language = get_language() or "en"
    return Chart(
        kind="rounds",
        anchor="by-series",
        title=_("Every round of talks, by series"),
        says=_("One colour a track; each bar is as long as its round."),
        picture=picture,
        background=Background.of([picture.axis], day=asked.day, language=language),
        asked=asked,
        route="talks_picture",
        page=("talks",),
        said=asked.said(promised=""),
        keys=tuple(_keys(series, language)),
        sheets=("talks",),
        changed_at=data_version(),
    )


def _keys(series: list[Series], language: str) -> list[Key]:
    rounds_held: list[Held] = [held for one in series for held in one.rounds]
    made: list[Any] = []
    for outcome in Round.Outcome:
        number = sum(held.outcome == outcome for held in rounds_held)
        words = Localized(formats.coded("outcome", str(outcome.label)), language)
        if number:
            made.append(Key(f"o-{outcome}", words, number))
    return made
