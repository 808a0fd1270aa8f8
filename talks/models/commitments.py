"""One provision of an agreement: who must do what by when, and how it stands."""

from __future__ import annotations

from django.db import models

from talks.models.actors import Actor
from talks.models.articles import Article, Quoted
from talks.models.base import with_history
from talks.models.events import Event


@with_history
class Commitment(models.Model):
    """A promise in an agreement or truce."""

    slug = models.SlugField(max_length=80, unique=True)
    agreement = models.ForeignKey(Event, models.PROTECT, related_name="commitments")
    provision = models.TextField()
    provision_ar = models.TextField("provision (Arabic)", blank=True)
    provision_fr = models.TextField("provision (French)", blank=True)
    obligated = models.ManyToManyField(
        Actor, through="Obligation", related_name="commitments"
    )
    due_on = models.DateField(
        null=True, blank=True, help_text="Empty where the text sets no day."
    )
    due_rule = models.CharField(
        max_length=200,
        blank=True,
        help_text='How the day is counted, e.g. "three months after signature".',
    )

    class Meta:
        ordering = ["agreement", "due_on", "slug"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(provision=""),
                name="commitment_says_what",
                violation_error_message="Say what was promised, in English.",
            ),
        ]

    def __str__(self) -> str:
        return self.provision


@with_history
class Obligation(models.Model):
    """An actor bound by a commitment."""

    commitment = models.ForeignKey(
        Commitment, models.CASCADE, related_name="obligations"
    )
    actor = models.ForeignKey(Actor, models.PROTECT, related_name="obligations")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["commitment", "actor"],
                name="obligation_once",
                violation_error_message="This actor is bound by it already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.actor}: {self.commitment}"


@with_history
class CommitmentStatus(Quoted):
    """How a commitment stood on a day, and the report that says so."""

    class Level(models.TextChoices):
        """The last four follow the Peace Accords Matrix scale of 0 to 3."""

        NOT_YET_DUE = "not_yet_due", "Not yet due"
        BREACHED = "breached", "Breached"
        NOT_STARTED = "not_started", "0: not started"
        ONGOING = "ongoing", "1: minimal"
        PARTIAL = "partial", "2: partial"
        FULFILLED = "fulfilled", "3: full"

    article = models.ForeignKey(
        Article, models.PROTECT, related_name="commitment_statuses"
    )
    commitment = models.ForeignKey(Commitment, models.CASCADE, related_name="statuses")
    as_of = models.DateField()
    level = models.CharField(max_length=20, choices=Level)
    note = models.TextField(blank=True)
    note_ar = models.TextField("note (Arabic)", blank=True)
    note_fr = models.TextField("note (French)", blank=True)
    event = models.ForeignKey(
        Event,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="commitment_statuses",
        help_text="The event that shows it.",
    )

    class Meta(Quoted.Meta):
        verbose_name_plural = "commitment statuses"
        ordering = ["commitment", "as_of"]
        constraints = [
            *Quoted.Meta.constraints,
            models.UniqueConstraint(
                fields=["commitment", "as_of", "article"],
                name="commitment_status_once_a_day_and_report",
                violation_error_message="This report has told of this day already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.commitment}: {self.get_level_display()} ({self.as_of})"
