"""The detail of an embargo violation: what, from whom, to whom, by which route."""

from __future__ import annotations

from django.db import models

from talks.models.actors import Actor
from talks.models.base import with_history
from talks.models.events import Event


@with_history
class EmbargoViolation(models.Model):
    """A reported breach of the arms embargo of resolution 1970 (2011)."""

    class Item(models.TextChoices):
        ARMS = "arms", "Arms and equipment"
        FIGHTERS = "fighters", "Fighters"
        TRAINING = "training", "Training"
        FLIGHTS = "flights", "Flights"
        SHIPS = "ships", "Ships"
        VARIOUS = "various", "Various"

    class Proof(models.TextChoices):
        """By what standard whoever reports it finds what it finds."""

        HIGHEST = "highest", "Highest achievable: documents, sites, several witnesses"
        REASONABLE = "reasonable", "Reasonable grounds to believe"
        SHOWN = "shown", "Its own evidence, shown to the public"
        INQUIRY = "inquiry", "An inquiry that is not closed"
        UNSTATED = "unstated", "No standard is stated"

    event = models.OneToOneField(
        Event,
        models.CASCADE,
        related_name="embargo_violation",
        limit_choices_to={"kind": Event.Kind.EMBARGO_VIOLATION},
    )
    item = models.CharField("what", max_length=10, choices=Item)
    item_words = models.TextField("in the report's words", blank=True)
    supplier = models.ForeignKey(
        Actor, models.PROTECT, null=True, blank=True, related_name="supplied_violations"
    )
    recipient = models.ForeignKey(
        Actor, models.PROTECT, null=True, blank=True, related_name="received_violations"
    )
    reported_by = models.ForeignKey(
        Actor, models.PROTECT, null=True, blank=True, related_name="reported_violations"
    )
    carrier = models.CharField(max_length=200, blank=True)
    carrier_mark = models.CharField(
        max_length=50, blank=True, help_text="IMO number or tail number."
    )
    flag = models.CharField(max_length=2, blank=True, help_text="ISO 3166 alpha-2.")
    route = models.CharField(max_length=300, blank=True)
    exemption = models.CharField(
        max_length=300,
        blank=True,
        help_text="Which exemption was notified, granted or claimed, and by whom.",
    )
    standard_of_proof = models.CharField(
        max_length=10,
        choices=Proof,
        blank=True,
        help_text="The standard of whoever reports it; empty where nobody looked it up.",
    )

    class Meta:
        ordering = ["event"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(supplier=None)
                | models.Q(recipient=None)
                | ~models.Q(supplier=models.F("recipient")),
                name="embargo_supplier_is_not_the_recipient",
                violation_error_message="Supplier and recipient cannot be the same.",
            ),
        ]

    def __str__(self) -> str:
        return str(self.event)
