"""What happened: kind, modality, how exactly dated, where, and who in which role."""

from __future__ import annotations

from datetime import date
from typing import Self

import pgtrigger
from django.contrib.postgres.indexes import GistIndex
from django.db import models
from django.db.models.expressions import RawSQL
from django.db.models.functions import Greatest
from django.urls import reverse

from talks.models.actors import Actor
from talks.models.base import with_history
from talks.models.places import Place
from talks.values import PartialDate, Precision

# Checked when the transaction commits, so that an event and its first citation
# can be written in either order.
NEEDS_EVIDENCE = """
    IF EXISTS (
        SELECT 1 FROM talks_event
        WHERE id = {event} AND status = 'approved' AND editor_note = ''
    ) AND NOT EXISTS (SELECT 1 FROM talks_citation WHERE event_id = {event}) THEN
        RAISE EXCEPTION 'event % is approved without a citation or a note', {event}
        USING ERRCODE = 'check_violation',
              CONSTRAINT = 'approved_event_has_a_citation_or_a_note';
    END IF;
    RETURN NULL;
"""


class Standard(models.TextChoices):
    """How much proof an event needs to enter a count; each counts less than the last."""

    ALL = "all", "All that is alleged"
    TWO = "two", "Two independent sources"
    CONFIRMED = "confirmed", "Confirmed"

    @property
    def rank(self) -> int:
        """The least that the database's own judgement must be; what is discounted is 0."""
        return list(Standard).index(self) + 1


class EventQuerySet(models.QuerySet["Event"]):
    """Events in the domain's words."""

    def published(self, *, known_by: date | None = None) -> Self:
        """Those the public may see: approved by staff, and told of by the end of a day."""
        found = self.filter(status=Event.Status.APPROVED)
        return found.known_by(known_by) if known_by else found

    def known_by(self, day: date) -> Self:
        """Those that a cited report had told of by the end of `day`."""
        return self.filter(known_on__lte=day)

    def proven(self, standard: str, *, known_by: date | None = None) -> Self:
        """Those that meet a standard of proof, by the reports out by the end of a day."""
        if standard == Standard.ALL:
            return self.filter(discounted_reason="")
        rank = models.Func(
            models.F("pk"),
            models.Value(known_by, output_field=models.DateField()),
            function="talks_proof",
            output_field=models.IntegerField(),
        )
        return self.alias(proof=rank).filter(proof__gte=Standard(standard).rank)

    def possibly_within(self, first: date | None, last: date | None) -> Self:
        """Those that may have happened, or been going on, from `first` to `last`."""
        found = self
        if first:
            # ends the walk down the timeline where nothing earlier lasted so long
            found = found.filter(
                ongoing_until__gte=first, earliest__gte=first_begun(first)
            )
        if last:
            found = found.filter(earliest__lte=last)
        return found


def first_begun(day: date) -> RawSQL:
    """Return the day on which the first of those began that were going on before `day`.

    It is `day` itself where nothing was. OFFSET keeps the planner from looking for the
    least day first, through all events there ever were.
    """
    sql = """
        SELECT coalesce(min(earliest), %s) FROM (
            SELECT earliest FROM talks_event
            WHERE daterange(earliest, ongoing_until) @> %s - 1
              AND ongoing_until > earliest
            OFFSET 0
        ) AS going_on
    """
    # Django has no word for a day within a range of two columns; the day is bound.
    return RawSQL(sql, [day, day])  # noqa: S611


