"""What was last written of each shipped fact, so that staff's changes are never overwritten."""

from __future__ import annotations

from django.db import models


class Seeded(models.Model):
    """A shipped row as it was last written.

    A row of the database that no longer looks like this was changed by people; one
    that is missing was removed by them.
    """

    file = models.CharField(max_length=20)
    slug = models.CharField(max_length=120)
    fact = models.JSONField()

    class Meta:
        verbose_name_plural = "seeded"
        ordering = ["file", "slug"]
        constraints = [
            models.UniqueConstraint(fields=["file", "slug"], name="seeded_once"),
        ]

    def __str__(self) -> str:
        return f"{self.file}: {self.slug}"
