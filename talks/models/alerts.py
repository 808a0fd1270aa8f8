"""Saved filters that somebody subscribed to."""

from __future__ import annotations

from django.db import models


class Alert(models.Model):
    """A filter of the timeline, sent by mail once its subscriber confirmed."""

    class Pace(models.TextChoices):
        DAILY = "daily", "Daily"
        WEEKLY = "weekly", "Weekly"

    email = models.EmailField()
    query = models.CharField(
        max_length=1000, blank=True, help_text="The query string of the filter."
    )
    pace = models.CharField(max_length=10, choices=Pace, default=Pace.WEEKLY)
    token = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    sent_until = models.DateTimeField(
        null=True, blank=True, help_text="Changes up to this moment have been sent."
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["email", "query"],
                name="alert_once_a_filter",
                violation_error_message="This address is subscribed to this filter already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.email}: {self.query}"
