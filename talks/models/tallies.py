"""How many events there are, kept as they are written: a million are not counted twice."""

from __future__ import annotations

import pgtrigger
from django.db import connection, models

from talks.models.events import Event

# One row more for each event that comes or goes, so that no two writers ever wait for
# the same row; `recount` folds them.
_ADD = """
    INSERT INTO talks_eventtally (month, kind, track, modality, count)
    SELECT date_trunc('month', {event}.earliest)::date,
           {event}.kind, {event}.track, {event}.modality, {by}
    WHERE {event}.status = 'approved';
"""
_TAKE_OFF, _PUT_ON = (
    _ADD.format(event="OLD", by=-1),
    _ADD.format(event="NEW", by=1),
)
# in one statement, that sees one moment: what others add meanwhile stays beside it
_RECOUNT = """
    WITH folded AS (DELETE FROM talks_eventtally)
    INSERT INTO talks_eventtally (month, kind, track, modality, count)
    SELECT date_trunc('month', earliest)::date, kind, track, modality, count(*)
    FROM talks_event WHERE status = 'approved' GROUP BY 1, 2, 3, 4
"""


class EventTally(models.Model):
    """So many more, or fewer, published events of a month, kind, track and modality.

    What counts is the sum of the rows that agree in all four.
    """

    month = models.DateField(help_text="The first day of the month they began in.")
    kind = models.CharField(max_length=20)
    track = models.CharField(max_length=20)
    modality = models.CharField(max_length=20)
    count = models.IntegerField()

    class Meta:
        verbose_name_plural = "event tallies"

    def __str__(self) -> str:
        return f"{self.count:+d} {self.kind} in {self.month:%Y-%m}"


def recount() -> None:
    """Count all events anew, which also folds many small rows into few."""
    with connection.cursor() as cursor:
        cursor.execute(_RECOUNT)


for name, operation, func in (
    ("is_tallied", pgtrigger.Insert, _PUT_ON),
    ("is_tallied_no_more", pgtrigger.Delete, _TAKE_OFF),
    (
        "is_tallied_anew",
        pgtrigger.UpdateOf("earliest", "kind", "track", "modality", "status"),
        _TAKE_OFF + _PUT_ON,
    ),
):
    pgtrigger.register(
        pgtrigger.Trigger(
            name=name,
            when=pgtrigger.After,
            operation=operation,
            func=f"{func} RETURN NULL;",
        )
    )(Event)
