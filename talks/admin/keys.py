"""Choosing a row by typing part of its name, in any of the three scripts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib.admin.widgets import AutocompleteSelect
from django.db import models


class Autocomplete(AutocompleteSelect):
    """Django's own, which asks the database for each chosen row once more.

    Where that row is loaded already it is `known`, so that an event with forty
    citations costs no more queries than one with two.
    """

    known: models.Model | None = None

    def optgroups(self, name: str, value: Sequence[str], attr: Any = None) -> Any:
        """Return the chosen row as the only option, and the empty one if it may be."""
        if self.known is None or list(value) != [str(self.known.pk)]:
            return super().optgroups(name, value, attr)
        label = str(self.known)
        options = [self.create_option(name, value[0], label, selected=True, index=0)]
        if not self.is_required:
            options.insert(0, self.create_option(name, "", "", selected=False, index=0))
        return [(None, options, 0)]
