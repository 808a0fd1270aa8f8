"""The detail of a talks event: which round, where, who sat there, how it ended."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from talks.models.actors import Actor
from talks.models.base import with_history
from talks.models.events import Event
from talks.models.places import Place


@with_history
class Round(models.Model):
    """One round of a series of talks."""

    class Outcome(models.TextChoices):
        OPENED = "opened", "Opened"
        SUSPENDED = "suspended", "Suspended"
        CONCLUDED = "concluded", "Concluded"
        AGREEMENT = "agreement", "Ended in an agreement"
        COLLAPSED = "collapsed", "Collapsed"

    slug = models.SlugField(max_length=80, unique=True)
    event = models.OneToOneField(
        Event,
        models.CASCADE,
        related_name="round",
        limit_choices_to={
            "kind__in": [
                Event.Kind.TALKS,
                Event.Kind.AGREEMENT,
                Event.Kind.MEDIATION,
                Event.Kind.TRUCE,
            ]
        },
    )
    steps = models.ManyToManyField(
        Event,
        through="RoundStep",
        related_name="rounds",
        blank=True,
        help_text="Other events of this round: a walk-out, a draft, a resumption.",
    )
    series = models.CharField(
        max_length=200,
        help_text='Of which talks, e.g. "5+5 Joint Military Commission".',
    )
    series_ar = models.CharField("series (Arabic)", max_length=200, blank=True)
    series_fr = models.CharField("series (French)", max_length=200, blank=True)
    track = models.CharField(max_length=20, choices=Event.Track)
    number = models.PositiveSmallIntegerField(null=True, blank=True)
    session = models.CharField(
        max_length=50, blank=True, help_text='How it is told apart, e.g. "online".'
    )
    format = models.CharField(
        max_length=50, blank=True, help_text='E.g. "5+5", "proximity talks".'
    )
    venue = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="rounds"
    )
    began_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    mediator = models.ForeignKey(
        Actor, models.PROTECT, null=True, blank=True, related_name="mediated_rounds"
    )
    outcome = models.CharField(max_length=10, choices=Outcome)
    outcome_words = models.TextField(blank=True)
    outcome_words_ar = models.TextField("outcome words (Arabic)", blank=True)
    outcome_words_fr = models.TextField("outcome words (French)", blank=True)
    continues = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="continued_by"
    )

    class Meta:
        ordering = ["began_on", "slug"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ended_on=None)
                | models.Q(began_on__lte=models.F("ended_on")),
                name="round_begins_before_it_ends",
                violation_error_message="It cannot have ended before it began.",
            ),
            models.CheckConstraint(
                condition=~models.Q(continues=models.F("id")),
                name="round_does_not_continue_itself",
                violation_error_message="A round cannot continue itself.",
            ),
            models.UniqueConstraint(
                fields=["series", "number", "session", "track"],
                condition=models.Q(number__isnull=False),
                name="round_number_once_a_series",
                violation_error_message="This series has a round of this number and session already.",
            ),
        ]

    def __str__(self) -> str:
        number = f", round {self.number}" if self.number else ""
        session = f" ({self.session})" if self.session else ""
        return f"{self.series}{number}{session}"


@with_history
class RoundStep(models.Model):
    """An event in the course of a round."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="round_steps")
    event = models.ForeignKey(Event, models.CASCADE, related_name="round_steps")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "event"],
                name="round_step_once",
                violation_error_message="This event is a step of the round already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.round}: {self.event}"


@with_history
class Delegation(models.Model):
    """A party at a round: whether it came and stayed, how many, and who led them."""

    class Attendance(models.TextChoices):
        CAME = "came", "Came and stayed"
        RETURNED = "returned", "Walked out and came back"
        LEFT = "left", "Walked out"
        AWAY = "away", "Was asked and stayed away"

    round = models.ForeignKey(Round, models.CASCADE, related_name="delegations")
    party = models.ForeignKey(Actor, models.PROTECT, related_name="delegations")
    size = models.PositiveSmallIntegerField(null=True, blank=True)
    head = models.ForeignKey(
        Actor, models.PROTECT, null=True, blank=True, related_name="led_delegations"
    )
    head_name = models.CharField(
        max_length=200, blank=True, help_text="Where the head is not an actor here."
    )
    members = ArrayField(
        models.CharField(max_length=200),
        default=list,
        blank=True,
        help_text="The names of its other members, divided by commas.",
    )
    attendance = models.CharField(
        max_length=10, choices=Attendance, default=Attendance.CAME
    )

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "party"],
                name="delegation_once_a_round",
                violation_error_message="This party has a delegation at the round already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party} at {self.round}"


@with_history
class PromisedMeeting(models.Model):
    """A meeting that was announced: whether it came about is known afterwards, or never."""

    slug = models.SlugField(max_length=80, unique=True)
    event = models.ForeignKey(
        Event,
        models.CASCADE,
        related_name="promised_meetings",
        help_text="In which it was announced.",
    )
    round = models.ForeignKey(
        Round,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="promised_meetings",
        help_text="The round whose next step it was to be, if any.",
    )
    what = models.CharField(max_length=200)
    what_ar = models.CharField("what (Arabic)", max_length=200, blank=True)
    what_fr = models.CharField("what (French)", max_length=200, blank=True)
    planned_from = models.DateField(null=True, blank=True)
    planned_until = models.DateField(null=True, blank=True)
    kept_by = models.ForeignKey(
        Round,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="kept_promises",
        help_text="The round as which it was held, if it was.",
    )

    class Meta:
        ordering = ["planned_from", "slug"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(planned_from=None, planned_until=None)
                | models.Q(planned_from__lte=models.F("planned_until")),
                name="promised_meeting_begins_before_it_ends",
                violation_error_message="It cannot have been planned to end before it began.",
            ),
        ]

    def __str__(self) -> str:
        return self.what
