"""A shipped row as the database would show it, with slugs in the place of ids."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from talks.ingest.facts.reports import Report

Values = dict[str, Any]
# What JSON makes of fields and parts: two facts are equal when their pictures are.
Picture = dict[str, Any]


@dataclass(frozen=True)
class Fact:
    """One row and the rows that belong to it.

    `fields` are named as in a query: `place__slug` is the slug of the row's place.
    `parts` are the rows of other models that belong to it, by the name under which the
    model knows them. `reports` are those that its parts cite.
    """

    slug: str
    fields: Values
    parts: dict[str, list[Values]] = field(default_factory=dict)
    reports: tuple[Report, ...] = ()

    @cached_property
    def picture(self) -> Picture:
        """The fact in a form that can be stored and compared."""
        return draw(self.fields, self.parts)


def draw(fields: Values, parts: dict[str, list[Values]]) -> Picture:
    """Return fields and parts as JSON would keep them, the parts in a fixed order."""
    picture: Picture = json.loads(json.dumps(fields | parts, cls=DjangoJSONEncoder))
    for name in parts:
        picture[name].sort(key=lambda part: json.dumps(part, sort_keys=True))
    return picture
