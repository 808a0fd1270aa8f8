"""Changes of approved rows that wait for a second person, and every step of their sign-off."""

from __future__ import annotations

from typing import Any, Self, TypedDict

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from talks.models.base import with_history
from talks.models.events import Event


class RowChange(TypedDict):
    """What becomes of one row: `before` is None where it is added, `after` where removed.

    Of a row that stays only the columns that change are held.
    """

    noun: str
    pk: int
    before: dict[str, Any] | None
    after: dict[str, Any] | None


class ProposedChangeQuerySet(models.QuerySet["ProposedChange"]):
    """Proposed changes in the domain's words."""

    def open(self) -> Self:
        """Those that may still become true."""
        return self.filter(state__in=ProposedChange.OPEN)

    def waiting(self) -> Self:
        """Those that wait for a second person."""
        return self.filter(state=ProposedChange.State.IN_REVIEW)


@with_history
class ProposedChange(models.Model):
    """A change of something approved, held as data: the rows stay as the public sees them.

    `event` is the event it belongs to; empty where it is a figure of no event.
    """

    class State(models.TextChoices):
        DRAFT = "draft", "Draft"
        IN_REVIEW = "in_review", "In review"
        APPROVED = "approved", "Approved"
        REFUSED = "refused", "Refused"
        WITHDRAWN = "withdrawn", "Withdrawn"

    OPEN = (State.DRAFT, State.IN_REVIEW)

    event = models.ForeignKey(
        Event, models.CASCADE, null=True, related_name="proposed_changes"
    )
    about = models.CharField(max_length=300, help_text="What it was called back then.")
    rows = models.JSONField(help_text="What becomes of each row.")
    note = models.TextField(blank=True, help_text="Why, in the author's words.")
    state = models.CharField(max_length=10, choices=State, default=State.IN_REVIEW)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="proposed_changes"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    objects = ProposedChangeQuerySet.as_manager()

    class Meta:
        ordering = ["changed_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(rows=[]),
                name="proposed_change_changes_something",
                violation_error_message="A change has to change something.",
            ),
        ]
        indexes = [
            # what waits, the longest first
            models.Index(
                fields=["state", "changed_at"],
                condition=Q(state__in=["draft", "in_review"]),
                name="proposed_change_open",
            ),
        ]

    def __str__(self) -> str:
        return f"Change of {self.about}"


class SignOff(models.Model):
    """One step of the sign-off of an event or of a proposed change; written once."""

    class Verb(models.TextChoices):
        SENT = "sent", "Sent for review"
        APPROVED = "approved", "Approved"
        RETURNED = "returned", "Returned"
        REFUSED = "refused", "Refused"
        WITHDRAWN = "withdrawn", "Withdrawn"
        UNDONE = "undone", "Undone"

    event = models.ForeignKey(
        Event, models.CASCADE, null=True, related_name="sign_offs"
    )
    change = models.ForeignKey(
        ProposedChange, models.CASCADE, null=True, related_name="sign_offs"
    )
    verb = models.CharField(max_length=10, choices=Verb)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="sign_offs"
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        help_text="Whose work it was; empty where it was the machine's.",
    )
    is_alone = models.BooleanField(
        default=False, help_text="The author approved, as the house allowed."
    )
    at = models.DateTimeField()
    reason = models.TextField(blank=True)
    made = models.JSONField(default=dict, help_text="What undoing it needs to know.")

    class Meta:
        ordering = ["-at", "-id"]
        verbose_name = "sign-off"
        constraints = [
            models.CheckConstraint(
                condition=Q(event__isnull=False) | Q(change__isnull=False),
                name="sign_off_is_of_something",
                violation_error_message="Say of which event or change.",
            ),
            models.CheckConstraint(
                condition=~Q(verb="approved")
                | Q(is_alone=True)
                | Q(author=None)
                | ~Q(author=F("by")),
                name="sign_off_by_a_second_person",
                violation_error_message="Somebody else than the author has to approve.",
            ),
            models.CheckConstraint(
                condition=~Q(verb__in=["returned", "refused"]) | ~Q(reason=""),
                name="sign_off_to_return_has_a_reason",
                violation_error_message="Say why it goes back.",
            ),
        ]
        triggers = [pgtrigger.Protect(name="written_once", operation=pgtrigger.Update)]

    def __str__(self) -> str:
        return f"{self.get_verb_display()} by {self.by}"
