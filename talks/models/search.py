"""What events, reports, figures and commitments are found by, kept as they are written.

Each has a row here of its own, so that neither its history nor its forms hold a copy.
The functions called here stand in the migration that made these tables.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pgtrigger
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchQuery, SearchVectorField
from django.db import connection, models

from talks.models.articles import Article
from talks.models.commitments import Commitment, Obligation
from talks.models.embargo import EmbargoViolation
from talks.models.events import Event, EventPlace, Participation
from talks.models.figures import Figure
from talks.models.rounds import Round
from talks.models.truces import Truce


class Sought(SearchQuery):
    """Words as the database looks them up; names in all their spellings.

    `index__vector=Sought("Hifter truce")` narrows events, reports, figures and
    commitments alike.
    """

    SEARCH_TYPES = {"plain": "talks_tsquery"}


class EventIndex(models.Model):
    """What a published event is found by: its texts and details, who and where it was.

    It holds the event's day, so that the newest are found without asking the events.
    """

    event = models.OneToOneField(
        Event, models.DO_NOTHING, primary_key=True, related_name="index"
    )
    day = models.DateField(help_text="The first on which it may have happened.")
    vector = SearchVectorField()

    class Meta:
        verbose_name_plural = "event index"
        indexes = [
            # rare words
            GinIndex(fields=["vector"], name="event_words", fastupdate=False),
            # common ones, of which the newest are soon found
            models.Index(fields=["-day", "-event"], name="event_words_newest"),
        ]

    def __str__(self) -> str:
        return f"Words of event {self.event_id}"


class ArticleIndex(models.Model):
    """What a report is found by: its headline and its text."""

    article = models.OneToOneField(
        Article, models.DO_NOTHING, primary_key=True, related_name="index"
    )
    vector = SearchVectorField()

    class Meta:
        verbose_name_plural = "article index"
        indexes = [GinIndex(fields=["vector"], name="article_words", fastupdate=False)]

    def __str__(self) -> str:
        return f"Words of report {self.article_id}"


class FigureIndex(models.Model):
    """What a claim is found by: its words and sentence, its measure, place and speaker."""

    figure = models.OneToOneField(
        Figure, models.DO_NOTHING, primary_key=True, related_name="index"
    )
    vector = SearchVectorField()

    class Meta:
        verbose_name_plural = "figure index"
        indexes = [GinIndex(fields=["vector"], name="figure_words", fastupdate=False)]

    def __str__(self) -> str:
        return f"Words of figure {self.figure_id}"


class CommitmentIndex(models.Model):
    """What a commitment is found by: its provision, and who is bound by it."""

    commitment = models.OneToOneField(
        Commitment, models.DO_NOTHING, primary_key=True, related_name="index"
    )
    vector = SearchVectorField()

    class Meta:
        verbose_name_plural = "commitment index"
        indexes = [
            GinIndex(fields=["vector"], name="commitment_words", fastupdate=False)
        ]

    def __str__(self) -> str:
        return f"Words of commitment {self.commitment_id}"


def reindex() -> None:
    """Make every spelling and index anew, as after rows came in past the triggers.

    The indexes are laid over the whole at the end: row by row takes several times longer.
    """
    tables = (EventIndex, ArticleIndex, FigureIndex, CommitmentIndex)
    with connection.schema_editor() as editor, connection.cursor() as cursor:
        for table in tables:
            for index in table._meta.indexes:
                editor.remove_index(table, index)
        _refill(cursor)
        # what waits for the end of the transaction would bar the table from changes
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in tables:
            for index in table._meta.indexes:
                editor.add_index(table, index)


def _refill(cursor: Any) -> None:
    cursor.execute("DELETE FROM talks_spelling")
    for noun in ("actor", "place"):
        cursor.execute(f"SELECT count(talks_respell_{noun}(id)) FROM talks_{noun}")  # noqa: S608
    for noun, table in _NOUNS.items():
        cursor.execute(f"DELETE FROM talks_{noun}index")  # noqa: S608
        cursor.execute(f"SELECT count(talks_index_{noun}(id)) FROM {table}")  # noqa: S608


_OF_AN_EVENT = (
    *("title", "title_ar", "title_fr", "summary", "summary_ar", "summary_fr"),
    *("earliest", "status"),
)
# whose index changes with a row of which model, by which key, when which fields change
_FEEDS: tuple[tuple[str, type[models.Model], str, tuple[str, ...]], ...] = (
    ("event", Event, "id", _OF_AN_EVENT),
    ("event", Participation, "event_id", ()),
    ("event", EventPlace, "event_id", ()),
    ("event", Truce, "event_id", ()),
    ("event", Round, "event_id", ()),
    ("event", EmbargoViolation, "event_id", ()),
    ("article", Article, "id", ("title", "text", "language")),
    ("figure", Figure, "id", ()),
    ("commitment", Commitment, "id", ()),
    ("commitment", Obligation, "commitment_id", ()),
)
_NOUNS = {noun: model._meta.db_table for noun, model, key, _of in _FEEDS if key == "id"}


def _triggers(
    noun: str, key: str, fields: Iterable[str]
) -> Iterable[pgtrigger.Trigger]:
    changes = pgtrigger.UpdateOf(*fields) if fields else pgtrigger.Update
    yield pgtrigger.Trigger(
        name="is_indexed",
        when=pgtrigger.After,
        operation=pgtrigger.Insert | changes,
        func=f"PERFORM talks_index_{noun}(NEW.{key}); RETURN NULL;",
    )
    gone = f"PERFORM talks_index_{noun}(OLD.{key});"
    if key == "id":
        gone = f"DELETE FROM talks_{noun}index WHERE {noun}_id = OLD.id;"  # noqa: S608
    yield pgtrigger.Trigger(
        name="was_indexed",
        when=pgtrigger.After,
        operation=pgtrigger.Delete
        if key == "id"
        else pgtrigger.Delete | pgtrigger.UpdateOf(key),
        func=f"{gone} RETURN NULL;",
    )


for noun, model, key, fields in _FEEDS:
    pgtrigger.register(*_triggers(noun, key, fields))(model)
