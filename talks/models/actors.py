"""Persons, governments, armed groups, states and bodies, and who belongs to whom."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse

from talks.models.base import with_history


@with_history
class Actor(models.Model):
    """Someone who acts: in three languages, on a side, with other spellings."""

    class Kind(models.TextChoices):
        GOVERNMENT = "government", "Government"
        ARMED_GROUP = "armed_group", "Armed group"
        PERSON = "person", "Person"
        INTERNATIONAL_ORG = "international_org", "International organisation"
        STATE = "state", "State"
        BODY = "body", "Body"
        OTHER = "other", "Other"

    class Side(models.TextChoices):
        """A reading aid for 2019 to 2021, not a judgement."""

        GNA = "gna", "Government of National Accord"
        LNA = "lna", "Libyan National Army"
        UN = "un", "United Nations"
        MEDIATOR = "mediator", "Mediator"
        FOREIGN_BACKER_GNA = "foreign_backer_gna", "Foreign backer of the GNA"
        FOREIGN_BACKER_LNA = "foreign_backer_lna", "Foreign backer of the LNA"
        NEUTRAL = "neutral", "Neutral"

    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=200)
    name_ar = models.CharField("name (Arabic)", max_length=200, blank=True)
    name_fr = models.CharField("name (French)", max_length=200, blank=True)
    kind = models.CharField(max_length=20, choices=Kind)
    side = models.CharField(max_length=20, choices=Side, default=Side.NEUTRAL)
    role = models.CharField(
        max_length=200, blank=True, help_text="Its office or function, in a few words."
    )
    active_from = models.DateField(
        null=True,
        blank=True,
        help_text="The first day on which it may have been there, or held the office: "
        "a name it shares means it only in its time.",
    )
    active_to = models.DateField(
        null=True, blank=True, help_text="The last such day; empty while it lasts."
    )
    description = models.TextField(blank=True)
    description_ar = models.TextField("description (Arabic)", blank=True)
    description_fr = models.TextField("description (French)", blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(name=""),
                name="actor_has_a_name",
                violation_error_message="Give it a name in English.",
            ),
            models.CheckConstraint(
                condition=models.Q(active_from=None)
                | models.Q(active_to=None)
                | models.Q(active_from__lte=models.F("active_to")),
                name="actor_active_days_in_order",
                violation_error_message="It cannot have ended before it began.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("actor", args=[self.slug])


@with_history
class ActorAlias(models.Model):
    """Another spelling of an actor's name, and where it came from.

    One spelling may belong to several actors ("the unity government"); the days on
    which each was active tell them apart.
    """

    actor = models.ForeignKey(Actor, models.CASCADE, related_name="aliases")
    text = models.CharField(max_length=200)
    origin = models.CharField(
        max_length=200, blank=True, help_text="Where this spelling was met."
    )

    class Meta:
        verbose_name_plural = "actor aliases"
        ordering = ["text"]
        constraints = [
            models.UniqueConstraint(
                "actor",
                Lower("text"),
                name="actor_alias_once",
                violation_error_message="This spelling is there already.",
            ),
        ]

    def __str__(self) -> str:
        return self.text


@with_history
class Affiliation(models.Model):
    """An actor's place in another, from when to when; each end may be inexact."""

    actor = models.ForeignKey(Actor, models.CASCADE, related_name="affiliations")
    body = models.ForeignKey(Actor, models.PROTECT, related_name="members")
    role = models.CharField(max_length=200, blank=True)
    began_earliest = models.DateField(null=True, blank=True)
    began_latest = models.DateField(null=True, blank=True)
    ended_earliest = models.DateField(null=True, blank=True)
    ended_latest = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["actor", "began_earliest"]
        constraints = [
            models.UniqueConstraint(
                fields=["actor", "body", "role", "began_earliest"],
                name="affiliation_once",
                violation_error_message="This affiliation is there already: same body, role and beginning.",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                condition=~models.Q(actor=models.F("body")),
                name="affiliation_is_with_another",
                violation_error_message="An actor cannot belong to itself.",
            ),
            models.CheckConstraint(
                condition=models.Q(began_earliest=None, began_latest=None)
                | models.Q(
                    began_earliest__isnull=False,
                    began_earliest__lte=models.F("began_latest"),
                    began_latest__isnull=False,
                ),
                name="affiliation_begin_in_order",
                violation_error_message="The beginning needs an earliest and a latest day, in that order.",
            ),
            models.CheckConstraint(
                condition=models.Q(ended_earliest=None, ended_latest=None)
                | models.Q(
                    ended_earliest__isnull=False,
                    ended_earliest__lte=models.F("ended_latest"),
                    ended_latest__isnull=False,
                ),
                name="affiliation_end_in_order",
                violation_error_message="The end needs an earliest and a latest day, in that order.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.actor} in {self.body}"
