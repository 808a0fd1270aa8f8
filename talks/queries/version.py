"""Which state of the data a page shows, for whoever cites it."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Max, Subquery

from talks.models import Event, Figure


def changed_at() -> datetime | None:
    """Return when a published event or figure was last written; one query."""
    figures = Figure.objects.published().order_by("-changed_at").values("changed_at")
    found = Event.objects.published().aggregate(
        event=Max("changed_at"), figure=Max(Subquery(figures[:1]))
    )
    return max((at for at in found.values() if at), default=None)
