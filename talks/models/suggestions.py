"""What the reader proposes, and what a person decided."""

from __future__ import annotations

from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models

from talks.models.articles import Quoted
from talks.models.events import Event
from talks.models.figures import Figure


class SuggestionQuerySet(models.QuerySet["Suggestion"]):
    """Suggestions in the domain's words."""

    def open(self) -> Self:
        """Those nobody has decided."""
        return self.filter(state=Suggestion.State.OPEN)

    def to_decide(self) -> Self:
        """Open ones that need a person: a name whose bearer is known does not."""
        claims = models.Q(kind__in=[Suggestion.Kind.EVENT, Suggestion.Kind.FIGURE])
        return self.open().filter(claims | models.Q(finding__slug=None))


class Suggestion(Quoted):
    """One finding in one report, waiting for a person.

    `finding` is the reader's finding as JSON; `key` tells the same finding of the
    same report, so that reading twice changes nothing.
    """

    class Kind(models.TextChoices):
        EVENT = "event", "Event"
        FIGURE = "figure", "Figure"
        ACTOR = "actor", "Actor"
        PLACE = "place", "Place"

    class State(models.TextChoices):
        OPEN = "open", "Open"
        ACCEPTED = "accepted", "Accepted"
        CORRECTED = "corrected", "Corrected and accepted"
        MERGED = "merged", "Merged into another"
        REJECTED = "rejected", "Rejected"
        WITHDRAWN = "withdrawn", "No longer found by the reader"

    kind = models.CharField(max_length=10, choices=Kind)
    key = models.CharField(max_length=64, editable=False)
    finding = models.JSONField()
    rule = models.CharField(max_length=100)
    reader_version = models.CharField(max_length=20)
    confidence = models.FloatField()
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    event = models.ForeignKey(
        Event,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="suggestions",
        help_text="The event it became part of.",
    )
    figure = models.ForeignKey(
        Figure,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="suggestions",
        help_text="The figure it became.",
    )
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    objects = SuggestionQuerySet.as_manager()

    class Meta(Quoted.Meta):
        ordering = ["article", "quote_start", "id"]
        constraints = [
            *Quoted.Meta.constraints,
            models.UniqueConstraint(
                fields=["article", "key"], name="suggestion_once_an_article"
            ),
            models.CheckConstraint(
                condition=models.Q(confidence__range=(0, 1)),
                name="suggestion_confidence_is_a_share",
            ),
            models.CheckConstraint(
                condition=~models.Q(quote=""), name="suggestion_has_its_sentence"
            ),
        ]
        indexes = [
            # the review desk: open ones, surest first
            models.Index(
                fields=["-confidence", "id"],
                condition=models.Q(state="open"),
                name="suggestion_open",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.quote[:80]}"


class Decision(models.Model):
    """What a person did with a suggestion; written once, never changed."""

    class Verb(models.TextChoices):
        ACCEPTED = "accepted", "Accepted"
        CORRECTED = "corrected", "Corrected and accepted"
        MERGED = "merged", "Merged"
        REJECTED = "rejected", "Rejected"
        UNDONE = "undone", "Undone"

    suggestion = models.ForeignKey(Suggestion, models.PROTECT, related_name="decisions")
    verb = models.CharField(max_length=10, choices=Verb)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="decisions"
    )
    at = models.DateTimeField()
    reason = models.TextField(blank=True)
    made = models.JSONField(
        default=dict, blank=True, help_text="The rows it made, for undoing it."
    )

    class Meta:
        ordering = ["-at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(verb="rejected") | ~models.Q(reason=""),
                name="decision_to_reject_has_a_reason",
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="written_once", operation=pgtrigger.Update | pgtrigger.Delete
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_verb_display()} by {self.by}"
