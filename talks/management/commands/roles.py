"""`manage.py roles`: make the four groups of staff, each with what it may do."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from talks.management import roles


class Command(BaseCommand):
    """Writes the table of roles into the groups."""

    help = "Make the groups analyst, editor, reviewer and administrator, or mend them."

    def handle(self, **_options: Any) -> None:
        """Set them up, and say how much each may do."""
        roles.set_up()
        for role, held in roles.roles().items():
            self.stdout.write(f"{role}: {held.count()} permissions")
