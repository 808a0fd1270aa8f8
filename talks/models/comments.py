"""What staff say to each other about a record; written once."""

from __future__ import annotations

from typing import Self

import pgtrigger
from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models


class CommentQuerySet(models.QuerySet["Comment"]):
    """Comments in the domain's words."""

    def on(self, row: models.Model) -> Self:
        """Those on this record, oldest first, with who wrote them."""
        noun = ContentType.objects.get_for_model(row)
        said = self.filter(content_type=noun, object_id=row.pk)
        return said.select_related("by").order_by("at", "id")


class Comment(models.Model):
    """A remark on an event, a figure, a report, an actor: for staff, never public."""

    content_type = models.ForeignKey(ContentType, models.PROTECT, related_name="+")
    object_id = models.PositiveBigIntegerField()
    about = GenericForeignKey()
    text = models.TextField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="comments"
    )
    at = models.DateTimeField()

    objects = CommentQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(text=""),
                name="comment_says_something",
                violation_error_message="Write something.",
            ),
        ]
        indexes = [
            models.Index(fields=["content_type", "object_id"], name="comment_on_record")
        ]
        triggers = [
            pgtrigger.Protect(
                name="written_once", operation=pgtrigger.Update | pgtrigger.Delete
            )
        ]

    def __str__(self) -> str:
        return f"{self.by}: {self.text}"
