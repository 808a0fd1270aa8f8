"""The pictures of one measure: totals, levels, closed periods, and sums by month."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from django.utils.translation import get_language, get_language_bidi, ngettext
from django.utils.translation import gettext as _

from talks.charts import bars
from talks.charts import figures as drawing
from talks.charts.axis import month_after
from talks.models import Figure
from talks.models.base import Localized
from talks.queries.claims import Band
from talks.queries.figures import Page, Series
from talks.shapes import formats
from talks.views.asked import Asked
from talks.views.background import Background
from talks.views.pictures import Chart, Key, data_version

BY_MONTH, OF_PERIODS = "by-month", "of-periods"


@dataclass(frozen=True, slots=True)
class Charts:
    """What a page of figures shows; singles are levels of which there is but one claim."""

    totals: tuple[tuple[Series, Chart], ...] = ()
    levels: tuple[tuple[Series, Chart], ...] = ()
    singles: tuple[Series, ...] = ()
    sums: Chart | None = None
    periods: Chart | None = None


def draw(page: Page, asked: Asked) -> Charts:
    """Return every picture of a page before one background; three queries."""
    totals = [(one, _of_series(page, one, asked)) for one in page.totals]
    several = [one for one in page.levels if len(one.claims) > 1]
    levels = [(one, _of_series(page, one, asked)) for one in several]
    sums, periods = _of_sums(page, asked), _of_periods(page, asked)
    charts = [chart for _one, chart in (*totals, *levels)]
    charts += [chart for chart in (sums, periods) if chart]
    behind, version = _background(charts, asked), data_version()

    def placed(chart: Chart) -> Chart:
        return replace(chart, background=behind, changed_at=version)

    return Charts(
        totals=tuple((one, placed(chart)) for one, chart in totals),
        levels=tuple((one, placed(chart)) for one, chart in levels),
        singles=tuple(one for one in page.levels if len(one.claims) == 1),
        sums=sums and placed(sums),
        periods=periods and placed(periods),
    )


def draw_one(page: Page, asked: Asked, anchor: str) -> Chart | None:
    """Return the picture of this name, or None where the page has none."""
    if anchor == BY_MONTH:
        chart = _of_sums(page, asked)
    elif anchor == OF_PERIODS:
        chart = _of_periods(page, asked)
    else:
        every = (*page.totals, *page.levels)
        found = [one for one in every if one.anchor == anchor]
        chart = _of_series(page, found[0], asked) if found else None
    if chart is None:
        return None
    behind = _background([chart], asked)
    return replace(chart, background=behind, changed_at=data_version())


def _background(charts: list[Chart], asked: Asked) -> Background:
    axes = [chart.picture.axis for chart in charts]
    return Background.of(axes, day=asked.day, language=get_language() or "en")


# ------------------------------------------------------------------ each kind


def _of_series(page: Page, series: Series, asked: Asked) -> Chart:
    picture = drawing.draw(series, until=asked.day, from_right=get_language_bidi())
    return _chart(
        page,
        asked,
        kind="dots",
        anchor=series.anchor,
        title=heading(page, series),
        says=_standing(series),
        picture=picture,
        keys=(*_speakers(picture), *_signs("band", "open")),
    )


def _of_periods(page: Page, asked: Asked) -> Chart | None:
    if not page.periods:
        return None
    picture = drawing.draw_periods(page.periods, from_right=get_language_bidi())
    return _chart(
        page,
        asked,
        kind="dots",
        anchor=OF_PERIODS,
        title=_("%(what)s, by the period counted") % {"what": name(page)},
        says=_("Each bar is as long as the days it counts; bars are never added."),
        picture=picture,
        keys=(*_speakers(picture), *_signs("open")),
    )


def _of_sums(page: Page, asked: Asked) -> Chart | None:
    if not page.sums:
        return None
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
    first, last = columns[0].first, columns[-1].last
    axis = bars.months(first, last, from_right=get_language_bidi())
    return _chart(
        page,
        asked,
        kind="sums",
        anchor=BY_MONTH,
        title=_("%(what)s of single events: everywhere") % {"what": name(page)},
        says=_left_out(page),
        picture=bars.draw(columns, parts=["sure"], axis=axis),
        keys=_signs("toll", "more", "missing"),
    )


def _chart(page: Page, asked: Asked, **drawn: object) -> Chart:
    """Return a picture without what is behind it, which all of a page share."""
    route = ("figure", page.measure)
    return Chart(
        background=Background([], []),
        asked=asked,
        route="figure_picture",
        args=(page.measure, str(drawn["anchor"])),
        page=route,
        said=asked.said(population=page.population),
        **drawn,  # type: ignore[arg-type]
    )


# ------------------------------------------------------------------ words


def name(page: Page) -> str:
    """Return what is counted: the measure, and of whom where that is said."""
    measure = formats.coded("measure", str(Figure.Measure(page.measure).label))
    if page.population in {Figure.Population.ALL, Figure.Population.NOT_APPLICABLE}:
        return measure
    people = str(Figure.Population(page.population).label)
    return f"{measure}: {formats.coded('population', people)}"


def heading(page: Page, series: Series) -> str:
    """Return what a series is called, in its heading, its picture and its citation alike."""
    where = series.place.text.text if series.place else _("place not said")
    said = {"what": name(page), "where": where}
    if series.scope == Figure.Scope.STOCK:
        return _("%(what)s on a day: %(where)s") % said
    if series.since:
        said["day"] = formats.when(series.since)
        return _("%(what)s since %(day)s: %(where)s") % said
    return _("%(what)s, counted from a day not said: %(where)s") % said


def _standing(series: Series) -> str:
    if series.band:
        return _("Standing: %(range)s.") % {"range": span(series.band)}
    if series.scope == Figure.Scope.STOCK:
        return _("No level stands on this day: the last one is more than a year old.")
    return ""


def span(band: Band) -> str:
    """Return a band in words, open where it is open."""
    said = {"low": formats.number(band.low), "high": formats.number(band.high)}
    said["number"] = said["high"]
    if band.is_open_above and band.low == band.high:
        return _("%(number)s or more") % said
    if band.is_open_above:
        return _("%(low)s to %(high)s or more") % said
    if band.is_open_below and band.low == band.high:
        return _("%(number)s or fewer") % said
    if band.low == band.high:
        return said["number"]
    return _("%(low)s to %(high)s") % said


def _left_out(page: Page) -> str:
    missing = sum(month.missing for month in page.sums)
    counts = (
        (
            missing,
            ngettext(
                "%(number)s event with no figure.",
                "%(number)s events with no figure.",
                missing,
            ),
        ),
        (
            page.unattached,
            ngettext(
                "%(number)s claim names no event we hold and is left out.",
                "%(number)s claims name no event we hold and are left out.",
                page.unattached,
            ),
        ),
        (
            page.unviolent,
            ngettext(
                "%(number)s claim is of an event that is no act of war, such as a flood or a shipwreck, and is left out.",
                "%(number)s claims are of events that are no acts of war, such as floods or shipwrecks, and are left out.",
                page.unviolent,
            ),
        ),
    )
    told = [text % {"number": formats.number(n)} for n, text in counts if n]
    return " ".join(told)


def _speakers(picture: drawing.Picture) -> tuple[Key, ...]:
    return tuple(Key(key.shape, key.speaker.text, key.claims) for key in picture.keys)


def _signs(*marks: str) -> tuple[Key, ...]:
    words = {
        "band": _("band of what stood, and the recommended claim"),
        "open": _("or more"),
        "toll": _("lowest of the recommended claims"),
        "more": _("up to their highest"),
        "missing": _("events with no figure"),
    }
    language = get_language() or "en"
    return tuple(Key(mark, Localized(words[mark], language)) for mark in marks)
