"""The data's version moves with whatever pages show, when it is there to be seen."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.apps import apps
from django.db import connection, transaction

from talks.models import Actor, Article, DataVersion, Event, versions
from tests import factories

# What no page of events, actors, figures or talks shows.
NOT_SHOWN = {
    *("Alert", "ArticleVersion", "Article", "Fetch", "CopyVerdict"),
    *("Comment", "Import", "ProposedChange", "SignOff", "Suggestion", "Decision"),
    *("Feed", "Host", "Seeded", "DataVersion", "EventTally", "Spelling"),
    *("EventIndex", "ArticleIndex", "FigureIndex", "CommitmentIndex"),
}


def version() -> datetime | None:
    """Return the version as of a commit here."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        # as if the next change were in another transaction
        cursor.execute("SELECT set_config('talks.changed_in', '', true)")
    return DataVersion.objects.values_list("changed_at", flat=True).first()


def test_every_table_either_moves_it_or_is_shown_nowhere():
    ours = {model.__name__ for model in apps.get_app_config("talks").get_models()}
    without_history = {name for name in ours if not name.endswith("Version")}
    moving = {model.__name__ for model in versions.SHOWN}

    assert without_history - moving == NOT_SHOWN - {"ArticleVersion", "DataVersion"}


@pytest.mark.django_db
def test_every_write_of_an_event_moves_it_on():
    event = factories.event()
    seen = [version()]

    Event.objects.filter(pk=event.pk).update(title="Another")
    seen.append(version())
    event.delete()
    seen.append(version())

    assert seen == sorted(set(seen))


@pytest.mark.django_db
def test_an_actor_without_events_moves_it_too():
    before = version()

    Actor.objects.create(slug="a-brigade", name="A Brigade", kind="armed_group")

    assert version() != before


@pytest.mark.django_db
def test_reports_that_come_in_leave_it_as_it_is():
    article = factories.article()
    before = version()

    factories.article(source=article.source)
    Article.objects.filter(pk=article.pk).update(attempts=3)

    assert version() == before


@pytest.mark.django_db
def test_a_report_found_to_be_a_copy_moves_it():
    original, copy = factories.article(), factories.article()
    before = version()

    Article.objects.filter(pk=copy.pk).update(duplicate_of=original)

    assert version() != before


@pytest.mark.django_db(transaction=True)
def test_a_transaction_moves_it_when_it_commits():
    factories.event()
    before = DataVersion.seen()

    with transaction.atomic():
        factories.event()
        within = DataVersion.seen()

    assert within is None
    assert before != DataVersion.seen()
