"""Every version of a row is kept beside it."""

from __future__ import annotations

import pghistory
import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import IntegrityError, transaction

from talks.models import Comment
from talks.models.base import history_apart, say_broken_rule, say_rule
from tests import factories
from tests.factories import NOW

pytestmark = pytest.mark.django_db


def test_versions_are_named_after_their_model():
    assert factories.actor().history.model.__name__ == "ActorVersion"


def test_each_version_of_a_row_is_kept():
    actor = factories.actor(name="First name")

    actor.name = "Second name"
    actor.save()

    kept = actor.history.order_by("pgh_id").values_list("name", flat=True)
    assert list(kept) == ["First name", "Second name"]


def _contexts(row) -> list[dict[str, object]]:
    told = row.history.order_by("pgh_id").values_list(
        "pgh_context__id", "pgh_context__metadata"
    )
    return list(dict(told).values())


def test_several_acts_of_one_request_are_told_apart():
    actor = factories.actor()
    with pghistory.context(url="/here/"):
        for number in (1, 2):
            with history_apart(user=number):
                actor.name = f"Name {number}"
                actor.save()

    said = [each for each in _contexts(actor) if each]
    assert said == [{"url": "/here/", "user": 1}, {"url": "/here/", "user": 2}]


def test_it_stands_by_itself_where_there_is_no_request():
    with history_apart(user=1) as context:
        actor = factories.actor()

    version = actor.history.get()
    assert (version.pgh_context_id, version.pgh_context.metadata) == (
        context,
        {"user": 1},
    )


# Written by the machine alone: nobody types what would break these.
BY_MACHINE = {
    *("articleversion", "fetch", "copyverdict", "dataversion", "decision", "import"),
    *("seeded", "spelling", "suggestion"),
}


def test_every_rule_that_a_person_can_break_has_its_sentence():
    silent = {
        rule.name
        for model in apps.get_app_config("talks").get_models()
        if model._meta.model_name not in BY_MACHINE
        for rule in model._meta.constraints
        if rule.violation_error_message == rule.default_violation_error_message
    }

    assert silent - {"article_has_an_identity"} == set()


def test_a_rule_is_said_in_its_own_words_else_by_its_name():
    assert say_rule("comment_says_something") == "Write something."
    assert say_rule("a_rule_of_a_trigger") == "This must hold: a rule of a trigger."


def test_what_the_database_refused_is_said_in_words():
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        Comment.objects.create(
            about=factories.actor(),
            text="",
            by=get_user_model().objects.create_user("amal"),
            at=NOW,
        )

    assert say_broken_rule(refused.value) == "Write something."
    assert "no diagnosis" in say_broken_rule(IntegrityError("no diagnosis"))
