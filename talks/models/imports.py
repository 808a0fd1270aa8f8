"""Tables that staff bring: kept as they were tried, with what became of each row."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q


class Import(models.Model):
    """One table: tried, then perhaps written, then perhaps taken back whole."""

    class Noun(models.TextChoices):
        ACTORS = "actors", "Actors"
        PLACES = "places", "Places"
        EVENTS = "events", "Events"
        FIGURES = "figures", "Figures"
        COMMITMENTS = "commitments", "Commitments"

    noun = models.CharField(max_length=20, choices=Noun)
    file_name = models.CharField(max_length=200)
    header = models.JSONField(help_text="The first row, as it was given.")
    rows = models.JSONField(help_text="The rows below it, as they were given.")
    columns = models.JSONField(help_text="Which of their columns each of ours is.")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="imports"
    )
    at = models.DateTimeField()
    written_at = models.DateTimeField(null=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    context = models.UUIDField(
        null=True, help_text="What the versions that it wrote have in common."
    )
    counts = models.JSONField(default=dict, help_text="How many rows it did what to.")
    taken_back_at = models.DateTimeField(null=True)
    taken_back_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        ordering = ["-at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(written_at=None, written_by=None, context=None)
                | Q(
                    written_at__isnull=False,
                    written_by__isnull=False,
                    context__isnull=False,
                ),
                name="import_is_written_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(taken_back_at=None, taken_back_by=None)
                | Q(
                    taken_back_at__gte=F("written_at"),
                    taken_back_by__isnull=False,
                    written_at__isnull=False,
                ),
                name="import_is_taken_back_after_it_was_written",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_noun_display()}: {self.file_name}"
