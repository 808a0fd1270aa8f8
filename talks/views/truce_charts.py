"""The picture of a truce's violations, by week or by month and by who is accused."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils.translation import get_language, get_language_bidi, ngettext
from django.utils.translation import gettext as _

from talks.charts import bars
from talks.charts.axis import month_after
from talks.models.base import Localized
from talks.queries import truces
from talks.queries.cards import Card
from talks.queries.truces import SEVERAL, Row
from talks.shapes import formats
from talks.views.asked import Asked
from talks.views.background import Background
from talks.views.camps import accused_name
from talks.views.pictures import Chart, Key, Table, data_version

CAMPS = ("gna", "lna", "other", SEVERAL, "")
# Weeks cannot be told apart on a picture of more than two years.
LONGEST_BY_WEEK = timedelta(2 * 366)


def draw(row: Row, counted: list[Card], asked: Asked) -> Chart | None:
    """Return the picture of the violations that count; None where there are none."""
    picture = _draw(row, counted)
    if picture is None:
        return None
    language = get_language() or "en"
    names = {camp: accused_name(camp) for camp in CAMPS}
    seen = {part for bar in picture.bars for part in bar.column.parts}
    return Chart(
        kind="bars",
        anchor="by-week",
        title=f"{row.title.text}: {_number_counted(len(counted))}",
        says=_(
            "Each event once, in the week or month in which it may first lie. An accusation is not a finding, and a week without a report is not a week of peace."
        ),
        picture=picture,
        background=Background.of([picture.axis], day=asked.day, language=language),
        asked=asked,
        route="truce_picture",
        args=(row.slug,),
        page=("truce", row.slug),
        said=asked.said(),
        keys=tuple(
            Key(f"p-{camp or 'nobody'}", Localized(names[camp], language))
            for camp in CAMPS
            if camp in seen
        ),
        names=names,
        sheets=("truces",),
        changed_at=data_version(),
    )


def _number_counted(number: int) -> str:
    text = ngettext(
        "%(number)s violation counted", "%(number)s violations counted", number
    )
    return text % {"number": formats.number(number)}


def columns_table(picture: bars.Picture) -> Table:
    """Return the columns of the picture: how many each camp is accused of."""
    names = {camp: camp or "nobody" for camp in CAMPS}
    return Table(
        ("from", "to", *names.values()),
        [
            [bar.column.first, bar.column.last]
            + [bar.column.parts.get(camp, 0) for camp in names]
            for bar in picture.bars
        ],
    )


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
