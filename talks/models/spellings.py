"""Every spelling of an actor's or a place's name, ready to be looked up."""

from __future__ import annotations

import pgtrigger
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchQueryField, SearchVectorField
from django.db import models

from talks.models.actors import Actor, ActorAlias
from talks.models.places import Place, PlaceAlias


class Spelling(models.Model):
    """A name or an alias as it is compared; written by triggers and nobody else.

    `holder` is the key under which events and figures know the actor or place, as
    "actor:45". `key` is the spelling without marks, capitals and article. A spelling
    that holds a shorter one of the same holder is found where that is found.
    """

    holder = models.CharField(max_length=30)
    text = models.CharField(max_length=200)
    key = models.TextField()
    words = SearchVectorField(help_text="The words of the key, each to be found.")
    phrase = SearchQueryField(help_text="What to look for in texts.")
    is_shortest = models.BooleanField()

    class Meta:
        ordering = ["holder", "key"]
        constraints = [
            models.UniqueConstraint(fields=["holder", "key"], name="spelling_once"),
        ]
        indexes = [
            # whose name is this?
            models.Index(fields=["key"], name="spelling_by_key"),
            # in whose names is this word?
            GinIndex(fields=["words"], name="spelling_by_word", fastupdate=False),
        ]

    def __str__(self) -> str:
        return f"{self.text} ({self.holder})"


def _respell(name: str, row: str) -> str:
    return f"PERFORM talks_respell_{name}({row}); RETURN NULL;"


for model, alias, noun in (
    (Actor, ActorAlias, "actor"),
    (Place, PlaceAlias, "place"),
):
    for told_of, key in ((model, "id"), (alias, f"{noun}_id")):
        pgtrigger.register(
            pgtrigger.Trigger(
                name="is_respelled",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=_respell(noun, f"NEW.{key}"),
            ),
            pgtrigger.Trigger(
                name="was_respelled",
                when=pgtrigger.After,
                operation=pgtrigger.Delete
                if told_of is model
                else pgtrigger.Delete | pgtrigger.UpdateOf(f"{noun}_id"),
                func=_respell(noun, f"OLD.{key}"),
            ),
        )(told_of)