@with_history
class Event(models.Model):
    """Something that happened, shown because reports say so."""

    class Kind(models.TextChoices):
        TRUCE = "truce", "Truce"
        TALKS = "talks", "Talks"
        AGREEMENT = "agreement", "Agreement"
        TRUCE_VIOLATION = "truce_violation", "Truce violation"
        EMBARGO_VIOLATION = "embargo_violation", "Embargo violation"
        ATTACK = "attack", "Attack"
        OFFENSIVE = "offensive", "Offensive"
        CONTROL_CHANGE = "control_change", "Control change"
        RESOLUTION = "resolution", "Resolution"
        STATEMENT = "statement", "Statement"
        APPOINTMENT = "appointment", "Appointment"
        MEDIATION = "mediation", "Mediation"
        HUMANITARIAN = "humanitarian", "Humanitarian"
        ECONOMIC = "economic", "Economic"

    class Track(models.TextChoices):
        MILITARY = "military", "Military (5+5)"
        POLITICAL = "political", "Political"
        ECONOMIC = "economic", "Economic"
        SECURITY_COUNCIL = "security_council", "Security Council"
        EMBARGO = "embargo", "Embargo"
        HUMANITARIAN = "humanitarian", "Humanitarian"
        GROUND = "ground", "On the ground"

    class Modality(models.TextChoices):
        """Words are not deeds: a declared truce is not an observed one."""

        ANNOUNCED = "announced", "Announced"
        AGREED = "agreed", "Agreed"
        TOOK_EFFECT = "took_effect", "Took effect"
        OBSERVED = "observed", "Observed"
        DENIED = "denied", "Denied"

    class DatePrecision(models.TextChoices):
        DAY = Precision.DAY.value, "Day"
        RANGE = Precision.RANGE.value, "Range of days"
        WEEK = Precision.WEEK.value, "Week"
        PART = Precision.PART.value, "Part of a month"
        MONTH = Precision.MONTH.value, "Month"
        QUARTER = Precision.QUARTER.value, "Quarter"
        YEAR = Precision.YEAR.value, "Year"
        UNKNOWN = Precision.UNKNOWN.value, "Unknown"

    class Status(models.TextChoices):
        DRAFT = "draft", "Draft"
        IN_REVIEW = "in_review", "In review"
        APPROVED = "approved", "Approved"

    slug = models.SlugField(max_length=120, unique=True)
    kind = models.CharField(max_length=20, choices=Kind)
    track = models.CharField(max_length=20, choices=Track)
    modality = models.CharField(
        max_length=20,
        choices=Modality,
        default=Modality.OBSERVED,
        help_text="Was it announced, agreed, in effect, observed or denied?",
    )
    title = models.CharField(max_length=200)
    title_ar = models.CharField("title (Arabic)", max_length=200, blank=True)
    title_fr = models.CharField("title (French)", max_length=200, blank=True)
    summary = models.TextField(blank=True)
    summary_ar = models.TextField("summary (Arabic)", blank=True)
    summary_fr = models.TextField("summary (French)", blank=True)
    earliest = models.DateField(help_text="The first day on which it may have begun.")
    latest = models.DateField(help_text="The last day on which it may have begun.")
    date_precision = models.CharField(
        max_length=10, choices=DatePrecision, default=DatePrecision.DAY
    )
    date_words = models.CharField(
        max_length=200, blank=True, help_text='As the report puts it: "mid-January".'
    )
    lasted_until = models.DateField(
        null=True, blank=True, help_text="Its last day, where it lasted."
    )
    ongoing_until = models.GeneratedField(
        expression=Greatest("latest", "lasted_until"),
        output_field=models.DateField(),
        db_persist=True,
    )
    places = models.ManyToManyField(
        Place, through="EventPlace", related_name="events", blank=True
    )
    actors = models.ManyToManyField(
        Actor, through="Participation", related_name="events", blank=True
    )
    status = models.CharField(max_length=10, choices=Status, default=Status.DRAFT)
    editor_note = models.TextField(
        blank=True,
        help_text="Why it is shown although no report is cited. Seen by the public.",
    )
    discounted_reason = models.TextField(
        blank=True,
        help_text="Why it does not count: it stays visible, out of every total.",
    )
    known_on = models.DateField(
        editable=False,
        null=True,
        help_text="The day on which the first cited report was published.",
    )
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        ordering = ["-earliest", "-id"]
        permissions = [("approve_event", "Can approve events and their changes")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(earliest__lte=models.F("latest")),
                name="event_earliest_before_latest",
                violation_error_message="The earliest day lies after the latest.",
            ),
            models.CheckConstraint(
                condition=models.Q(lasted_until=None)
                | models.Q(lasted_until__gte=models.F("latest")),
                name="event_lasts_until_after_it_began",
                violation_error_message="It cannot have ended before it began.",
            ),
            models.CheckConstraint(
                condition=~models.Q(date_precision="day")
                | models.Q(earliest=models.F("latest")),
                name="event_of_one_day_has_one_day",
                violation_error_message="An event of one day has the same earliest and latest day.",
            ),
            models.CheckConstraint(
                condition=~models.Q(title=""),
                name="event_has_a_title",
                violation_error_message="Give it a title in English.",
            ),
        ]
        indexes = [
            # the staff's list: all events, newest first
            models.Index(fields=["-earliest", "-id"], name="event_newest"),
            # the timeline: published events, newest first, paged by key
            models.Index(
                fields=["-earliest", "-id"],
                condition=models.Q(status="approved"),
                name="event_timeline",
            ),
            # the timeline narrowed to one kind
            models.Index(
                fields=["kind", "-earliest", "-id"],
                condition=models.Q(status="approved"),
                name="event_timeline_by_kind",
            ),
            # what the public may have missed, newest first
            models.Index(
                fields=["-changed_at", "-id"],
                condition=models.Q(status="approved"),
                name="event_changed",
            ),
            # what waits for a second person, the longest first
            models.Index(
                fields=["changed_at"],
                condition=models.Q(status="in_review"),
                name="event_in_review",
            ),
            # those that were going on, or may have begun, before a day and on it
            GistIndex(
                models.Func("earliest", "ongoing_until", function="daterange"),
                condition=models.Q(ongoing_until__gt=models.F("earliest")),
                name="event_days",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="approved_needs_evidence",
                when=pgtrigger.After,
                operation=pgtrigger.Insert
                | pgtrigger.UpdateOf("status", "editor_note"),
                timing=pgtrigger.Deferred,
                func=NEEDS_EVIDENCE.format(event="NEW.id"),
            ),
            pgtrigger.Trigger(
                name="participations_follow",
                when=pgtrigger.After,
                operation=pgtrigger.UpdateOf("earliest", "kind"),
                func="""
                    UPDATE talks_participation
                    SET event_earliest = NEW.earliest, event_kind = NEW.kind
                    WHERE event_id = NEW.id;
                    RETURN NULL;
                """,
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("event", args=[self.slug])

    @property
    def date(self) -> PartialDate:
        """When it happened, or began."""
        return PartialDate(
            self.earliest, self.latest, Precision(self.date_precision), self.date_words
        )


@with_history
class EventPlace(models.Model):
    """A place of an event; the first is the one shown on lists and on the map."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="event_places")
    place = models.ForeignKey(Place, models.PROTECT, related_name="event_places")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "place"],
                name="event_is_at_a_place_once",
                violation_error_message="This place is there already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event} at {self.place}"


@with_history
class Participation(models.Model):
    """An actor in an event, in a role.

    The event's day and kind are copied here by a trigger, so that an actor's
    timeline is one index range.
    """

    class Role(models.TextChoices):
        PARTICIPANT = "participant", "Participant"
        MEDIATOR = "mediator", "Mediator"
        HOST = "host", "Host"
        SIGNATORY = "signatory", "Signatory"
        ACCUSED = "accused", "Accused"
        TARGET = "target", "Target"
        ISSUER = "issuer", "Issuer"
        SUBJECT = "subject", "Subject"

    event = models.ForeignKey(Event, models.CASCADE, related_name="participations")
    actor = models.ForeignKey(Actor, models.PROTECT, related_name="participations")
    role = models.CharField(max_length=20, choices=Role)
    event_earliest = models.DateField(editable=False, null=True)
    event_kind = models.CharField(max_length=20, editable=False, default="")

    class Meta:
        ordering = ["role", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "actor", "role"],
                name="participation_once_a_role",
                violation_error_message="This actor has this role already.",
            ),
        ]
        indexes = [
            # an actor's timeline, narrowed to a kind or not
            models.Index(
                fields=["actor", "-event_earliest", "-event"],
                include=["event_kind", "role"],
                name="participation_timeline",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="copies_the_event",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("event_id"),
                func="""
                    SELECT earliest, kind INTO NEW.event_earliest, NEW.event_kind
                    FROM talks_event WHERE id = NEW.event_id;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.actor} ({self.get_role_display()})"
