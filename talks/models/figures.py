"""One claimed number: who said it, when, how exactly, counting what, where, since when."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q

from talks.models.actors import Actor
from talks.models.articles import Quoted
from talks.models.base import with_history
from talks.models.events import Event
from talks.models.places import Place
from talks.models.sources import Source
from talks.values import Count, PartialDate, Qualifier


class FigureQuerySet(models.QuerySet["Figure"]):
    """Figures in the domain's words."""

    def published(self) -> Self:
        """Those the public may see: approved by staff."""
        return self.filter(status=Figure.Status.APPROVED)

    def standing(self) -> Self:
        """Claims not corrected by a later one of the same source."""
        return self.filter(superseded_by=None)

    def recommended(self) -> Self:
        """Those that may enter a total: one of each group."""
        return self.filter(role=Figure.Role.RECOMMENDED)


@with_history
class Figure(Quoted):
    """A claim, never a fact: claims of one thing stand side by side."""

    class Measure(models.TextChoices):
        DEATHS = "deaths", "Deaths"
        INJURED = "injured", "Injured"
        CASUALTIES = "casualties", "Killed or injured"
        MISSING = "missing", "Missing"
        BODIES_RECOVERED = "bodies_recovered", "Bodies recovered"
        MASS_GRAVES = "mass_graves", "Mass graves"
        DISPLACED = "displaced", "Displaced"
        RETURNED = "returned", "Returned"
        REFUGEES = "refugees", "Refugees"
        IN_NEED = "in_need", "In need"
        IN_CONFLICT_AREAS = "in_conflict_areas", "In conflict areas"
        IN_FRONTLINE_AREAS = "in_frontline_areas", "In front-line areas"
        MIGRANTS_PRESENT = "migrants_present", "Migrants present"
        MIGRANTS_DETAINED = "migrants_detained", "Migrants detained"
        INTERCEPTED_RETURNED = "intercepted_returned", "Intercepted and returned"
        FOREIGN_FIGHTERS = "foreign_fighters", "Foreign fighters"
        TRUCE_VIOLATIONS = "truce_violations", "Truce violations"
        AIR_ATTACKS = "air_attacks", "Air attacks"
        DRONE_STRIKES = "drone_strikes", "Drone strikes"
        HEALTH_ATTACKS = "health_attacks", "Attacks on health care"
        AMBULANCES_HIT = "ambulances_hit", "Ambulances hit"
        HEALTH_FACILITIES_DAMAGED = (
            "health_facilities_damaged",
            "Health facilities damaged",
        )
        HEALTH_FACILITIES_CLOSED = (
            "health_facilities_closed",
            "Health facilities closed",
        )
        HEALTH_FACILITIES_AT_RISK = (
            "health_facilities_at_risk",
            "Health facilities at risk",
        )
        PATIENTS_AT_RISK = "patients_at_risk", "Patients at risk"
        COVID_CASES = "covid_cases", "COVID-19 cases"
        VESSELS_HAILED = "vessels_hailed", "Vessels hailed"
        VESSEL_INSPECTIONS = "vessel_inspections", "Vessel inspections"
        CARGO_SEIZURES = "cargo_seizures", "Cargo seizures"
        AIRCRAFT = "aircraft", "Aircraft"
        BASES = "bases", "Bases"
        CEASEFIRE_MONITORS = "ceasefire_monitors", "Ceasefire monitors"
        OIL_OUTPUT_BPD = "oil_output_bpd", "Oil output (barrels a day)"
        OIL_LOSS_USD = "oil_loss_usd", "Oil revenue lost (US dollars)"
        VOTES = "votes", "Votes"

    class Population(models.TextChoices):
        ALL = "all", "All"
        CIVILIANS = "civilians", "Civilians"
        COMBATANTS = "combatants", "Combatants"
        MIGRANTS = "migrants", "Migrants"
        REFUGEES = "refugees", "Refugees"
        CHILDREN = "children", "Children"
        WOMEN = "women", "Women"
        MEN = "men", "Men"
        FAMILIES = "families", "Families"
        HEALTH_WORKERS = "health_workers", "Health workers"
        UN_STAFF = "un_staff", "UN staff"
        POLICE = "police", "Police"
        DEMINERS = "deminers", "Deminers"
        PRISONERS = "prisoners", "Prisoners"
        NOT_APPLICABLE = "not_applicable", "Not people"

    class Scope(models.TextChoices):
        """A stock is not a flow, and a cumulative toll is not an increment."""

        INCIDENT = "incident", "Of one event"
        CUMULATIVE = "cumulative", "Total since a day"
        STOCK = "stock", "Level on a day"

    class QualifierWord(models.TextChoices):
        EXACT = Qualifier.EXACT.value, "Exactly"
        AT_LEAST = Qualifier.AT_LEAST.value, "At least"
        MORE_THAN = Qualifier.MORE_THAN.value, "More than"
        ABOUT = Qualifier.ABOUT.value, "About"
        NEARLY = Qualifier.NEARLY.value, "Nearly"
        UP_TO = Qualifier.UP_TO.value, "Up to"
        FEWER_THAN = Qualifier.FEWER_THAN.value, "Fewer than"
        BETWEEN = Qualifier.BETWEEN.value, "Between"
        VAGUE = Qualifier.VAGUE.value, "In the order of"

    class Assertion(models.TextChoices):
        ASSERTED = "asserted", "Asserted"
        CLAIMED = "claimed", "Claimed by a party"
        DENIED = "denied", "Denied"
        HYPOTHETICAL = "hypothetical", "Feared or estimated"

    class Role(models.TextChoices):
        RECOMMENDED = "recommended", "Recommended: may enter a total"
        TRIANGULATION = "triangulation", "Triangulation: another claim of the same"

    class Status(models.TextChoices):
        DRAFT = "draft", "Draft"
        APPROVED = "approved", "Approved"

    slug = models.SlugField(max_length=120, unique=True)
    measure = models.CharField(max_length=30, choices=Measure)
    population = models.CharField(max_length=20, choices=Population)
    scope = models.CharField(max_length=12, choices=Scope)
    low = models.BigIntegerField(null=True, blank=True)
    best = models.BigIntegerField(null=True, blank=True)
    high = models.BigIntegerField(null=True, blank=True)
    qualifier = models.CharField(max_length=12, choices=QualifierWord)
    as_stated = models.CharField(
        max_length=200, help_text="The number in the report's own words."
    )
    assertion = models.CharField(
        max_length=12, choices=Assertion, default=Assertion.ASSERTED
    )
    since_earliest = models.DateField(
        null=True, blank=True, help_text="Start of counting, for a total."
    )
    since_latest = models.DateField(null=True, blank=True)
    as_of_earliest = models.DateField(help_text="The day the number stands for.")
    as_of_latest = models.DateField()
    place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="figures"
    )
    event = models.ForeignKey(
        Event, models.SET_NULL, null=True, blank=True, related_name="figures"
    )
    attributed_actor = models.ForeignKey(
        Actor,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="figures",
        help_text="Who gave the number, where it is an actor.",
    )
    attributed_source = models.ForeignKey(
        Source,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="figures",
        help_text="Who gave the number, where it is a source.",
    )
    role = models.CharField(max_length=13, choices=Role, default=Role.TRIANGULATION)
    role_reason = models.CharField(
        max_length=300, blank=True, help_text="Why this claim is the recommended one."
    )
    supersedes = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="superseded_by",
        help_text="The earlier claim that this one corrects.",
    )
    subset_of = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="subsets",
        help_text="The claim that this one is a part of: never added to it.",
    )
    status = models.CharField(max_length=10, choices=Status, default=Status.DRAFT)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    objects = FigureQuerySet.as_manager()

    class Meta(Quoted.Meta):
        ordering = ["-as_of_latest", "-id"]
        constraints = [
            *Quoted.Meta.constraints,
            models.CheckConstraint(
                condition=Q(low__isnull=False)
                | Q(best__isnull=False)
                | Q(high__isnull=False),
                name="figure_has_a_number",
                violation_error_message="A figure needs a number.",
            ),
            models.CheckConstraint(
                condition=(Q(low=None) | Q(low__gte=0))
                & (Q(low=None) | Q(best=None) | Q(low__lte=F("best")))
                & (Q(best=None) | Q(high=None) | Q(best__lte=F("high")))
                & (Q(low=None) | Q(high=None) | Q(low__lte=F("high")))
                & (Q(best=None) | Q(best__gte=0))
                & (Q(high=None) | Q(high__gte=0)),
                name="figure_low_best_high_in_order",
                violation_error_message="The bounds are out of order: low, best, high, none below zero.",
            ),
            models.CheckConstraint(
                condition=~Q(as_stated=""),
                name="figure_keeps_its_words",
                violation_error_message="Keep the number in the report's own words.",
            ),
            models.CheckConstraint(
                condition=Q(as_of_earliest__lte=F("as_of_latest")),
                name="figure_as_of_in_order",
                violation_error_message="The first day it stands for lies after the last.",
            ),
            models.CheckConstraint(
                condition=Q(since_earliest=None, since_latest=None)
                | Q(
                    since_earliest__isnull=False,
                    since_earliest__lte=F("since_latest"),
                    since_latest__isnull=False,
                    since_latest__lte=F("as_of_latest"),
                ),
                name="figure_since_in_order",
                violation_error_message="Counting begins on a day, or stretch of days, before the one the number stands for.",
            ),
            models.CheckConstraint(
                condition=~Q(scope="stock") | Q(since_earliest=None),
                name="figure_stock_has_no_start",
                violation_error_message="A level on a day has no start of counting.",
            ),
            models.CheckConstraint(
                condition=~Q(supersedes=F("id")) & ~Q(subset_of=F("id")),
                name="figure_is_not_its_own_correction_or_part",
                violation_error_message="A claim cannot correct itself or be a part of itself.",
            ),
            models.CheckConstraint(
                condition=Q(attributed_actor=None) | Q(attributed_source=None),
                name="figure_is_given_by_one",
                violation_error_message="Say who gave the number: an actor or a source, not both.",
            ),
            models.UniqueConstraint(
                fields=[
                    "measure",
                    "population",
                    "scope",
                    "place",
                    "event",
                    "since_earliest",
                    "since_latest",
                    "as_of_earliest",
                    "as_of_latest",
                ],
                condition=Q(role="recommended"),
                nulls_distinct=False,
                name="figure_one_recommended",
                violation_error_message="Another claim of the same is the recommended one.",
            ),
        ]
        indexes = [
            # the picture of one measure and population over time
            models.Index(
                fields=["measure", "population", "as_of_latest"],
                condition=Q(status="approved"),
                name="figure_series",
            ),
            # what the public may have missed, newest first
            models.Index(
                fields=["-changed_at", "-id"],
                condition=Q(status="approved"),
                name="figure_changed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.as_stated} ({self.get_measure_display()})"

    @property
    def count(self) -> Count:
        """The number with its bounds and how it was hedged."""
        return Count(self.low, self.best, self.high, Qualifier(self.qualifier))

    @property
    def as_of(self) -> PartialDate:
        """The day, or the stretch of days, that the number stands for."""
        return PartialDate.spanning(self.as_of_earliest, self.as_of_latest)

    @property
    def since(self) -> PartialDate | None:
        """Since when it counts; None where it counts one event or a level."""
        first: date | None = self.since_earliest
        last: date | None = self.since_latest
        return PartialDate.spanning(first, last) if first and last else None
