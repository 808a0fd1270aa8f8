"""An import is taken back whole, unless something was built on it since."""

from __future__ import annotations

import pytest

from talks.ingest import imports
from talks.ingest.rollback import CannotTakeBackError, take_back
from talks.models import Actor, Article, Citation, Event, Import
from tests import factories
from tests.factories import NOW
from tests.ingest.test_imports import ACTORS, EVENT, brought

# a transaction of its own for each act, as in life: history is told apart by them
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def dawn() -> Actor:
    """An actor that was here before, with a name and a spelling."""
    actor = factories.actor(
        slug="libya-dawn", name="The Dawn", kind="armed_group", side="neutral"
    )
    actor.aliases.create(text="Daybreak")
    return actor


@pytest.fixture
def written(dawn, editor) -> Import:
    it = brought("actors", ACTORS, editor)
    imports.write_import(it, by=editor, now=NOW)
    return it


def test_what_was_added_goes_and_what_was_changed_is_as_before(written, dawn, editor):
    assert Actor.objects.get(pk=dawn.pk).name == "Libya Dawn"

    take_back(written, by=editor, now=NOW)

    assert Actor.objects.get() == dawn
    dawn.refresh_from_db()
    assert (dawn.name, dawn.name_ar) == ("The Dawn", "")
    assert [alias.text for alias in dawn.aliases.all()] == ["Daybreak"]
    written.refresh_from_db()
    assert (written.taken_back_by, written.taken_back_at) == (editor, NOW)


def test_an_event_goes_with_what_hangs_on_it_and_nothing_else(editor):
    factories.herald()
    table = EVENT.format(place=factories.tripoli().slug, actor=factories.gna().slug)
    it = brought("events", table, editor)
    imports.write_import(it, by=editor, now=NOW)
    other = factories.event(cited_by=[Article.objects.get()])

    take_back(it, by=editor, now=NOW)

    assert Event.objects.get() == other
    assert Citation.objects.get().event == other


def test_refused_where_a_row_was_changed_since(written, editor):
    Actor.objects.filter(slug="sirte-council").update(name="Council of Sirte")

    with pytest.raises(CannotTakeBackError, match="Changed since: Council of Sirte"):
        take_back(written, by=editor, now=NOW)

    assert Actor.objects.count() == 2


def test_refused_where_something_rests_on_a_row(written, editor):
    council = Actor.objects.get(slug="sirte-council")
    factories.event(title="A meeting", who=[(council, "participant")])

    with pytest.raises(CannotTakeBackError, match="is used by"):
        take_back(written, by=editor, now=NOW)

    assert Actor.objects.get(slug="libya-dawn").name == "Libya Dawn"


def test_only_once_and_only_what_was_written(written, dawn, editor):
    untried = brought("actors", ACTORS, editor)
    take_back(written, by=editor, now=NOW)

    for it in (untried, written):
        with pytest.raises(CannotTakeBackError, match="not written, or was taken"):
            take_back(it, by=editor, now=NOW)


def test_it_can_be_brought_again_after(written, dawn, editor):
    take_back(written, by=editor, now=NOW)

    imports.write_import(brought("actors", ACTORS, editor), by=editor, now=NOW)

    assert Actor.objects.count() == 2
