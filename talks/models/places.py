"""Named places, and what lies in what."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse

from talks.models.base import with_history


@with_history
class Place(models.Model):
    """A named place with coordinates and the place it lies in."""

    class Kind(models.TextChoices):
        COUNTRY = "country", "Country"
        REGION = "region", "Region"
        CITY = "city", "City"
        TOWN = "town", "Town"
        DISTRICT = "district", "District"
        PORT = "port", "Port"
        AIRPORT = "airport", "Airport"
        BASE = "base", "Military base"
        FACILITY = "facility", "Facility"
        SEA = "sea", "Sea"

    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=200)
    name_ar = models.CharField("name (Arabic)", max_length=200, blank=True)
    name_fr = models.CharField("name (French)", max_length=200, blank=True)
    kind = models.CharField(max_length=20, choices=Kind)
    within = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        help_text="The place it lies in.",
    )
    admin1 = models.CharField("district (admin 1)", max_length=100, blank=True)
    country = models.CharField(
        max_length=2, blank=True, help_text="ISO 3166 alpha-2, empty for seas."
    )
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(latitude=None, longitude=None)
                | models.Q(
                    latitude__isnull=False,
                    latitude__range=(-90, 90),
                    longitude__isnull=False,
                    longitude__range=(-180, 180),
                ),
                name="place_coordinates_are_on_earth",
                violation_error_message="Give both latitude (-90 to 90) and longitude (-180 to 180), or neither.",
            ),
            models.CheckConstraint(
                condition=~models.Q(within=models.F("id")),
                name="place_does_not_lie_in_itself",
                violation_error_message="A place cannot lie in itself.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("place", args=[self.slug])


@with_history
class PlaceAlias(models.Model):
    """Another spelling of a place's name, and where it came from."""

    place = models.ForeignKey(Place, models.CASCADE, related_name="aliases")
    text = models.CharField(max_length=200)
    origin = models.CharField(
        max_length=200, blank=True, help_text="Where this spelling was met."
    )

    class Meta:
        verbose_name_plural = "place aliases"
        ordering = ["text"]
        constraints = [
            models.UniqueConstraint(
                "place",
                Lower("text"),
                name="place_alias_once",
                violation_error_message="This spelling is there already.",
            ),
        ]

    def __str__(self) -> str:
        return self.text
