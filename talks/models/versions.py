"""When anything that the public pages show was last changed."""

from __future__ import annotations

from datetime import datetime

import pgtrigger
from django.db import connection, models

from talks.models.actors import Actor, ActorAlias, Affiliation
from talks.models.articles import Article
from talks.models.citations import Citation
from talks.models.commitments import Commitment, CommitmentStatus, Obligation
from talks.models.embargo import EmbargoViolation
from talks.models.events import Event, EventPlace, Participation
from talks.models.figures import Figure
from talks.models.places import Place, PlaceAlias
from talks.models.rounds import Delegation, PromisedMeeting, Round, RoundStep
from talks.models.sources import Source
from talks.models.truces import Truce, TruceParty, TruceViolation

# Once a transaction and at its very end: writers wait for each other only while they
# commit, holding nothing that another could still ask for. The moment never comes twice.
_CHANGED = """
    IF current_setting('talks.changed_in', true)
       IS DISTINCT FROM pg_current_xact_id()::text THEN
        PERFORM set_config('talks.changed_in', pg_current_xact_id()::text, true);
        INSERT INTO talks_dataversion AS held (id, changed_at)
        VALUES (1, clock_timestamp())
        ON CONFLICT (id) DO UPDATE SET changed_at = greatest(
            clock_timestamp(), held.changed_at + interval '1 microsecond'
        );
    END IF;
    RETURN NULL;
"""
SHOWN = (
    *(Actor, ActorAlias, Affiliation, Place, PlaceAlias, Source),
    *(Event, EventPlace, Participation, Citation, Figure),
    *(Round, RoundStep, Delegation, PromisedMeeting, Truce, TruceParty, TruceViolation),
    *(EmbargoViolation, Commitment, CommitmentStatus, Obligation),
)
# Reports come in all day long. What pages of events show of one is whose it is, when
# it was published, and what it copies.
_OF_A_REPORT = ("source", "published_at", "duplicate_of", "wire_origin", "title")


class DataVersion(models.Model):
    """One row: the last change to what pages show, written by triggers on every table.

    A page made after reading it may be kept until it changes.
    """

    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(pk=1), name="data_version_is_one_row"
            ),
        ]

    def __str__(self) -> str:
        return self.changed_at.isoformat()

    @classmethod
    def seen(cls) -> datetime | None:
        """Return when what is seen here was last changed, to keep what is made of it by.

        There is none where nothing was ever written, and within a transaction: what is
        seen there may be seen by nobody else. Asked for each page, so that it does
        without what a queryset costs.
        """
        if connection.in_atomic_block:
            return None
        with connection.cursor() as cursor:
            cursor.execute("SELECT changed_at FROM talks_dataversion")
            row = cursor.fetchone()
        return row[0] if row else None


def _tell(
    operation: pgtrigger.core.Operation, **more: pgtrigger.Condition
) -> pgtrigger.Trigger:
    return pgtrigger.Trigger(
        name="pages_change",
        when=pgtrigger.After,
        operation=operation,
        timing=pgtrigger.Deferred,
        func=_CHANGED,
        **more,
    )


for shown in SHOWN:
    pgtrigger.register(_tell(pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete))(
        shown
    )
pgtrigger.register(
    _tell(pgtrigger.Update, condition=pgtrigger.AnyChange(*_OF_A_REPORT))
)(Article)
