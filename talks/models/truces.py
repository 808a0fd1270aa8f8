"""The detail of a truce event: who declared and accepted it, and how it ended."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models

from talks.models.actors import Actor
from talks.models.base import with_history
from talks.models.events import Event


class TruceQuerySet(models.QuerySet["Truce"]):
    """Truces in the domain's words."""

    def in_force(self, day: date) -> Self:
        """Those in effect on `day`. One that is only declared is not in force."""
        return self.filter(effective_on__lte=day).exclude(ended_on__lte=day)


@with_history
class Truce(models.Model):
    """A truce from its declaration to its end."""

    class Purpose(models.TextChoices):
        """After the ETH/PRIO Civil Conflict Ceasefire data set."""

        PEACE_PROCESS = "peace_process", "Peace process"
        HUMANITARIAN = "humanitarian", "Humanitarian"
        HOLIDAY = "holiday", "Holiday"
        ELECTION = "election", "Election"
        OTHER = "other", "Other"

    class End(models.TextChoices):
        LAPSED = "lapsed", "Lapsed"
        COLLAPSED = "collapsed", "Collapsed"
        SUPERSEDED = "superseded", "Superseded"

    event = models.OneToOneField(
        Event,
        models.CASCADE,
        related_name="truce",
        limit_choices_to={"kind__in": [Event.Kind.TRUCE, Event.Kind.AGREEMENT]},
    )
    purpose = models.CharField(max_length=20, choices=Purpose)
    terms = models.TextField(blank=True)
    terms_ar = models.TextField("terms (Arabic)", blank=True)
    terms_fr = models.TextField("terms (French)", blank=True)
    declared_on = models.DateField()
    effective_on = models.DateField(
        null=True, blank=True, help_text="Empty where it never took effect."
    )
    expires_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    end = models.CharField("how it ended", max_length=20, choices=End, blank=True)
    extends = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="extended_by"
    )
    parties = models.ManyToManyField(Actor, through="TruceParty", related_name="truces")

    objects = TruceQuerySet.as_manager()

    class Meta:
        ordering = ["-declared_on"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ended_on=None, end="")
                | models.Q(ended_on__isnull=False) & ~models.Q(end=""),
                name="truce_that_ended_says_how",
                violation_error_message="A truce that ended says on which day and how; one that did not says neither.",
            ),
            models.CheckConstraint(
                condition=models.Q(ended_on=None)
                | models.Q(declared_on__lte=models.F("ended_on")),
                name="truce_ends_after_it_was_declared",
                violation_error_message="It cannot have ended before it was declared.",
            ),
            models.CheckConstraint(
                condition=~models.Q(extends=models.F("id")),
                name="truce_does_not_extend_itself",
                violation_error_message="A truce cannot extend itself.",
            ),
        ]

    def __str__(self) -> str:
        return str(self.event)


@with_history
class TruceParty(models.Model):
    """A side of a truce, and whether it declared, accepted or refused it."""

    class Position(models.TextChoices):
        DECLARED = "declared", "Declared it"
        ACCEPTED = "accepted", "Accepted it"
        REFUSED = "refused", "Refused it"
        SILENT = "silent", "Said nothing"

    truce = models.ForeignKey(Truce, models.CASCADE, related_name="truce_parties")
    actor = models.ForeignKey(Actor, models.PROTECT, related_name="truce_parties")
    position = models.CharField(max_length=10, choices=Position)

    class Meta:
        verbose_name_plural = "truce parties"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["truce", "actor"],
                name="truce_party_once",
                violation_error_message="This actor is a party already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.actor} {self.get_position_display()}"


@with_history
class TruceViolation(models.Model):
    """Which truce an event is said to have broken."""

    event = models.OneToOneField(
        Event,
        models.CASCADE,
        related_name="truce_violation",
        limit_choices_to={"kind": Event.Kind.TRUCE_VIOLATION},
    )
    truce = models.ForeignKey(Truce, models.PROTECT, related_name="violations")

    class Meta:
        ordering = ["event"]

    def __str__(self) -> str:
        return f"{self.event} against {self.truce}"
