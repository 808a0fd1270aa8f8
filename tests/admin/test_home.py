"""The admin's first page: what needs doing, and the way there."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from talks.models import ProposedChange
from tests import factories
from tests.review.findings import suggested_event

pytestmark = pytest.mark.django_db


def test_the_first_page_says_what_needs_doing(staff):
    suggested_event()
    factories.event(status="in_review", cited_by=[])
    factories.feed(failures=1)

    page = staff.get(reverse("admin:index"))

    assert [(chore.how_many, chore.what) for chore in page.context["chores"]] == [
        (1, "suggestion to decide, in 1 report"),
        (1, "event to approve"),
        (1, "feed failing"),
    ]


def test_each_chore_leads_to_just_those_rows(staff):
    factories.event(status="in_review", cited_by=[])
    factories.event()
    factories.feed(failures=1)
    factories.article("", state="failed")
    factories.article("", state="set_aside")
    factories.figure(low=1, best=1, high=1)
    factories.figure(low=9, best=9, high=9)
    factories.commitment(factories.event(), due_on="2020-01-01")

    chores = staff.get(reverse("admin:index")).context["chores"]

    listed = {chore.what: _listed(staff.get(chore.address)) for chore in chores}
    assert listed == {chore.what: chore.how_many for chore in chores}


def _listed(page) -> int:
    """Count the rows of a list, Django's own or that of the sign-off."""
    changelist = page.context.get("cl")
    return len(changelist.result_list if changelist else page.context["waiting"])


def test_changes_that_wait_and_ones_own_that_came_back_are_told_of(staff, editor):
    for state in ("in_review", "draft"):
        ProposedChange.objects.create(
            about="An event", rows=[{}], author=editor, state=state
        )

    chores = staff.get(reverse("admin:index")).context["chores"]

    assert [(chore.how_many, chore.what, chore.address) for chore in chores] == [
        (1, "change to approve", "/admin/sign-off/"),
        (1, "change of yours returned or not sent", "/admin/sign-off/"),
    ]


def test_nobody_is_told_of_what_they_may_not_see(client, django_user_model):
    suggested_event()
    factories.feed(failures=1)
    someone = django_user_model.objects.create_user("someone", is_staff=True)
    someone.user_permissions.add(Permission.objects.get(codename="view_feed"))
    client.force_login(someone)

    page = client.get(reverse("admin:index"))

    assert [chore.what for chore in page.context["chores"]] == ["feed failing"]
