"""Each role against each action, on the admin's real pages."""

from __future__ import annotations

from itertools import pairwise

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.core.management import call_command
from django.test import Client

from talks.management import roles
from talks.models import Event, Suggestion
from tests import factories
from tests.review.findings import suggested_event

pytestmark = pytest.mark.django_db
ROLES = ("analyst", "editor", "reviewer", "administrator")
# who may, from the first role that may
ACTIONS = {
    "see an event": ("analyst", "get", "/admin/talks/event/{event}/change/"),
    "see the desk": ("analyst", "get", "/admin/review/{report}/"),
    "see the feeds": ("analyst", "get", "/admin/talks/feed/"),
    "see an event's history": ("analyst", "get", "/admin/talks/event/{event}/history/"),
    "add an event": ("editor", "get", "/admin/talks/event/add/"),
    "add a figure": ("editor", "get", "/admin/talks/figure/add/"),
    "add an actor": ("editor", "get", "/admin/talks/actor/add/"),
    "give a report": ("editor", "post", "/admin/review/give/"),
    "decide a suggestion": ("editor", "post", "/admin/review/decide/{suggestion}/"),
    "accept a whole report": ("editor", "post", "/admin/review/{report}/all/"),
    "send a report again": ("editor", "post", "/admin/ingest/again/"),
    "bring a table": ("reviewer", "post", "/admin/import/"),
    "delete a draft": ("reviewer", "get", "/admin/talks/event/{draft}/delete/"),
    "delete an actor": ("reviewer", "get", "/admin/talks/actor/{actor}/delete/"),
    "add a feed": ("administrator", "get", "/admin/talks/feed/add/"),
    "add a person": ("administrator", "get", "/admin/auth/user/add/"),
    "change a group": ("administrator", "get", "/admin/auth/group/{group}/change/"),
}
CELLS = [
    pytest.param(role, *action, id=f"{role} {name}")
    for role in ROLES
    for name, action in ACTIONS.items()
]


@pytest.fixture(autouse=True)
def _set_up():
    roles.set_up()


@pytest.fixture
def rows() -> dict[str, int]:
    event = factories.event(status="draft", who=[(factories.gna(), "participant")])
    suggestion = suggested_event(factories.article())
    return {
        "event": event.pk,
        "draft": factories.event(status="draft").pk,
        "actor": event.participations.get().actor_id,
        "suggestion": suggestion.pk,
        "report": suggestion.article_id,
        "group": Group.objects.get(name="analyst").pk,
    }


def signed_in(role: str) -> Client:
    person = User.objects.create_user(role, password="secret", is_staff=True)
    person.groups.add(Group.objects.get(name=role))
    client = Client()
    client.force_login(person)
    return client


@pytest.mark.parametrize(("role", "least", "method", "address"), CELLS)
def test_each_role_may_what_is_its_own(role, least, method, address, rows):
    answer = getattr(signed_in(role), method)(address.format(**rows))

    may = ROLES.index(role) >= ROLES.index(least)
    assert (answer.status_code != 403) is may


@pytest.mark.parametrize("role", ROLES)
def test_only_who_may_change_an_event_is_given_a_way_to_save_it(role, rows):
    page = signed_in(role).get(f"/admin/talks/event/{rows['event']}/change/").text

    assert ('name="_review"' in page) is (role != "analyst")


def test_a_role_may_all_that_the_one_before_may():
    held = [set(held.values_list("pk", flat=True)) for held in roles.roles().values()]

    assert all(less < more for less, more in pairwise(held))


@pytest.mark.parametrize("role", ROLES)
def test_nobody_writes_what_the_machine_or_the_past_holds(role):
    held = set(
        Group.objects.get(name=role).permissions.values_list("codename", flat=True)
    )

    if role != "administrator":
        assert not held & {
            *("add_decision", "change_decision", "delete_decision"),
            *("add_fetch", "change_fetch", "delete_fetch", "delete_suggestion"),
            *("change_comment", "delete_comment"),
        }


def test_every_noun_and_part_is_one(db):
    named = {f"view_{name}" for name in roles.NOUNS + roles.PARTS}

    assert named <= set(Permission.objects.values_list("codename", flat=True))


def test_setting_up_again_mends_a_role_and_leaves_other_groups(capsys):
    Group.objects.get(name="editor").permissions.clear()
    own = Group.objects.create(name="translators")

    call_command("roles")

    assert Group.objects.get(name="editor").permissions.exists()
    assert not own.permissions.exists()
    assert "editor: " in capsys.readouterr().out


def test_what_an_analyst_posts_changes_nothing(rows):
    held = Event.objects.count()
    signed_in("analyst").post(
        f"/admin/review/decide/{rows['suggestion']}/", {"verb": "accept"}
    )

    assert Suggestion.objects.open().count() == 1
    assert Event.objects.count() == held
