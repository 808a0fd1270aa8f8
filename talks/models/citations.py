"""Which report says so of which event, in what sentence, and whose voice speaks."""

from __future__ import annotations

from datetime import date
from typing import Self

import pgtrigger
from django.db import models

from talks.models.actors import Actor
from talks.models.articles import Article, Quoted
from talks.models.base import with_history
from talks.models.events import NEEDS_EVIDENCE, Event

# An event is known from the day its first cited report was published; reports whose
# day of publication is not known cannot have told of it before it happened.
KNOWN_ON = """
    UPDATE talks_event AS event
    SET known_on = (
        SELECT min(coalesce((a.published_at AT TIME ZONE 'UTC')::date, event.latest))
        FROM talks_citation AS c JOIN talks_article AS a ON a.id = c.article_id
        WHERE c.event_id = event.id
    )
    WHERE {which};
    RETURN NULL;
"""


class CitationQuerySet(models.QuerySet["Citation"]):
    """Citations in the domain's words."""

    def published_by(self, day: date | None) -> Self:
        """Those whose report was out by the end of a day, or does not say when it was."""
        if day is None:
            return self
        out = models.Q(article__published_at__date__lte=day)
        return self.filter(out | models.Q(article__published_at=None))


@with_history
class Citation(Quoted):
    """An article's sentence that tells of an event, and who speaks in it."""

    class Stance(models.TextChoices):
        REPORTS = "reports", "Reports"
        ALLEGES = "alleges", "Alleges"
        CONFIRMS = "confirms", "Confirms"
        DENIES = "denies", "Denies"

    event = models.ForeignKey(Event, models.CASCADE, related_name="citations")
    stance = models.CharField(max_length=10, choices=Stance, default=Stance.REPORTS)
    speaker = models.ForeignKey(
        Actor,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="citations",
        help_text="Who says so. Empty where it is the outlet itself.",
    )
    translation = models.TextField(
        blank=True, help_text="The sentence in English, where staff translated it."
    )

    objects = CitationQuerySet.as_manager()

    class Meta(Quoted.Meta):
        ordering = ["event", "id"]
        constraints = [
            *Quoted.Meta.constraints,
            models.UniqueConstraint(
                fields=["event", "article", "quote_start", "speaker", "stance"],
                name="citation_once",
                violation_error_message="This report is cited already for the same words, speaker and stance.",
                nulls_distinct=False,
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="last_one_stays",
                when=pgtrigger.After,
                operation=pgtrigger.Delete | pgtrigger.UpdateOf("event_id"),
                timing=pgtrigger.Deferred,
                func=NEEDS_EVIDENCE.format(event="OLD.event_id"),
            ),
            pgtrigger.Trigger(
                name="event_becomes_known",
                when=pgtrigger.After,
                operation=pgtrigger.Insert
                | pgtrigger.UpdateOf("event_id", "article_id"),
                func=KNOWN_ON.format(which="event.id = NEW.event_id"),
            ),
            pgtrigger.Trigger(
                name="event_was_known",
                when=pgtrigger.After,
                operation=pgtrigger.Delete | pgtrigger.UpdateOf("event_id"),
                func=KNOWN_ON.format(which="event.id = OLD.event_id"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article}: {self.event}"


pgtrigger.register(
    pgtrigger.Trigger(
        name="events_become_known",
        when=pgtrigger.After,
        operation=pgtrigger.UpdateOf("published_at"),
        func=KNOWN_ON.format(
            which="event.id IN"
            " (SELECT event_id FROM talks_citation WHERE article_id = NEW.id)"
        ),
    )
)(Article)
