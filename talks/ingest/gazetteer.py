"""The names the reader looks for, from the rows, built again only when one has changed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from django.apps import apps
from django.db import connection

from talks.detect.gazetteer import (
    ActorEntry,
    Gazetteer,
    PlaceEntry,
    build_gazetteer,
)
from talks.models.actors import Actor
from talks.models.places import Place

_NOTED = ("Actor", "ActorAlias", "Affiliation", "Place", "PlaceAlias")


def current_gazetteer() -> Gazetteer:
    """Return the gazetteer of the rows as they are now; one query unless they changed."""
    return _built(_data_version())


def _data_version() -> tuple[int, ...]:
    """Return the last entry of each history: triggers write one for every change."""
    tables = [
        apps.get_model("talks", f"{model}Version")._meta.db_table for model in _NOTED
    ]
    lasts = [f"(SELECT max(pgh_id) FROM {table})" for table in tables]  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(lasts)}")
        return tuple(last or 0 for last in cursor.fetchone())


@lru_cache(maxsize=1)
def _built(_version: tuple[int, ...]) -> Gazetteer:
    return build_gazetteer(_actors(), _places())


def _actors() -> Iterator[ActorEntry]:
    rows = Actor.objects.prefetch_related("aliases", "affiliations__body")
    for actor in rows.order_by("slug"):
        aliases = list(actor.aliases.all())
        bodies = [affiliation.body.slug for affiliation in actor.affiliations.all()]
        yield ActorEntry(
            slug=actor.slug,
            names=_names(actor, aliases),
            kind=actor.kind,
            side=actor.side,
            parent=bodies[-1] if bodies else None,
            valid_from=actor.active_from,
            valid_to=actor.active_to,
        )


def _places() -> Iterator[PlaceEntry]:
    rows = Place.objects.select_related("within").prefetch_related("aliases")
    for place in rows.order_by("slug"):
        yield PlaceEntry(
            slug=place.slug,
            names=_names(place, list(place.aliases.all())),
            kind=place.kind,
            within=place.within.slug if place.within else None,
            country=place.country,
        )


def _names(row: Actor | Place, aliases: list) -> tuple[str, ...]:  # type: ignore[type-arg]
    spelled = [row.name, row.name_ar, row.name_fr, *(alias.text for alias in aliases)]
    return tuple(dict.fromkeys(name for name in spelled if name))
